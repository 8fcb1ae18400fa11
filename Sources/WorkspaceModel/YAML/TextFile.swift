package import Diagnostics

/// The bytes of a text file after its encoding was looked at: BOM cut off, UTF-8 made sure of.
package struct TextFile: Sendable {
  /// UTF-8, without a byte order mark.
  package var bytes: ArraySlice<UInt8>
  /// What was wrong with the encoding.
  package var problems: [Diagnostic]

  /// The largest file that is read as text.
  package static let sizeLimit = 1024 * 1024

  /// Looks at the encoding of a file; bytes that are not UTF-8 become U+FFFD, with a diagnostic at the first one.
  package init(_ raw: [UInt8], path: RepoPath) {
    var bytes = raw[...]
    var problems: [Diagnostic] = []
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = bytes.dropFirst(3)
      problems.append(
        Diagnostic(
          id: "byte-order-mark", severity: .warning, range: Self.mark(in: path),
          summary: "the file begins with a byte order mark",
          explanation: "Other tools take it for text before the front matter.",
          help: "save the file as UTF-8 without BOM",
          fixIts: [FixIt("take out the byte order mark", edits: [.init(range: Self.mark(in: path), replacement: "")])]))
    }
    if let bad = Self.firstInvalidByte(bytes) {
      let line = bytes[..<bad].count { $0 == 0x0A } + 1
      let lineStart = bytes[..<bad].lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
      problems.append(
        Diagnostic(
          id: "not-utf8", severity: .error,
          range: SourceRange(
            file: path, start: SourcePosition(line: line, column: bad - lineStart + 1),
            end: SourcePosition(line: line, column: bad - lineStart + 2)),
          summary: "byte 0x\(String(bytes[bad], radix: 16, uppercase: true)) is not UTF-8",
          explanation: "The character is shown as \u{FFFD} until the file is saved in the right encoding.",
          help: "save the file as UTF-8"))
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)[...]
    }
    self.bytes = bytes
    self.problems = problems
  }

  private static func mark(in path: RepoPath) -> SourceRange {
    SourceRange(file: path, start: .start, end: SourcePosition(line: 1, column: 4))
  }

  private static func firstInvalidByte(_ bytes: ArraySlice<UInt8>) -> Int? {
    let isValid = bytes.withUnsafeBufferPointer { buffer in
      buffer.allSatisfy { $0 < 0x80 } || String(validating: buffer, as: UTF8.self) != nil
    }
    if isValid { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = bytes.startIndex
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return min(offset, bytes.endIndex - 1)
      }
    }
  }
}
