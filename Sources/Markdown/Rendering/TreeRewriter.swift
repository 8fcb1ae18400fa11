internal import CCmarkGFM
internal import Diagnostics

/// Walks cmark's tree once, collects what a document holds, and leaves signs where the HTML needs more than cmark prints.
///
/// The walk uses cmark's iterator, so depth costs no stack. Changes are made behind the iterator or below the node it
/// stands on, never to the node it has already chosen to visit next.
struct TreeRewriter {
  /// What was asked for.
  let options: MarkdownOptions
  /// The way back to the source.
  var source: SourceMap
  /// The words so far.
  var plain: [UInt8] = []
  /// The words of the image that is open.
  var alternative: [UInt8] = []
  /// How many images are open: whatever they hold is words only.
  var imageDepth = 0
  /// The links so far.
  var links: [Link] = []
  /// The figures so far.
  var figures: [FigurePlace] = []
  /// The link that is open, if any; links do not nest.
  var openLink: OpenLink?
  /// The image that is open, if any.
  var openImage: OpenLink?
  /// The headings so far.
  var headings: [Heading] = []
  /// Hands out ids.
  var slugs = Slugs()
  /// Where the open heading's words begin.
  var headingStart: Int?
  /// Written and printed level of the headings around the next one.
  var levels: [(written: Int, printed: Int)] = []
  /// The markup of the check boxes.
  var boxes: [[UInt8]] = []
  /// The paragraph that names the newest check box.
  var boxLabel: (node: Node, start: Int)?
  /// The check boxes counted.
  var tasks = TaskItems(done: 0, total: 0)
  /// The opening heading of level 1.
  var title: String?
  /// The first paragraph in the plain text.
  var lead: Range<Int>?
  /// Where the paragraph that may be the lead begins.
  var leadStart: Int?
  /// The languages so far.
  var languages: [String] = []
  /// The alignments of the open table's columns.
  var alignments: [UInt8] = []
  /// The column of the next cell.
  var column = 0

  /// A link or an image between its two ends.
  struct OpenLink {
    /// Its place among the links.
    var index: Int
    /// Where its words begin in the plain text.
    var start: Int
    /// Where it stands in the source.
    var range: Range<Int>
  }

  /// A walk over the tree of a text.
  init(source: UnsafeBufferPointer<UInt8>, options: MarkdownOptions) {
    self.options = options
    self.source = SourceMap(source, firstLine: options.firstLine)
    plain.reserveCapacity(source.count)
  }

  /// Walks and rewrites the whole tree.
  mutating func rewrite(_ root: OpaquePointer) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    let root = Node(root)
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let pointer = cmark_iter_get_node(iterator) else { break }
      let node = Node(pointer)
      if event == CMARK_EVENT_EXIT {
        leave(node, root: root)
      } else if enter(node, root: root) {
        cmark_iter_reset(iterator, pointer, CMARK_EVENT_ENTER)
      }
    }
  }

  /// Everything collected, with the HTML cut at the signs.
  func document(fromHTML html: UnsafeBufferPointer<UInt8>) -> MarkdownDocument {
    var segmenter = Segmenter(headings: headings, boxes: boxes)
    segmenter.run(html)
    var text = plain[...]
    while text.last == 0x0A || text.last == 0x20 { text.removeLast() }
    let lead = lead.map { $0.clamped(to: 0..<text.count) } ?? 0..<0
    return MarkdownDocument(
      html: HTMLFragments(bytes: segmenter.bytes, holes: segmenter.holes, links: links), headings: headings,
      plainText: String(decoding: text, as: UTF8.self), lead: lead,
      words: text.withUnsafeBufferPointer { Words.count($0) }, taskItems: tasks,
      title: title, codeLanguages: languages, figures: figures)
  }

  /// Returns whether the node's first child was replaced, so that the iterator has to choose again.
  private mutating func enter(_ node: Node, root: Node) -> Bool {
    switch node.type {
    case CMARK_NODE_TEXT: text(node)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: emit(0x20)
    case CMARK_NODE_CODE: emit(node.literal)
    case CMARK_NODE_HTML_INLINE: inlineHTML(node)
    case CMARK_NODE_HTML_BLOCK: blockHTML(node)
    case CMARK_NODE_LINK: enterLink(node)
    case CMARK_NODE_IMAGE: enterImage(node)
    case CMARK_NODE_PARAGRAPH: enterParagraph(node, root: root)
    case CMARK_NODE_HEADING: enterHeading(node)
    case CMARK_NODE_CODE_BLOCK: codeBlock(node)
    case CMARK_NODE_BLOCK_QUOTE: return enterQuote(node)
    case CMARK_NODE_ITEM: enterItem(node)
    case CMARK_NODE_DOCUMENT, CMARK_NODE_LIST, CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_THEMATIC_BREAK,
      CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_FOOTNOTE_DEFINITION, CMARK_NODE_FOOTNOTE_REFERENCE:
      break
    default: enterExtension(node)
    }
    return false
  }

  private mutating func leave(_ node: Node, root: Node) {
    switch node.type {
    case CMARK_NODE_LINK: leaveLink(node)
    case CMARK_NODE_IMAGE: leaveImage(node)
    case CMARK_NODE_PARAGRAPH: leaveParagraph(node)
    case CMARK_NODE_HEADING: leaveHeading(node, root: root)
    case CMARK_NODE_ITEM: breakLine()
    case CMARK_NODE_DOCUMENT, CMARK_NODE_LIST, CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_BLOCK_QUOTE,
      CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_FOOTNOTE_DEFINITION:
      break
    default: leaveExtension(node)
    }
  }
}

extension TreeRewriter {
  /// Adds words to the image that is open, else to the plain text.
  mutating func emit(_ bytes: some Sequence<UInt8>) {
    if imageDepth > 0 { alternative.append(contentsOf: bytes) } else { plain.append(contentsOf: bytes) }
  }

  /// Adds one byte of words.
  mutating func emit(_ byte: UInt8) {
    if imageDepth > 0 { alternative.append(byte) } else { plain.append(byte) }
  }

  /// Ends a line of the plain text.
  mutating func breakLine() {
    if let last = plain.last, last != 0x0A { plain.append(0x0A) }
  }
}
