/// Who did something, and when.
package struct Signature: Hashable, Sendable {
  /// The name; bytes that are not UTF-8 show as U+FFFD.
  package var name: String
  /// The mail address as written, which need not be one.
  package var email: String
  /// Seconds since 1970.
  package var when: Int64
  /// How many minutes the writer's clock was ahead of UTC.
  package var offsetMinutes: Int

  /// Who, and when.
  package init(name: String, email: String, when: Int64, offsetMinutes: Int = 0) {
    self.name = name
    self.email = email
    self.when = when
    self.offsetMinutes = offsetMinutes
  }
}

/// One commit, as a value.
package struct Commit: Hashable, Sendable {
  /// Its own id.
  package var id: ObjectID
  /// The files as they were.
  package var tree: ObjectID
  /// What it continues; the first one is the branch that it was made on.
  package var parents: [ObjectID]
  /// Who made the change.
  package var author: Signature
  /// Who recorded it.
  package var committer: Signature
  /// All words, bytes that are not UTF-8 shown as U+FFFD.
  package var message: String

  /// The first paragraph on one line.
  package var summary: String { Self.subject(of: message) }

  /// The first paragraph of a message on one line.
  static func subject(of message: String) -> String {
    let lines = message.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)).trimmedOfSpaces }
    return lines.drop { $0.isEmpty }.prefix { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  /// The text without spaces, tabs and carriage returns at its ends.
  fileprivate var trimmedOfSpaces: String {
    let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let start = Array(utf8.drop(while: blank))
    return String(decoding: start[..<(start.lastIndex { !blank($0) }.map { $0 + 1 } ?? 0)], as: UTF8.self)
  }
}
