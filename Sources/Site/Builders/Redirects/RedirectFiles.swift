internal import Diagnostics
internal import WorkspaceModel

/// The files that keep old addresses working: a small page at each of them, and two lists for hosts and for tools.
struct RedirectFiles {
  private let redirects: SiteRedirects
  /// Prints the page of an address that was removed.
  private let removedPage: (SiteRedirects.Entry) throws -> [UInt8]

  init(_ redirects: SiteRedirects, removedPage: @escaping (SiteRedirects.Entry) throws -> [UInt8]) {
    self.redirects = redirects
    self.removedPage = removedPage
  }

  /// Puts what stands in the way of no other file.
  func put(into output: NotedOutput<some SiteOutput>) throws {
    var names = output.names
    var put: [SiteRedirects.Entry] = []
    for entry in redirects.entries {
      let file = "\(entry.from.dropFirst())index.html"
      guard names.hasRoom(for: file) else { continue }
      names.insert(file)
      put.append(entry)
      try output.put(file, entry.to.map { RedirectPage.bytes(entry, to: $0) } ?? removedPage(entry))
    }
    try output.put("redirects.json", Self.list(put).encoded(pretty: true))
    try output.put("_redirects", Array(put.compactMap(Self.line).joined().utf8))
  }

  private static func list(_ entries: [SiteRedirects.Entry]) -> JSONValue {
    .array(
      entries.map { entry in
        .members(
          ("from", .string(address(Href(entry.from)))), ("to", entry.to.map { .string(address($0)) } ?? .null),
          ("kind", .string(entry.kind.rawValue)), ("since", entry.since.map { .string($0.iso) } ?? .null))
      })
  }

  /// A line in the form that several static hosts read.
  private static func line(_ entry: SiteRedirects.Entry) -> String? {
    entry.to.map { "\(address(Href(entry.from))) \(address($0)) 301\n" }
  }

  /// An address without any character that a host could take for a pattern.
  private static func address(_ href: Href) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    func encoded(_ text: String) -> String {
      var bytes: [UInt8] = []
      for byte in text.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
        case _ where "/-._~".utf8.contains(byte): bytes.append(byte)
        default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    return encoded(href.path) + (href.fragment.map { "#" + encoded($0) } ?? "")
  }
}

/// The page at an address of old that sends its reader on, without a script.
enum RedirectPage {
  /// A whole page.
  static func bytes(_ entry: SiteRedirects.Entry, to href: Href) -> [UInt8] {
    let target = PageEscape.escaped(href.relative(to: PageDepth.root(of: entry.from)))
    let title = PageEscape.escaped(entry.title)
    let text = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      \(SecurityPolicy.element)<meta http-equiv="refresh" content="0; url=\(target)">
      \(noIndex)<link rel="canonical" href="\(target)">
      <title>Moved: \(title)</title>
      </head>
      <body>
      <p>This page has moved to <a href="\(target)">\(title)</a>.</p>
      </body>
      </html>

      """
    return Array(text.utf8)
  }

  /// Keeps crawlers from listing an address of old.
  static let noIndex = "<meta name=\"robots\" content=\"noindex\">\n"
}
