internal import CCmarkGFM

extension TreeRewriter {
  /// Begins a paragraph.
  mutating func enterParagraph(_ node: Node, root: Node) {
    breakLine()
    source.enter(line: node.startLine, column: node.startColumn, endLine: node.endLine, skipsDefinitions: true)
    if lead == nil, node.parent == root { leadStart = plain.count }
  }

  /// Ends a paragraph.
  mutating func leaveParagraph(_ node: Node) {
    if let start = leadStart {
      leadStart = nil
      if start < plain.count { lead = start..<plain.count }
    }
    finishBox(node)
    breakLine()
  }

  /// Begins a heading.
  mutating func enterHeading(_ node: Node) {
    breakLine()
    source.enter(line: node.startLine, column: node.startColumn, endLine: node.endLine, skipsDefinitions: true)
    headingStart = plain.count
  }

  /// Ends a heading: gives it its level, its id and signs for both.
  mutating func leaveHeading(_ node: Node, root: Node) {
    guard let start = headingStart else { return }
    headingStart = nil
    finishBox(node)
    var words = plain[start...]
    while let last = words.last, last <= 0x20 { words.removeLast() }
    let text = String(decoding: words, as: UTF8.self)
    let written = Int(cmark_node_get_heading_level(node.pointer))
    if written == 1, node == root.firstChild { title = text }
    let level = options.demoteHeadings ? printedLevel(for: written) : written
    if level != written { _ = cmark_node_set_heading_level(node.pointer, Int32(level)) }
    let place = source.blockRange(line: node.startLine, column: node.startColumn, endLine: node.endLine)
    node.prepend(Marker(.headingOpen, headings.count))
    node.append(Marker(.headingClose, headings.count))
    headings.append(Heading(level: level, text: text, id: slugs.next(for: words), range: source.range(place)))
    breakLine()
  }

  /// One below the nearest heading before it that is written on a higher level; the first are on level 2.
  private mutating func printedLevel(for written: Int) -> Int {
    while let last = levels.last, last.written >= written { levels.removeLast() }
    let printed = min(6, (levels.last?.printed ?? 1) + 1)
    levels.append((written, printed))
    return printed
  }

  /// Takes in the lines of a code block and its language.
  mutating func codeBlock(_ node: Node) {
    breakLine()
    plain.append(contentsOf: node.literal)
    breakLine()
    let name = node.fenceInfo.prefix { $0 > 0x20 }
    guard !name.isEmpty else { return }
    let language = String(decoding: name, as: UTF8.self)
    if !languages.contains(language) { languages.append(language) }
  }

  /// Makes a quotation that begins with `[!NOTE]` an alert; returns whether its first paragraph went away.
  mutating func enterQuote(_ node: Node) -> Bool {
    guard let paragraph = node.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH, let mark = paragraph.firstChild,
      mark.type == CMARK_NODE_TEXT, let alert = Alert(mark.literal)
    else { return false }
    let lineEnd = mark.next
    if let lineEnd, lineEnd.type != CMARK_NODE_SOFTBREAK, lineEnd.type != CMARK_NODE_LINEBREAK { return false }
    guard cmark_node_set_type(node.pointer, CMARK_NODE_CUSTOM_BLOCK) == 1 else { return false }
    _ = cmark_node_set_on_enter(node.pointer, alert.opening)
    _ = cmark_node_set_on_exit(node.pointer, "</div>")
    mark.remove()
    lineEnd?.remove()
    guard paragraph.firstChild == nil else { return false }
    paragraph.remove()
    return true
  }

  /// Begins a list item; a task gets a box of ours, with a name, in place of cmark's.
  mutating func enterItem(_ node: Node) {
    breakLine()
    guard cmark_node_get_syntax_extension(node.pointer) != nil else { return }
    let isDone = cmark_gfm_extensions_get_tasklist_item_checked(node.pointer)
    tasks.total += 1
    if isDone { tasks.done += 1 }
    _ = cmark_node_set_syntax_extension(node.pointer, nil)
    if let first = node.firstChild, first.type == CMARK_NODE_PARAGRAPH || first.type == CMARK_NODE_HEADING {
      first.prepend(Marker(.checkbox, boxes.count))
      boxes.append(Self.box(isDone: isDone, label: nil))
      boxLabel = (first, plain.count)
    } else {
      node.prepend(html: Self.box(isDone: isDone, label: nil))
    }
  }

  private mutating func finishBox(_ node: Node) {
    guard let (paragraph, start) = boxLabel, paragraph == node, !boxes.isEmpty else { return }
    boxLabel = nil
    let isDone = boxes[boxes.count - 1].starts(with: Self.tickedBox)
    boxes[boxes.count - 1] = Self.box(isDone: isDone, label: plain[min(start, plain.count)...])
  }

  private static let tickedBox = Array("<input type=\"checkbox\" checked".utf8)
  private static let longestLabel = 160

  private static func box(isDone: Bool, label: ArraySlice<UInt8>?) -> [UInt8] {
    var output = isDone ? tickedBox : Array("<input type=\"checkbox\"".utf8)
    output.append(" disabled aria-label=\"")
    var name = label ?? []
    if name.count > longestLabel {
      name = name.prefix(longestLabel)
      while let last = name.last, last & 0xC0 == 0x80 { name.removeLast() }
      if let last = name.last, last >= 0xC0 { name.removeLast() }
    }
    while let last = name.last, last <= 0x20 { name.removeLast() }
    if name.isEmpty { name = Array("Task".utf8)[...] }
    Escape.appendEscaped(name, to: &output)
    output.append("\" /> ")
    return output
  }
}
