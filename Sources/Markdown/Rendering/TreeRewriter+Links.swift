internal import CCmarkGFM
internal import Diagnostics

extension TreeRewriter {
  /// Notes a link and where it stands; inside an image it is words only.
  mutating func enterLink(_ node: Node) {
    guard imageDepth == 0 else { return }
    let url = node.url
    let child = node.firstChild
    let text = child.flatMap { $0.type == CMARK_NODE_TEXT ? $0.literal : nil }
    var kind = Link.Kind.link
    var found: Range<Int>?
    if let text, node.title.isEmpty, child?.next == nil, Self.isAddress(url, shownAs: text), !isBracketed(node) {
      kind = .autolink
      found = source.locate(.address, text: text, line: node.startLine, column: node.startColumn)
    }
    if found == nil {
      kind = .link
      let hint = Self.hint(for: node, firstChild: child)
      found = source.locate(.link, text: text ?? Self.nothing, line: hint.line, column: hint.column)
    }
    openLink = open(kind, node: node, at: found)
  }

  /// Takes the link apart: its words stay between two signs.
  mutating func leaveLink(_ node: Node) {
    guard imageDepth == 0, let open = openLink else { return }
    openLink = nil
    source.block.cursor = max(source.block.cursor, open.range.upperBound)
    links[open.index].text = String(decoding: plain[open.start...], as: UTF8.self)
    node.insertBefore(Marker(.linkOpen, open.index))
    while let child = node.firstChild {
      if cmark_node_insert_before(node.pointer, child.pointer) == 0 { break }
    }
    node.insertBefore(Marker(.linkClose, open.index))
    node.remove()
  }

  /// Notes an image and where it stands.
  mutating func enterImage(_ node: Node) {
    imageDepth += 1
    guard imageDepth == 1 else { return }
    let child = node.firstChild
    let text = child.flatMap { $0.type == CMARK_NODE_TEXT ? $0.literal : nil } ?? Self.nothing
    let found = source.locate(.image, text: text, line: node.startLine, column: node.startColumn)
    alternative.removeAll(keepingCapacity: true)
    openImage = open(.image, node: node, at: found)
  }

  /// Puts one sign in place of the image and all inside it.
  mutating func leaveImage(_ node: Node) {
    imageDepth -= 1
    guard imageDepth == 0, let open = openImage else { return }
    openImage = nil
    source.block.cursor = max(source.block.cursor, open.range.upperBound)
    links[open.index].text = String(decoding: alternative, as: UTF8.self)
    if headingStart == nil { plain.append(contentsOf: alternative) }
    node.insertBefore(Marker(.whole, open.index))
    node.remove()
  }

  private mutating func open(_ kind: Link.Kind, node: Node, at found: Range<Int>?) -> OpenLink {
    let range = found ?? source.fallback
    if let found { source.block.cursor = max(source.block.cursor, found.lowerBound + 1) }
    let url = node.url
    let destination = LinkDestination(url)
    links.append(
      Link(
        kind: kind, reach: destination.reach, destination: String(decoding: url, as: UTF8.self),
        path: destination.path, fragment: destination.fragment, title: String(decoding: node.title, as: UTF8.self),
        text: "", hasOwnText: true, range: source.range(range)))
    return OpenLink(index: links.count - 1, start: plain.count, range: range)
  }

  /// Whether the source has `[` where the link begins, though its words are its address.
  private func isBracketed(_ node: Node) -> Bool {
    source.offset(line: node.startLine, column: node.startColumn).map { source.bytes[$0] == UInt8(ascii: "[") } ?? false
  }

  /// Whether a link shows its own address, as bare and bracketed ones do.
  private static func isAddress(_ url: UnsafeBufferPointer<UInt8>, shownAs text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    if url.elementsEqual(text) { return true }
    // cmark percent-encodes neither; it only puts a scheme in front of "www." and of mail addresses.
    let prefix = url.count - text.count
    return prefix > 0 && url[prefix...].elementsEqual(text)
      && (url[..<prefix].elementsEqual("http://".utf8) || url[..<prefix].elementsEqual("mailto:".utf8))
  }

  /// A link over several lines is given the line of its end; its first word knows better.
  private static func hint(for node: Node, firstChild: Node?) -> (line: Int, column: Int) {
    let line = node.startLine
    guard let child = firstChild, child.startLine > 0, child.startLine < line else { return (line, node.startColumn) }
    return (child.startLine, child.startColumn - 1)
  }

  private static var nothing: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }
}
