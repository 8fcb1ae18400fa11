package import Diagnostics

/// One Markdown blob, rendered once, wherever it is placed and whoever reads it.
package struct MarkdownDocument: Sendable, Equatable {
  /// The HTML with holes for addresses.
  package internal(set) var html: HTMLFragments
  /// The headings in the order of the page.
  package internal(set) var headings: [Heading]
  /// All words without markup: blocks on lines of their own, alternative texts included, raw HTML not.
  package internal(set) var plainText: String
  /// Which bytes of the plain text are the first paragraph.
  var lead: Range<Int>
  /// How many words the plain text has.
  package internal(set) var words: Int
  /// The check boxes.
  package internal(set) var taskItems: TaskItems
  /// The text of the heading of level 1 that opens the document.
  package internal(set) var title: String?
  /// The languages of fenced code blocks, each once, in order of first use.
  package internal(set) var codeLanguages: [String]
  /// The figures that the text asks for, in the order of its links.
  package internal(set) var figures: [FigurePlace]

  /// The links and images in the order of the HTML; footnotes come last.
  package var links: [Link] { html.links }

  /// A document without content.
  package static let empty = MarkdownDocument(
    html: .empty, headings: [], plainText: "", lead: 0..<0, words: 0, taskItems: TaskItems(done: 0, total: 0),
    title: nil, codeLanguages: [], figures: [])

  /// The first paragraph on one line, cut between words after so many Unicode scalars; an ellipsis shows the cut.
  ///
  /// A document without a paragraph of its own gives the beginning of all its text.
  package func excerpt(limit: Int = 200) -> String {
    let utf8 = plainText.utf8
    let bytes = lead.isEmpty ? Array(utf8) : Array(utf8.dropFirst(lead.lowerBound).prefix(lead.count))
    var output: [UInt8] = []
    var scalars = 0
    for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) {
      let length = word.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      if scalars + length + (output.isEmpty ? 0 : 1) > limit {
        if output.isEmpty {
          var cut = String.UnicodeScalarView()
          cut.append(contentsOf: String(decoding: word, as: UTF8.self).unicodeScalars.prefix(max(0, limit)))
          return String(cut) + "…"
        }
        return String(decoding: output, as: UTF8.self) + "…"
      }
      if !output.isEmpty {
        output.append(0x20)
        scalars += 1
      }
      output.append(contentsOf: word)
      scalars += length
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// A heading and the address that leads to it.
package struct Heading: Sendable, Equatable {
  /// From 1 to 6, as printed: after demotion when that was asked for.
  package var level: Int
  /// Its words without markup.
  package var text: String
  /// The fragment, unique in the document, by GitHub's rules.
  package var id: String
  /// The whole heading, underline included.
  package var range: Range<SourcePosition>

  /// The place as a range of a file.
  package func range(in file: RepoPath) -> SourceRange {
    SourceRange(file: file, start: range.lowerBound, end: range.upperBound)
  }
}

/// How many check boxes a document has.
package struct TaskItems: Sendable, Equatable {
  /// The ticked ones.
  package var done: Int
  /// All of them.
  package var total: Int
}
