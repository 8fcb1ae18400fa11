internal import Diagnostics

/// Lines end with a line feed alone.
struct CRLFLineEnds: Check {
  let id = "crlf-line-ends"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.warning
  let rule = "lines end with LF; a CSV file may use CRLF throughout"
  let rationale = "A tool that changes the line ends of a file makes every line look changed, and history unreadable."
  let examples = [
    CheckExample("=== notes.md\nFirst line▶\r\nSecond line\r\n"),
    CheckExample("=== data.csv\nday,value\n2026-10-12,4▶\r\n"),
    CheckExample("=== notes.md\nFirst line\nSecond line\n=== data.csv\nday,value\r\n2026-10-12,4\r\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { path, bytes in
      guard let first = Self.nextBreak(in: bytes, from: 0) else { return }
      var (breaks, last, next) = (0, first, Optional(first))
      while let found = next {
        breaks += 1
        last = found
        next = Self.nextBreak(in: bytes, from: found + 2)
      }
      let lines = bytes.count { $0 == 0x0A }
      if breaks == lines, TextScan.hasExtension(path, Array("csv".utf8)) { return }
      var places = PlaceCounter(bytes)
      findings.append(
        finding(
          breaks == lines
            ? "CRLF ends \(lines == 1 ? "the line" : "all \(lines) lines")"
            : "mixed line ends: \(breaks) CRLF and \(lines - breaks) LF",
          at: places.range(of: first..<first + 1, in: path),
          help: "let the editor save with LF; '* text=auto eol=lf' in .gitattributes keeps it so",
          fixIts: Self.fixIt(bytes, first..<last + 2, path).map { [$0] } ?? []))
    }
    return findings
  }

  private static func nextBreak(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    var offset = offset
    while let found = TextScan.first(0x0D, in: bytes, from: offset) {
      if found + 1 < bytes.count, bytes[found + 1] == 0x0A { return found }
      offset = found + 1
    }
    return nil
  }

  /// One edit from the first to the last such line end, since one a line would be too many.
  private static func fixIt(_ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>, _ path: RepoPath) -> FixIt? {
    var kept: [UInt8] = []
    kept.reserveCapacity(stretch.count)
    for index in stretch where bytes[index] != 0x0D || index + 1 >= bytes.count || bytes[index + 1] != 0x0A {
      kept.append(bytes[index])
    }
    guard let text = String(validating: kept, as: UTF8.self) else { return nil }
    return FixIt.replacing([(stretch, text)], in: bytes, of: path, "end the lines with LF")
  }
}
