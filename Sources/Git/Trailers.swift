internal import CLibgit2

/// A `Key: value` line at the end of a commit message.
package struct Trailer: Hashable, Sendable {
  /// What stands before the colon, as written.
  package var key: String
  /// What stands after it.
  package var value: String
}

extension Commit {
  /// The `Key: value` lines of the last paragraph, in order, as `git interpret-trailers --parse` finds them.
  package var trailers: [Trailer] { Self.trailers(of: message) }

  /// The `Key: value` lines of any message, such as one that a hook is asked about.
  package static func trailers(of message: String) -> [Trailer] {
    var found = git_message_trailer_array()
    guard git_message_trailers(&found, message) == 0 else {
      git_error_clear()
      return []
    }
    defer { git_message_trailer_array_free(&found) }
    return UnsafeBufferPointer(start: found.trailers, count: found.count).compactMap { trailer in
      guard let key = trailer.key, let value = trailer.value else { return nil }
      return Trailer(key: String(cString: key), value: String(cString: value))
    }
  }
}
