internal import Markdown

/// What happened to a text between two versions; the one place where this folder compares texts.
enum TextChange {
  /// The rendered text with what went and came marked; nil when nothing that is rendered differs.
  ///
  /// `prefix` goes before every id, because several texts stand on one page. Until paragraphs are compared word by
  /// word, the text before stands whole above the text after.
  static func prose(
    from old: MarkdownDocument?, to new: MarkdownDocument?, prefix: String, target: (Markdown.Link) -> LinkTarget
  ) -> HTML? {
    guard old?.html != new?.html else { return nil }
    var bytes: [UInt8] = []
    for (document, name) in [(old, "removed"), (new, "added")] {
      guard let document, !document.html.bytes.isEmpty || !document.html.holes.isEmpty else { continue }
      var text: [UInt8] = []
      document.html.write(into: &text, address: target)
      bytes += "<div class=\"diff-\(name)\">".utf8
      bytes += withPrefix(text, prefix + name.prefix(1) + "-")
      bytes += "</div>".utf8
    }
    return bytes.isEmpty ? nil : HTML(bytes: bytes)
  }

  /// A text that is new or gone as a whole.
  static func whole(
    _ document: MarkdownDocument, prefix: String, target: (Markdown.Link) -> LinkTarget
  ) -> HTML? {
    guard !document.html.bytes.isEmpty || !document.html.holes.isEmpty else { return nil }
    var bytes: [UInt8] = []
    document.html.write(into: &bytes, address: target)
    return HTML(bytes: withPrefix(bytes, prefix))
  }

  /// Keeps ids of texts apart; quotes within text are escaped, so that only tags can match.
  private static func withPrefix(_ html: [UInt8], _ prefix: String) -> [UInt8] {
    let marks = [Array(" id=\"".utf8), Array(" href=\"#".utf8)]
    var output: [UInt8] = []
    output.reserveCapacity(html.count + 256)
    var index = 0
    while index < html.count {
      if html[index] == 0x20, let mark = marks.first(where: { html[index...].starts(with: $0) }) {
        output += mark
        output += prefix.utf8
        index += mark.count
      } else {
        output.append(html[index])
        index += 1
      }
    }
    return output
  }

  /// The lines of a file that differ; nil when none does.
  ///
  /// Until lines are compared one by one, all between the first and the last that differ counts as changed.
  static func source(from old: [UInt8]?, to new: [UInt8]?) -> SourceChange? {
    guard old != new else { return nil }
    let (before, after) = (lines(old), lines(new))
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let removed = before[head..<(before.count - tail)]
    let added = after[head..<(after.count - tail)]
    let start = max(0, head - 3)
    var shown: [SourceLine] = []
    for number in start..<head {
      shown.append(line(before[number], "same", " ", old: number + 1, new: number + 1))
    }
    for number in removed.indices.prefix(limit) {
      shown.append(line(before[number], "removed", "−", old: number + 1, new: nil))
    }
    for number in added.indices.prefix(limit) {
      shown.append(line(after[number], "added", "+", old: nil, new: number + 1))
    }
    for offset in 0..<min(3, tail) {
      let (left, right) = (before.count - tail + offset, after.count - tail + offset)
      shown.append(line(before[left], "same", " ", old: left + 1, new: right + 1))
    }
    let isCut = removed.count > limit || added.count > limit
    return SourceChange(
      summary: summary(added: added.count, removed: removed.count),
      hunks: [SourceHunk(heading: "From line \(start + 1)", lines: shown)],
      cut: isCut ? "Only the first \(limit) lines of each side are shown." : nil)
  }

  private static let limit = 200

  private static func summary(added: Int, removed: Int) -> String {
    [
      added > 0 ? "\(Format.count(added, "line")) added" : nil,
      removed > 0 ? "\(Format.count(removed, "line")) removed" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  private static func lines(_ bytes: [UInt8]?) -> [ArraySlice<UInt8>] {
    guard let bytes, !bytes.isEmpty else { return [] }
    let all = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return all.last?.isEmpty == true ? Array(all.dropLast()) : all
  }

  private static func line(
    _ bytes: ArraySlice<UInt8>, _ state: String, _ sign: String, old: Int?, new: Int?
  ) -> SourceLine {
    let text = PageEscape.escaped(String(decoding: bytes, as: UTF8.self))
    return SourceLine(
      state: state, sign: sign, oldNumber: old.map(String.init), newNumber: new.map(String.init),
      code: HTML(bytes: Array(text.utf8)))
  }
}
