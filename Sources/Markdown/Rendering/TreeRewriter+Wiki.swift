internal import CCmarkGFM
internal import Diagnostics

extension TreeRewriter {
  /// Takes in the words of a text node and puts a sign in place of each wiki link in it.
  ///
  /// cmark reads `[[target]]` as text. Inside links and images it stays text, since links do not nest; escaped brackets
  /// are told apart by looking at the source.
  mutating func text(_ node: Node) {
    let literal = node.literal
    if literal.first == Marker.lead { return }
    guard imageDepth == 0, openLink == nil, Self.mayHoldWikiLink(literal) else { return emit(literal) }
    // The node's own text is replaced below, so the walk reads a copy.
    let words = Array(literal)
    var clean = 0
    var search = 0
    while let found = WikiLink(in: words, from: search) {
      search = found.range.lowerBound + 2
      guard
        let place = source.locate(
          .wiki, text: words[found.target], line: node.startLine, column: node.startColumn + found.range.lowerBound)
      else { continue }
      source.block.cursor = place.upperBound
      replace(words[clean..<found.range.lowerBound], before: node)
      node.insertBefore(Marker(.whole, links.count))
      let range = source.range(place)
      if let figure = found.metric(in: words, range: range) {
        // Anchors and contents go by the words of a heading, which do not change with the data.
        figures.append(FigurePlace(link: links.count, offset: headingStart == nil ? plain.count : nil))
        links.append(figure)
        if headingStart == nil { plain.append(contentsOf: figure.text.utf8) }
      } else {
        let link = found.link(in: words, range: range)
        links.append(link)
        plain.append(contentsOf: link.text.utf8)
      }
      clean = found.range.upperBound
      search = clean
    }
    plain.append(contentsOf: words[clean...])
    if clean > 0 { node.setLiteral(words[clean...]) }
  }

  private mutating func replace(_ words: ArraySlice<UInt8>, before node: Node) {
    guard !words.isEmpty, let pointer = cmark_node_new(CMARK_NODE_TEXT) else { return }
    plain.append(contentsOf: words)
    Node(pointer).setLiteral(words)
    if cmark_node_insert_before(node.pointer, pointer) == 0 { cmark_node_free(pointer) }
  }

  private static func mayHoldWikiLink(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = text.first(UInt8(ascii: "["), from: 0)
    while let open = index, open + 1 < text.count {
      if text[open + 1] == UInt8(ascii: "[") { return true }
      index = text.first(UInt8(ascii: "["), from: open + 1)
    }
    return false
  }
}

/// A `[[target#heading|words]]` in a line of text.
struct WikiLink {
  /// Brackets included.
  let range: Range<Int>
  /// Before the bar.
  let target: Range<Int>
  /// After the bar.
  let words: Range<Int>?

  private static let longest = 1024

  /// The first one at or after an offset; brackets do not nest and an empty target is none.
  init?(in text: [UInt8], from: Int) {
    var start = from
    while start + 4 < text.count {
      guard text[start] == UInt8(ascii: "["), text[start + 1] == UInt8(ascii: "[") else {
        start += 1
        continue
      }
      var index = start + 2
      var bar: Int?
      let limit = min(text.count - 1, start + Self.longest)
      while index < limit, text[index] != UInt8(ascii: "["), text[index] != UInt8(ascii: "]") {
        if text[index] == UInt8(ascii: "|"), bar == nil { bar = index }
        index += 1
      }
      let target = (start + 2)..<(bar ?? index)
      if index < limit, text[index] == UInt8(ascii: "]"), text[index + 1] == UInt8(ascii: "]"),
        text[target].contains(where: { $0 > 0x20 })
      {
        range = start..<(index + 2)
        self.target = target
        words = bar.map { ($0 + 1)..<index }
        return
      }
      start = max(start + 1, index - 1)
    }
    return nil
  }

  /// The link as a value.
  func link(in text: [UInt8], range: Range<SourcePosition>) -> Link {
    let target = Self.trimmed(text[target])
    let words = self.words.map { Self.trimmed(text[$0]) }.flatMap { $0.isEmpty ? nil : $0 }
    let parts = target.withUnsafeBufferPointer { LinkDestination($0) }
    return Link(
      kind: .wiki, reach: parts.reach, destination: String(decoding: target, as: UTF8.self), path: parts.path,
      fragment: parts.fragment, title: "", text: String(decoding: words ?? target, as: UTF8.self),
      hasOwnText: words != nil, range: range)
  }

  /// The figure that is asked for; nil when it is a link.
  func metric(in text: [UInt8], range place: Range<SourcePosition>) -> Link? {
    let inside = Self.trimmed(text[(range.lowerBound + 2)..<(range.upperBound - 2)])
    guard inside.count >= Self.metricPrefix.count,
      zip(inside, Self.metricPrefix).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 && $0 & 0x40 != 0 })
    else { return nil }
    let query = Self.trimmed(inside.dropFirst(Self.metricPrefix.count))
    return Link(
      kind: .metric, reach: .figure, destination: String(decoding: query, as: UTF8.self), path: "", fragment: nil,
      title: "", text: String(decoding: text[range], as: UTF8.self), hasOwnText: false, range: place)
  }

  private static let metricPrefix = Array("metric:".utf8)

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop { $0 <= 0x20 }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }
}
