internal import Diagnostics

/// Finds old names that stand beside a slash, in any text.
struct MentionedNames {
  /// A name in a text.
  struct Mention {
    /// Where it begins.
    let offset: Int
    /// What bears the name.
    let candidates: [RepoPath]
  }

  private var byBytes: [[UInt8]: [RepoPath]] = [:]
  private let lengths: [Int]
  private var first = Array(repeating: false, count: 256)
  private var last = Array(repeating: false, count: 256)

  /// Names with and without extension, plain and percent-encoded.
  init(_ candidates: some Sequence<RenameCandidate>) {
    for candidate in candidates {
      for name in [candidate.old.nameText, candidate.oldStem] {
        for written in [Array(name.utf8), Self.encoded(name), Self.encoded(name, all: true)] {
          if byBytes[written]?.contains(candidate.old) == true { continue }
          byBytes[written, default: []].append(candidate.old)
          if let byte = written.first { first[Int(byte)] = true }
          if let byte = written.last { last[Int(byte)] = true }
        }
      }
    }
    lengths = Set(byBytes.keys.map(\.count)).sorted()
  }

  /// The mentions in a text.
  func mentions(in bytes: [UInt8]) -> [Mention] {
    var found: [Mention] = []
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") {
      if index > 0, last[Int(bytes[index - 1])] {
        for length in lengths where length <= index {
          look(at: index - length..<index, in: bytes, &found)
        }
      }
      if index + 1 < bytes.count, first[Int(bytes[index + 1])] {
        for length in lengths where index + 1 + length <= bytes.count {
          look(at: index + 1..<index + 1 + length, in: bytes, &found)
        }
      }
    }
    return found
  }

  /// A name ends where a word ends: `Call` is none in `Called`.
  private func look(at stretch: Range<Int>, in bytes: [UInt8], _ found: inout [Mention]) {
    guard let paths = byBytes[Array(bytes[stretch])] else { return }
    let before = stretch.lowerBound > 0 ? bytes[stretch.lowerBound - 1] : 0
    let after = stretch.upperBound < bytes.count ? bytes[stretch.upperBound] : 0
    if Self.isWord(before) || Self.isWord(after) { return }
    found.append(Mention(offset: stretch.lowerBound, candidates: paths))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  private static func encoded(_ name: String, all: Bool = false) -> [UInt8] {
    name.utf8.flatMap { byte -> [UInt8] in
      guard byte == 0x20 || all && "(),&+!".utf8.contains(byte) else { return [byte] }
      let digits = Array("0123456789ABCDEF".utf8)
      return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
