internal import Markdown

/// A report as HTML that stands by itself.
package enum ReportHTML {
  /// A page without a theme, of Markdown that ``ReportTemplate`` made.
  package static func page(_ markdown: String, title: String) -> String {
    let body: String
    switch MarkdownRenderer.render(Array(markdown.utf8)) {
    case .document(let document):
      var bytes: [UInt8] = []
      document.html.write(into: &bytes) { _ in .asWritten }
      body = String(decoding: bytes, as: UTF8.self)
    case .refused(let reason, _): body = "<p>The text could not be rendered: \(PageEscape.escaped(reason))</p>\n"
    }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(PageEscape.escaped(title))</title>
      </head>
      <body>
      <main>
      <h1>\(PageEscape.escaped(title))</h1>
      \(body)</main>
      </body>
      </html>

      """
  }
}
