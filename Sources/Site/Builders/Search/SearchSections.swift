internal import Markdown
internal import Search

/// Cuts a text where its headings stand, so that what is found leads to the heading above it.
enum SearchSections {
  /// The stretches of a rendered text; none for an empty one.
  static func of(_ document: MarkdownDocument?) -> [SearchEntry.Section] {
    guard let document, !document.plainText.isEmpty else { return [] }
    var sections: [SearchEntry.Section] = []
    var current = SearchEntry.Section(text: "")
    var headings = document.headings[...]
    var lines: [Substring] = []
    func end() {
      current.text = lines.joined(separator: "\n")
      if !current.text.isEmpty || !current.heading.isEmpty { sections.append(current) }
      lines = []
    }
    for line in document.plainText.split(separator: "\n") {
      if let next = headings.first, line == next.text {
        end()
        current = SearchEntry.Section(heading: next.text, anchor: next.id, text: "")
        headings = headings.dropFirst()
      } else {
        lines.append(line)
      }
    }
    end()
    return sections
  }

  /// A stretch of a page that its layout gives a heading; nil when nothing stands there.
  static func part(_ heading: String, _ anchor: String, _ texts: [String?]) -> SearchEntry.Section? {
    let text = texts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    return text.isEmpty ? nil : SearchEntry.Section(heading: heading, anchor: anchor, text: text)
  }

  /// What stands at the top of a page; nil when nothing does.
  static func lead(_ texts: [String?]) -> SearchEntry.Section? { part("", "", texts) }
}
