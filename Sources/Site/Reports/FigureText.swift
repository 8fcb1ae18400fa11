internal import Diagnostics
internal import Markdown
package import PipelineMetrics
package import WorkspaceModel

/// Puts figures in place of their names in Markdown that leaves the site: reports, editions, `index.md`.
package enum FigureText {
  /// A text with its figures; `figures` works out those that it asks for.
  package static func told(_ markdown: String, figures: ([MetricQuery]) -> LiveFigures) -> String {
    let bytes = Array(markdown.utf8)
    // Nearly no report asks for a figure by name, and rendering one only to find that out is dear.
    guard markdown.lowercased().contains("[[metric:"),
      case .document(let document) = MarkdownRenderer.render(bytes), !document.figures.isEmpty
    else { return markdown }
    let known = figures(document.figures.map { MetricQuery(document.links[$0.link].destination) })
    let told = told(bytes[...], from: 1, document) { query in
      known[query].map { ClaimWords.text($0.metric) } ?? "unknown"
    }
    return String(decoding: told, as: UTF8.self)
  }

  /// The source of a rendered text with the figures in place of their names; `firstLine` is the line that it begins on.
  static func told(
    _ source: ArraySlice<UInt8>, from firstLine: Int, _ document: MarkdownDocument, figure: (MetricQuery) -> String
  ) -> ArraySlice<UInt8> {
    if document.figures.isEmpty { return source }
    let places = document.figures.map { document.links[$0.link] }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var told: [UInt8] = []
    told.reserveCapacity(source.count)
    var (line, start, copied) = (firstLine, source.startIndex, source.startIndex)
    for link in places {
      while line < link.range.lowerBound.line, let end = source[start...].firstIndex(of: 0x0A) {
        start = end + 1
        line += 1
      }
      let begin = start + link.range.lowerBound.column - 1
      let written = Array(link.text.utf8)
      guard line == link.range.lowerBound.line, begin >= copied, begin + written.count <= source.endIndex,
        source[begin..<(begin + written.count)].elementsEqual(written)
      else { continue }
      told += source[copied..<begin]
      told += MarkdownText.escaped(figure(MetricQuery(link.destination))).utf8
      copied = begin + written.count
    }
    told += source[copied...]
    return told[...]
  }
}
