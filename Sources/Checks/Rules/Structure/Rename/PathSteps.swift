internal import Diagnostics

/// A path as it is written somewhere, with the place that each of its names leads to.
struct PathSteps {
  /// A name in a written path.
  struct Step {
    /// Which bytes of the text the name takes.
    let bytes: Range<Int>
    /// Where one is after it.
    let path: RepoPath
  }

  /// The names, without `.` and `..`.
  private(set) var steps: [Step] = []
  /// Where the whole leads to.
  private(set) var target: RepoPath

  /// Follows a text from a folder, `?` and `#` and what comes after them left out; nil when it leaves the workspace or
  /// hides a slash.
  init?(_ text: String, from folder: RepoPath, isEncoded: Bool) {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex { $0 == UInt8(ascii: "#") || isEncoded && $0 == UInt8(ascii: "?") } ?? bytes.count
    target = bytes.first == UInt8(ascii: "/") ? .root : folder
    for part in bytes[..<end].split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        if target.isRoot { return nil }
        target = target.parent
        continue
      }
      let name = isEncoded ? Self.decoded(part) : Array(part)
      if name.contains(UInt8(ascii: "/")) { return nil }
      target = target.appending(name)
      steps.append(Step(bytes: part.startIndex..<part.endIndex, path: target))
    }
  }

  /// Reads `%41` once; a percent sign without two digits stays.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 55
    case 0x61...0x66: byte - 87
    default: nil
    }
  }
}
