/// Turns printed HTML with signs into bytes with holes, in one pass.
struct Segmenter {
  /// The ids to print, by heading.
  let headings: [Heading]
  /// The markup of check boxes, ready.
  let boxes: [[UInt8]]
  /// What is printed so far.
  private(set) var bytes: [UInt8] = []
  /// The holes so far.
  private(set) var holes: [HTMLFragments.Hole] = []

  /// A segmenter for one document.
  init(headings: [Heading], boxes: [[UInt8]]) {
    self.headings = headings
    self.boxes = boxes
  }

  /// Copies everything between the signs and acts on each sign.
  mutating func run(_ html: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(html.count + html.count / 8)
    var position = 0
    while let offset = html.first(Marker.lead, from: position) {
      bytes.append(contentsOf: html[position..<offset])
      if let marker = Marker(html, at: offset) {
        act(on: marker)
        position = offset + Marker.length
      } else {
        position = offset + 1
      }
    }
    bytes.append(contentsOf: html[position...])
  }

  private mutating func act(on marker: Marker) {
    switch marker.kind {
    case .linkOpen: holes.append(.init(offset: bytes.count, link: marker.index, part: .open))
    case .linkClose: holes.append(.init(offset: bytes.count, link: marker.index, part: .close))
    case .whole: holes.append(.init(offset: bytes.count, link: marker.index, part: .whole))
    case .headingOpen: openHeading(marker.index)
    case .headingClose: anchor(marker.index)
    case .align: align(marker.index)
    case .checkbox: checkbox(marker.index)
    case .lineBreak: bytes.append("<br />")
    }
  }

  /// `<h2>` becomes `<h2 id="…">`.
  private mutating func openHeading(_ index: Int) {
    guard bytes.last == UInt8(ascii: ">"), headings.indices.contains(index) else { return }
    bytes.removeLast()
    bytes.append(" id=\"")
    Escape.appendEscaped(headings[index].id.utf8, to: &bytes)
    bytes.append("\">")
  }

  private mutating func anchor(_ index: Int) {
    guard headings.indices.contains(index) else { return }
    bytes.append(" <a class=\"heading-anchor\" href=\"#")
    Escape.appendQuery(headings[index].id.utf8, to: &bytes)
    bytes.append("\" aria-label=\"Link to section: ")
    Escape.appendEscaped(headings[index].text.utf8, to: &bytes)
    bytes.append("\">#</a>")
  }

  /// `align="right"` becomes a class, since the attribute is obsolete and inline style is forbidden.
  private mutating func align(_ alignment: Int) {
    let (attribute, name): (StaticString, StaticString) =
      switch UInt8(truncatingIfNeeded: alignment) {
      case UInt8(ascii: "l"): (" align=\"left\">", " class=\"align-left\">")
      case UInt8(ascii: "c"): (" align=\"center\">", " class=\"align-center\">")
      default: (" align=\"right\">", " class=\"align-right\">")
      }
    if replaceEnd(attribute, with: name) { return }
  }

  /// A box takes the place in front of its words; the item around gets a class for the theme.
  private mutating func checkbox(_ index: Int) {
    guard boxes.indices.contains(index) else { return }
    if !replaceEnd("<li>", with: "<li class=\"task\">") {
      _ = replaceEnd("<li>\n<p>", with: "<li class=\"task\">\n<p>")
    }
    bytes.append(contentsOf: boxes[index])
  }

  private mutating func replaceEnd(_ end: StaticString, with replacement: StaticString) -> Bool {
    let ending = UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount)
    guard bytes.suffix(ending.count).elementsEqual(ending) else { return false }
    bytes.removeLast(ending.count)
    bytes.append(replacement)
    return true
  }
}
