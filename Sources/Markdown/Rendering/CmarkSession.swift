internal import CCmarkGFM

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One document's way through cmark-gfm: parse, rewrite, print, free.
enum CmarkSession {
  /// Five extensions, registered once: cmark's own flag for that is not synchronised, a Swift static is.
  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// One document at a time: the library keeps its table of special characters in one mutable global, and two threads
  /// would take each other's extensions away without a word.
  private static let lock = ProcessLock()

  // Positions inside code spans and raw HTML are only right with SOURCEPOS; it is not passed on to the printer.
  private static let parsing = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SOURCEPOS
  private static let printing = CMARK_OPT_FOOTNOTES
  private static let extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]

  /// Renders well-formed UTF-8 without NUL that the guard has accepted.
  static func render(_ bytes: UnsafeBufferPointer<UInt8>, options: MarkdownOptions) -> MarkdownDocument {
    lock.withLock { rendered(bytes, options: options) } ?? .empty
  }

  private static func rendered(
    _ bytes: UnsafeBufferPointer<UInt8>, options: MarkdownOptions
  ) -> MarkdownDocument? {
    guard isRegistered, let parser = cmark_parser_new(parsing) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      guard let found = cmark_find_syntax_extension(name) else { continue }
      _ = cmark_parser_attach_syntax_extension(parser, found)
    }
    bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let root = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(root) }
    var rewriter = TreeRewriter(source: bytes, options: options)
    rewriter.rewrite(root)
    guard let html = cmark_render_html(root, printing, cmark_parser_get_syntax_extensions(parser)) else { return nil }
    defer { free(html) }
    let printed = UnsafeRawBufferPointer(start: html, count: strlen(html)).assumingMemoryBound(to: UInt8.self)
    return rewriter.document(fromHTML: printed)
  }
}
