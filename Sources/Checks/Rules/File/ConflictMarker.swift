internal import Diagnostics

/// No merge was committed with its conflicts.
struct ConflictMarker: Check {
  let id = "conflict-marker"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.error
  let rule = "no file holds the three markers of a merge conflict"
  let rationale = "Both versions stand in the file one after the other, and readers get a mixture that nobody wrote."
  let examples = [
    CheckExample(
      """
      === customers/acme/profile.md
      ---
      name: Acme
      ---
      ▶<<<<<<< HEAD
      Renews in March.
      =======
      Renews in May.
      >>>>>>> bea/renewal
      """),
    CheckExample(
      """
      === notes.md
      How a conflict looks
      =======

      ```
      <<<<<<< HEAD
      ours
      =======
      theirs
      >>>>>>> topic
      ```
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { path, bytes in
      guard Self.mayHoldMarker(bytes) else { return }
      let hasFences = TextScan.hasExtension(path, Array("md".utf8))
      var places = PlaceCounter(bytes)
      for opening in Self.conflicts(in: bytes, hasFences: hasFences) {
        findings.append(
          finding(
            "unresolved merge conflict", at: places.range(of: opening, in: path),
            help: "keep what is right and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'"))
      }
    }
    return findings
  }

  private static func mayHoldMarker(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = TextScan.first(UInt8(ascii: "<"), in: bytes)
    while let start = next {
      if start == 0 || bytes[start - 1] == 0x0A, TextScan.matches("<<<<<<<", in: bytes, at: start) { return true }
      next = TextScan.first(UInt8(ascii: "<"), in: bytes, from: start + 1)
    }
    return false
  }

  /// Lines that open a conflict which is divided and closed further down, outside of fenced code.
  private static func conflicts(in bytes: UnsafeBufferPointer<UInt8>, hasFences: Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var opening: Range<Int>?
    var isDivided = false
    var fence: (byte: UInt8, width: Int)?
    var start = 0
    while start < bytes.count {
      let end = TextScan.lineEnd(in: bytes, from: start)
      let line = start..<end
      start = (TextScan.first(0x0A, in: bytes, from: end) ?? bytes.count) + 1
      if hasFences, let run = fenceRun(bytes, line) {
        if let open = fence {
          if run.byte == open.byte, run.width >= open.width, run.isBare { fence = nil }
        } else {
          fence = (run.byte, run.width)
        }
        continue
      }
      if fence != nil { continue }
      if isMarker("<<<<<<<", bytes, line) {
        (opening, isDivided) = (line, false)
      } else if opening != nil, line.count == 7, TextScan.matches("=======", in: bytes, at: line.lowerBound) {
        isDivided = true
      } else if let marker = opening, isDivided, isMarker(">>>>>>>", bytes, line) {
        found.append(marker)
        opening = nil
      }
    }
    return found
  }

  private static func isMarker(
    _ marker: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) -> Bool {
    guard line.count >= 7, TextScan.matches(marker, in: bytes, at: line.lowerBound) else { return false }
    return line.count == 7 || bytes[line.lowerBound + 7] == 0x20
  }

  private static func fenceRun(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) -> (byte: UInt8, width: Int, isBare: Bool)? {
    var index = line.lowerBound
    while index < line.upperBound, index < line.lowerBound + 3, bytes[index] == 0x20 { index += 1 }
    guard index < line.upperBound else { return nil }
    let byte = bytes[index]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let start = index
    while index < line.upperBound, bytes[index] == byte { index += 1 }
    guard index - start >= 3 else { return nil }
    return (byte, index - start, bytes[index..<line.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 })
  }
}
