internal import CCmarkGFM

extension TreeRewriter {
  /// Begins a table, a row or a cell.
  mutating func enterExtension(_ node: Node) {
    if node.isNamed("table_cell") {
      enterCell(node)
    } else if node.isNamed("table_row") || node.isNamed("table_header") {
      breakLine()
      column = 0
    } else if node.isNamed("table") {
      breakLine()
      let count = Int(cmark_gfm_extensions_get_table_columns(node.pointer))
      let list = cmark_gfm_extensions_get_table_alignments(node.pointer)
      alignments = Array(UnsafeBufferPointer(start: list, count: list == nil ? 0 : count))
    }
  }

  /// Ends a table, a row or a cell.
  mutating func leaveExtension(_ node: Node) {
    if node.isNamed("table_cell") {
      plain.append(0x20)
    } else if node.isNamed("table_row") || node.isNamed("table_header") {
      if plain.last == 0x20 { plain.removeLast() }
      breakLine()
    } else if node.isNamed("table") {
      let frame = "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">"
      node.insert(html: Array(frame.utf8), before: true)
      node.insert(html: Array("</div>".utf8), before: false)
    }
  }

  private mutating func enterCell(_ node: Node) {
    source.enter(line: node.startLine, column: node.startColumn, endLine: node.startLine, skipsDefinitions: false)
    if column < alignments.count, alignments[column] != 0 {
      node.prepend(Marker(.align, Int(alignments[column])))
    }
    column += 1
  }

  /// Shows raw HTML as the text that it is; comments stay unseen, and a line break is a line break.
  mutating func inlineHTML(_ node: Node) {
    let literal = Array(node.literal)
    if imageDepth > 0 { return }
    if literal.starts(with: "<!--".utf8) {
      node.remove()
    } else if Self.isLineBreak(literal) {
      emit(0x20)
      node.insertBefore(Marker(.lineBreak))
      node.remove()
    } else if let pointer = cmark_node_new(CMARK_NODE_TEXT) {
      let text = Node(pointer)
      text.setLiteral(literal)
      if cmark_node_insert_before(node.pointer, pointer) == 0 { cmark_node_free(pointer) }
      node.remove()
    }
  }

  /// Shows a block of raw HTML as the text that it is, without its comments.
  mutating func blockHTML(_ node: Node) {
    breakLine()
    let shown = Self.withoutComments(Array(node.literal))
    if !shown.isEmpty {
      var html = Array("<pre class=\"raw-html\"><code>".utf8)
      Escape.appendEscaped(shown, to: &html)
      html.append("</code></pre>")
      node.insert(html: html, before: true)
    }
    node.remove()
  }

  private static func isLineBreak(_ html: [UInt8]) -> Bool {
    let tag = html.filter { $0 > 0x20 }.map { $0 | 0x20 }
    return tag.elementsEqual("<br>".utf8) || tag.elementsEqual("<br/>".utf8)
  }

  private static func withoutComments(_ html: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), html[index...].starts(with: "<!--".utf8) {
        var end = index + 4
        while end < html.count, !html[end...].starts(with: "-->".utf8) { end += 1 }
        index = end + 3
      } else {
        output.append(html[index])
        index += 1
      }
    }
    while let last = output.last, last <= 0x20 { output.removeLast() }
    return output
  }
}
