/// Reads the HTML of a document into blocks and words, once from front to back.
struct ProseTreeBuilder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let html: HTMLFragments
  private var scanner: HTMLScanner
  private var blocks: [ProseBlock] = []
  private var tokens: [ProseToken] = []
  private var spans: [ProseSpan] = []
  private var openBlocks: [Int] = []
  private var openSpans: [(name: HTMLName, span: Int32)] = []
  private var span: Int32 = -1
  private var space = 0..<0
  private var isBroken = false

  /// Markup nested deeper than this is left out where words go or come.
  private static let deepestSpan = 24

  /// Fills a tree; false when the HTML is not as our renderer prints it.
  @discardableResult
  static func build(_ tree: inout ProseTree, interner: inout Interner) -> Bool {
    let html = tree.html
    return html.bytes.withUnsafeBufferPointer { bytes in
      var builder = ProseTreeBuilder(bytes, html)
      let isRead = builder.run(&interner)
      (tree.blocks, tree.tokens, tree.spans) = (builder.blocks, builder.tokens, builder.spans)
      return isRead
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ html: HTMLFragments) {
    self.bytes = bytes
    self.html = html
    scanner = HTMLScanner(bytes, in: 0..<bytes.count, holes: html.holes[...])
    tokens.reserveCapacity(bytes.count / 6)
  }

  private mutating func run(_ interner: inout Interner) -> Bool {
    open(.root, 0..<0)
    while !isBroken, let piece = scanner.next() {
      switch piece.kind {
      case .text: text(piece.range, &interner)
      case .open where piece.name == .pre: codeBlock(piece, &interner)
      case .open where !piece.name.isInline: openBlock(piece)
      case .open: openInline(piece, &interner)
      case .close where !piece.name.isInline: closeBlock(piece)
      case .close: closeSpan(piece.name)
      case .void: void(piece, &interner)
      case .linkOpen: openLink(piece, &interner)
      case .linkClose: closeSpan(.a)
      case .whole: whole(piece, &interner)
      }
    }
    closeBareWords(at: bytes.count)
    guard !isBroken, !scanner.isBroken, openBlocks.count == 1, openSpans.isEmpty else { return false }
    close(at: bytes.count..<bytes.count)
    return true
  }

  // MARK: Blocks

  private mutating func open(_ name: HTMLName, _ tag: Range<Int>) {
    openBlocks.append(blocks.count)
    blocks.append(
      ProseBlock(
        name: name, open: tag, inside: tag.upperBound..<tag.upperBound, bytes: tag,
        holes: scanner.holePosition..<scanner.holePosition, tail: -1, tokens: tokens.count..<tokens.count,
        end: blocks.count + 1))
    space = 0..<0
  }

  private mutating func close(at tag: Range<Int>) {
    guard let index = openBlocks.popLast() else { return isBroken = true }
    if !openSpans.isEmpty { isBroken = true }
    blocks[index].inside = blocks[index].open.upperBound..<tag.lowerBound
    blocks[index].bytes = blocks[index].open.lowerBound..<tag.upperBound
    blocks[index].tokens = blocks[index].tokens.lowerBound..<tokens.count
    blocks[index].end = blocks.count
    blocks[index].holes = blocks[index].holes.lowerBound..<scanner.holePosition
    if blocks[index].tail < 0 { blocks[index].tail = tag.lowerBound }
    space = 0..<0
  }

  private mutating func openBlock(_ piece: HTMLScanner.Piece) {
    closeBareWords(at: piece.range.lowerBound)
    guard let top = openBlocks.last, blocks[top].name.isContainer else { return isBroken = true }
    open(piece.name, piece.range)
  }

  private mutating func closeBlock(_ piece: HTMLScanner.Piece) {
    closeBareWords(at: piece.range.lowerBound)
    guard let top = openBlocks.last, blocks[top].name == piece.name else { return isBroken = true }
    close(at: piece.range)
  }

  private mutating func closeBareWords(at end: Int) {
    if let top = openBlocks.last, blocks[top].name == .bare { close(at: end..<end) }
  }

  /// Words directly inside a list item or another block of blocks are a block, too.
  private mutating func enterWords(at start: Int, hole: Int) {
    guard let top = openBlocks.last else { return isBroken = true }
    if blocks[top].name.isContainer {
      open(.bare, start..<start)
      if hole >= 0 { blocks[blocks.count - 1].holes = hole..<hole }
    } else if blocks[top].tail >= 0 {
      isBroken = true
    }
  }

  private mutating func codeBlock(_ piece: HTMLScanner.Piece, _ interner: inout Interner) {
    openBlock(piece)
    guard !isBroken, let code = scanner.next(), code.kind == .open, code.name == .code else { return isBroken = true }
    let index = blocks.count - 1
    blocks[index].open = piece.range.lowerBound..<code.range.upperBound
    var next = scanner.next()
    var text = code.range.upperBound..<code.range.upperBound
    if let found = next, found.kind == .text {
      text = found.range
      next = scanner.next()
    }
    guard let codeEnd = next, codeEnd.kind == .close, codeEnd.name == .code, let end = scanner.next(),
      end.kind == .close, end.name == .pre
    else { return isBroken = true }
    var start = text.lowerBound
    while start < text.upperBound {
      let lineEnd = min(text.upperBound, (bytes.first(0x0A, from: start) ?? text.upperBound) + 1)
      add(.line, start..<lineEnd, number: interner.number(bytes[start..<lineEnd]))
      start = lineEnd
    }
    close(at: codeEnd.range.lowerBound..<end.range.upperBound)
  }

  // MARK: Words

  private mutating func add(
    _ kind: ProseToken.Kind, _ range: Range<Int>, number: Int32, hole: Int = -1, state: UInt8 = 0
  ) {
    tokens.append(
      ProseToken(
        kind: kind, state: state, number: number, span: span, start: Int32(range.lowerBound),
        end: Int32(range.upperBound), spaceStart: Int32(space.lowerBound), spaceEnd: Int32(space.upperBound),
        hole: Int32(hole)))
    space = 0..<0
  }

  private mutating func text(_ range: Range<Int>, _ interner: inout Interner) {
    var words = WordScanner(bytes, in: range, readsEntities: true)
    while let (kind, range) = words.next() {
      if kind == .space {
        if space.isEmpty { space = range }
        continue
      }
      enterWords(at: range.lowerBound, hole: -1)
      if isBroken { return }
      add(kind == .word ? .word : .sign, range, number: interner.number(bytes[range]))
    }
  }

  private mutating func void(_ piece: HTMLScanner.Piece, _ interner: inout Interner) {
    if piece.name == .hr {
      openBlock(piece)
      return close(at: piece.range.upperBound..<piece.range.upperBound)
    }
    enterWords(at: piece.range.lowerBound, hole: -1)
    if piece.name == .input {
      let isTicked = HTMLAttributes(Array(bytes[piece.range])[...]).has("checked")
      add(.box, piece.range, number: interner.number("\u{1}box".utf8), state: isTicked ? 1 : 0)
    } else {
      add(.lineBreak, piece.range, number: interner.number("\u{1}break".utf8))
    }
  }

  private mutating func whole(_ piece: HTMLScanner.Piece, _ interner: inout Interner) {
    enterWords(at: piece.range.lowerBound, hole: piece.hole)
    let link = html.links[html.holes[piece.hole].link]
    let key = "\u{1}\(link.kind.rawValue) \(link.destination)\u{1}\(link.text)\u{1}\(link.title)"
    add(.hole, piece.range, number: interner.number(key.utf8), hole: piece.hole)
  }

  // MARK: Markup

  private mutating func openInline(_ piece: HTMLScanner.Piece, _ interner: inout Interner) {
    if piece.name == .sup || piece.name == .a {
      let tag = HTMLAttributes(Array(bytes[piece.range])[...])
      if tag["class"].map({ HTMLAttributes.isEqual($0, "footnote-ref") }) == true {
        return reference(piece, &interner)
      }
      if piece.name == .a { return mark(piece) }
    }
    enterWords(at: piece.range.lowerBound, hole: -1)
    let key = interner.number(bytes[piece.range])
    push(piece.name, open: piece.range, hole: -1, key: key, &interner)
  }

  private mutating func openLink(_ piece: HTMLScanner.Piece, _ interner: inout Interner) {
    enterWords(at: piece.range.lowerBound, hole: piece.hole)
    let link = html.links[html.holes[piece.hole].link]
    let key = interner.number("\u{1}\(link.destination)\u{1}\(link.title)".utf8)
    push(.a, open: piece.range, hole: piece.hole, key: key, &interner)
  }

  private mutating func push(
    _ name: HTMLName, open: Range<Int>, hole: Int, key: Int32, _ interner: inout Interner
  ) {
    openSpans.append((name, span))
    guard openSpans.count <= Self.deepestSpan else { return }
    let around = span < 0 ? -1 : spans[Int(span)].pathKey
    let pathKey = interner.number("\u{2}\(around) \(key)".utf8)
    spans.append(
      ProseSpan(
        parent: span, name: name, open: open, hole: Int32(hole), key: key, pathKey: pathKey,
        depth: Int32(openSpans.count - 1)))
    span = Int32(spans.count - 1)
  }

  private mutating func closeSpan(_ name: HTMLName) {
    guard let last = openSpans.popLast(), last.name == name else { return isBroken = true }
    span = last.span
  }

  /// A reference is its footnote, whatever number it got.
  private mutating func reference(_ piece: HTMLScanner.Piece, _ interner: inout Interner) {
    enterWords(at: piece.range.lowerBound, hole: -1)
    var target = Array("\u{1}note ".utf8)
    while let next = scanner.next() {
      if next.kind == .open, next.name == .a {
        target += HTMLAttributes(Array(bytes[next.range])[...])["href"] ?? []
      } else if next.kind == .close, next.name == .sup {
        return add(.reference, piece.range.lowerBound..<next.range.upperBound, number: interner.number(target))
      } else if next.hole >= 0 {
        break
      }
    }
    isBroken = true
  }

  /// A mark of ours at the end of a block, such as the link of a heading to itself.
  private mutating func mark(_ piece: HTMLScanner.Piece) {
    guard let top = openBlocks.last else { return isBroken = true }
    if blocks[top].name.isContainer { open(.bare, piece.range.lowerBound..<piece.range.lowerBound) }
    let block = blocks.count - 1
    if blocks[block].tail < 0 { blocks[block].tail = space.isEmpty ? piece.range.lowerBound : space.lowerBound }
    while let next = scanner.next(), next.hole < 0 {
      if next.kind == .close, next.name == .a { return }
    }
    isBroken = true
  }
}
