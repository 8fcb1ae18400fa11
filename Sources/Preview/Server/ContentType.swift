/// What a browser is told about the bytes of a file.
struct ContentType: Hashable, Sendable {
  /// As it stands in the header.
  let text: String
  /// Whether the browser may show it, and need not put it on disk.
  let isShown: Bool

  /// By the extension of a file; what is not known is never guessed from its bytes.
  init(of file: String) {
    let name = file.split(separator: "/").last ?? ""
    let known =
      name.contains(".") ? Self.byExtension[name.split(separator: ".").last.map { $0.lowercased() } ?? ""] : nil
    text = known ?? "application/octet-stream"
    isShown = known != nil
  }

  private static let byExtension = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8", "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "xml": "application/atom+xml; charset=utf-8", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
  ]
}
