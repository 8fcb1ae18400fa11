/// The rendered HTML of a document as blocks and words.
struct ProseTree {
  /// The HTML it was read from.
  let html: HTMLFragments
  /// The blocks, each before those inside it; the first is the whole.
  var blocks: [ProseBlock] = []
  /// The words in order.
  var tokens: [ProseToken] = []
  /// The markup around words.
  var spans: [ProseSpan] = []

  /// Reads a document; HTML that is not of our renderer's making gives its plain text in paragraphs.
  init(_ document: MarkdownDocument, interner: inout Interner) {
    if let tree = ProseTree(html: document.html, interner: &interner) {
      self = tree
      return
    }
    var bytes: [UInt8] = []
    for line in document.plainText.utf8.split(separator: 0x0A) {
      bytes.append("<p>")
      Escape.appendEscaped(line, to: &bytes)
      bytes.append("</p>\n")
    }
    let html = HTMLFragments(bytes: bytes, holes: [], links: [])
    self = ProseTree(html: html, interner: &interner) ?? ProseTree(emptyWith: &interner)
  }

  private init(emptyWith interner: inout Interner) {
    html = .empty
    ProseTreeBuilder.build(&self, interner: &interner)
  }

  private init?(html: HTMLFragments, interner: inout Interner) {
    guard html.bytes.count < Int(Int32.max) else { return nil }
    self.html = html
    guard ProseTreeBuilder.build(&self, interner: &interner) else { return nil }
    seal()
  }

  /// Whether the tag of a block is more than its name.
  func hasAttributes(_ block: ProseBlock) -> Bool {
    html.bytes[block.open].contains(UInt8(ascii: " "))
  }

  /// The blocks directly inside a block.
  func children(of block: Int) -> [Int] {
    var children: [Int] = []
    var index = block + 1
    while index < blocks[block].end {
      children.append(index)
      index = blocks[index].end
    }
    return children
  }

  /// The markup around a word, outermost first.
  func path(of span: Int32) -> [Int32] {
    var path: [Int32] = []
    var span = span
    while span >= 0 {
      path.append(span)
      span = spans[Int(span)].parent
    }
    return path.reversed()
  }

  /// How many words some tokens have.
  func words(in tokens: Range<Int>) -> Int {
    html.bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for token in self.tokens[tokens] {
        switch token.kind {
        case .word: count += 1
        case .line: count += Words.count(UnsafeBufferPointer(rebasing: bytes[token.range]))
        case .hole:
          let link = html.links[html.holes[Int(token.hole)].link]
          if link.kind == .image { continue }
          var text = link.text
          count += text.withUTF8 { Words.count($0) }
        default: break
        }
      }
      return count
    }
  }

  /// Works out which blocks are alike, those inside before those around.
  private mutating func seal() {
    for index in blocks.indices.reversed() {
      let block = blocks[index]
      var (content, form) = (Hasher(), Hasher())
      content.combine(block.name.family)
      form.combine(block.name == .bare ? .p : block.name)
      if block.name.isContainer {
        if hasAttributes(block) { form.combine(HTMLAttributes(html.bytes[block.open]).look) }
        for child in children(of: index) {
          content.combine(blocks[child].content)
          form.combine(blocks[child].form)
        }
      } else {
        if block.name == .pre {
          form.combine(Array(html.bytes[block.open]))
        } else if hasAttributes(block) {
          form.combine(HTMLAttributes(html.bytes[block.open]).look)
        }
        for token in tokens[block.tokens] {
          content.combine(token.number)
          form.combine(token.number)
          form.combine(token.state)
          form.combine(token.span < 0 ? -1 : spans[Int(token.span)].pathKey)
        }
      }
      blocks[index].content = content.finalize()
      blocks[index].form = form.finalize()
    }
  }
}
