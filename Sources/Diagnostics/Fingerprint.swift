/// Names for findings that survive edits elsewhere in the file: no line number goes into them.
package enum Fingerprint {
  /// One for each finding, in their order: from id, path, the words that are marked, and the how manieth of its like.
  ///
  /// The words of a sensitive finding stay out: a short secret could be guessed from its hash. No two findings share a
  /// name.
  package static func all(_ findings: [Diagnostic], line: (RepoPath, Int) -> String?) -> [String] {
    var names = Array(repeating: "", count: findings.count)
    var seen: [Kind: Int] = [:]
    for index in findings.indices.sorted(by: { findings[$0] < findings[$1] }) {
      let finding = findings[index]
      let words = finding.isSensitive ? [] : markedWords(finding.range, line)
      let kind = Kind(id: finding.id, path: finding.range.file, words: words)
      let ordinal = seen[kind, default: 0]
      seen[kind] = ordinal + 1
      var hash = StableHash()
      hash.combine(kind.id.utf8)
      hash.combine(kind.path.bytes)
      hash.combine(kind.words)
      hash.combine(String(ordinal).utf8)
      names[index] = hash.hex
    }
    return names
  }

  private struct Kind: Hashable {
    var id: String
    var path: RepoPath
    var words: [UInt8]
  }

  /// The marked bytes with every run of white space as one space; the whole line where only a point is known, and
  /// nothing for a finding about a file as a whole.
  private static func markedWords(_ range: SourceRange, _ line: (RepoPath, Int) -> String?) -> [UInt8] {
    let (start, end) = (range.start, range.end)
    if start == end {
      return start == .start ? [] : normalised(line(range.file, start.line).map { Array($0.utf8) } ?? [])
    }
    // The first lines of a long stretch tell it apart well enough.
    let last = min(max(start.line, end.line), start.line + 19)
    var bytes: [UInt8] = []
    for number in start.line...last {
      guard let text = line(range.file, number) else { break }
      let upTo = number == end.line ? max(0, end.column - 1) : .max
      let from = number == start.line ? max(0, start.column - 1) : 0
      bytes += text.utf8.prefix(upTo).dropFirst(from)
      bytes.append(0x20)
    }
    return normalised(bytes)
  }

  private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.split { $0 <= 0x20 }.joined(separator: [0x20]))
  }
}
