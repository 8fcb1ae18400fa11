/// The HTML of a document with holes where the addresses of links and images go.
///
/// The bytes do not depend on where the document is placed or on who reads it; a page writer fills the holes in one
/// pass. Everything between the holes is already escaped.
package struct HTMLFragments: Sendable, Equatable {
  /// One place that waits for an address.
  package struct Hole: Sendable, Equatable {
    /// Which piece of markup is missing.
    package enum Part: UInt8, Sendable, CaseIterable {
      /// The opening tag of a link; its words follow as ordinary bytes.
      case open
      /// The closing tag of a link.
      case close
      /// A whole image, wiki link or figure.
      case whole
    }

    /// How many bytes stand before it.
    package var offset: Int
    /// Which link of ``HTMLFragments/links`` it belongs to.
    package var link: Int
    /// Which piece of markup is missing.
    package var part: Part
  }

  /// The HTML without the holes' markup, in UTF-8.
  package internal(set) var bytes: [UInt8]
  /// The holes in the order of their offsets.
  package internal(set) var holes: [Hole]
  /// The links in the order of the HTML; footnotes come last.
  package internal(set) var links: [Link]

  /// No HTML at all.
  package static let empty = HTMLFragments(bytes: [], holes: [], links: [])

  /// Appends the HTML with every hole filled; a refused link is `.none` without asking.
  package func write(into output: inout [UInt8], address: (Link) -> LinkTarget) {
    output.reserveCapacity(output.count + bytes.count + holes.count * 64)
    bytes.withUnsafeBufferPointer { bytes in
      var written = 0
      var openIsDead = false
      for hole in holes {
        output.append(contentsOf: bytes[written..<hole.offset])
        written = hole.offset
        let link = links[hole.link]
        switch hole.part {
        case .close:
          output.append(openIsDead ? "</span>" : "</a>")
        case .open:
          let target = link.reach == .refused ? .none : address(link)
          openIsDead = target == .none
          Self.open(link, target, into: &output)
        case .whole:
          let target = link.reach == .refused ? .none : address(link)
          switch link.kind {
          case .image: Self.image(link, target, into: &output)
          case .metric: Self.metric(link, target, into: &output)
          default: Self.wiki(link, target, into: &output)
          }
        }
      }
      output.append(contentsOf: bytes[written...])
    }
  }

  private static func open(_ link: Link, _ target: LinkTarget, into output: inout [UInt8]) {
    if target == .none { return output.append("<span class=\"dead-link\">") }
    output.append("<a href=\"")
    address(link, target, into: &output)
    output.append("\"")
    if link.reach == .external { output.append(" class=\"external\" rel=\"noopener noreferrer nofollow\"") }
    title(link, into: &output)
    output.append(">")
  }

  private static func wiki(_ link: Link, _ target: LinkTarget, into output: inout [UInt8]) {
    open(link, target, into: &output)
    if case .titled(_, let text) = target, !link.hasOwnText {
      Escape.appendEscaped(text.utf8, to: &output)
    } else {
      Escape.appendEscaped(link.text.utf8, to: &output)
    }
    output.append(target == .none ? "</span>" : "</a>")
  }

  private static func image(_ link: Link, _ target: LinkTarget, into output: inout [UInt8]) {
    if target == .none {
      output.append("<span class=\"dead-link\">")
      Escape.appendEscaped(link.text.utf8, to: &output)
      return output.append("</span>")
    }
    output.append("<img src=\"")
    address(link, target, into: &output)
    output.append("\" alt=\"")
    Escape.appendEscaped(link.text.utf8, to: &output)
    output.append("\"")
    title(link, into: &output)
    output.append(" loading=\"lazy\" />")
  }

  /// A figure; its name where nobody knows one.
  private static func metric(_ link: Link, _ target: LinkTarget, into output: inout [UInt8]) {
    if case .figure(let mark) = target { return mark.write(into: &output) }
    output.append("<code>")
    Escape.appendEscaped(link.text.utf8, to: &output)
    output.append("</code>")
  }

  private static func title(_ link: Link, into output: inout [UInt8]) {
    if link.title.isEmpty { return }
    output.append(" title=\"")
    Escape.appendEscaped(link.title.utf8, to: &output)
    output.append("\"")
  }

  private static func address(_ link: Link, _ target: LinkTarget, into output: inout [UInt8]) {
    switch target {
    case .address(let bytes), .titled(let bytes, _): output.append(contentsOf: bytes)
    case .asWritten: Escape.appendAddress(link.destination.utf8, to: &output)
    case .figure, .none: break
    }
  }
}
