internal import Markdown

/// What happened to a text between two versions; the one place where this folder compares texts.
enum TextChange {
  /// The rendered text with the words marked that went and came; nil when nothing that is rendered differs.
  static func prose(
    from old: MarkdownDocument?, to new: MarkdownDocument?, prefix: String, target: (Markdown.Link) -> LinkTarget
  ) -> HTML? {
    let options = ProseDiffOptions(idPrefix: prefix, words: gapWords)
    let diff = ProseDiff(from: old ?? .empty, to: new ?? .empty, options: options)
    if diff.isEmpty { return nil }
    var bytes: [UInt8] = []
    diff.write(into: &bytes) { link, _ in
      local(link, target(link))
    }
    return HTML(bytes: bytes)
  }

  /// A text that is new or gone as a whole.
  static func whole(
    _ document: MarkdownDocument, prefix: String, target: (Markdown.Link) -> LinkTarget
  ) -> HTML? {
    guard !document.html.bytes.isEmpty || !document.html.holes.isEmpty else { return nil }
    var bytes: [UInt8] = []
    document.html.write(into: &bytes) { link in local(link, target(link)) }
    return HTML(bytes: prefixed(bytes, Array(PageEscape.escaped(prefix).utf8)))
  }

  /// The markup with a prefix before each id and each reference to one: several texts may stand on one page.
  ///
  /// Quotes in texts and values are escaped, so an attribute's name with its quote stands nowhere else.
  private static func prefixed(_ html: [UInt8], _ prefix: [UInt8]) -> [UInt8] {
    let marks = [Array(" id=\"".utf8), Array(" href=\"#".utf8)]
    var output: [UInt8] = []
    output.reserveCapacity(html.count + 64)
    for (index, byte) in html.enumerated() {
      output.append(byte)
      for mark in marks where byte == mark[mark.count - 1] && index + 1 >= mark.count {
        if html[(index + 1 - mark.count)...index].elementsEqual(mark) { output += prefix }
      }
    }
    return output
  }

  /// The lines of a file that differ; nil when none does.
  static func source(from old: [UInt8]?, to new: [UInt8]?) -> SourceChange? {
    let diff = SourceDiff(old: old ?? [], new: new ?? [], longestOutput: limit)
    if diff.isEmpty { return nil }
    let summary = [
      diff.linesInserted > 0 ? "\(Format.count(diff.linesInserted, "line")) added" : nil,
      diff.linesRemoved > 0 ? "\(Format.count(diff.linesRemoved, "line")) removed" : nil,
    ]
    return SourceChange(
      summary: summary.compactMap(\.self).joined(separator: ", "),
      hunks: diff.hunks.map { hunk in
        SourceHunk(heading: "From line \(max(1, hunk.newStart))", lines: hunk.lines.map(line))
      }, cut: diff.isTruncated ? "Only the first \(limit) lines are shown." : nil)
  }

  private static let limit = 400

  /// A heading of the same text may be folded away here, so a link to it leads to the record's page or nowhere.
  private static func local(_ link: Markdown.Link, _ target: LinkTarget) -> LinkTarget {
    if case .asWritten = target, link.reach == .fragment { return .none }
    // What changed is the text, whatever its figures came to then or come to now.
    if link.kind == .metric { return .asWritten }
    return target
  }

  private static let gapWords: @Sendable (ProseDiffOptions.Gap) -> String = { gap in
    if gap.isCut { return "The rest is too long to show here" }
    return switch gap.kind {
    case .blocks: "⋯ \(Format.count(gap.count, "unchanged paragraph"))"
    case .items: "⋯ \(Format.count(gap.count, "unchanged item"))"
    case .rows: "⋯ \(Format.count(gap.count, "unchanged row"))"
    case .lines: "⋯ \(Format.count(gap.count, "unchanged line"))"
    }
  }

  private static func line(_ line: SourceDiff.Line) -> SourceLine {
    let (state, sign): (String?, String) =
      switch line.kind {
      case .context: (nil, " ")
      case .removed: ("removed", "−")
      case .inserted: ("added", "+")
      }
    var code: [UInt8] = []
    var text = line.text
    text.withUTF8 { bytes in
      code.reserveCapacity(bytes.count + 16)
      var place = 0
      for mark in line.marks {
        PageEscape.append(UnsafeBufferPointer(rebasing: bytes[place..<mark.lowerBound]), to: &code)
        code += "<mark>".utf8
        PageEscape.append(UnsafeBufferPointer(rebasing: bytes[mark]), to: &code)
        code += "</mark>".utf8
        place = mark.upperBound
      }
      PageEscape.append(UnsafeBufferPointer(rebasing: bytes[place...]), to: &code)
    }
    if line.isCut { code += "…".utf8 }
    return SourceLine(
      state: state, sign: sign, oldNumber: line.oldNumber.map(String.init), newNumber: line.newNumber.map(String.init),
      code: HTML(bytes: code))
  }
}
