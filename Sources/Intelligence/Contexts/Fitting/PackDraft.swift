internal import Diagnostics
internal import WorkspaceModel

/// A piece of a section: words that always stand there, or an item that can be shortened.
enum PackPiece: Sendable {
  case words(String)
  case item(PackText)
}

/// A section with all that it could tell.
struct PackDraftSection: Sendable {
  var section: PackSection
  var title: String
  var pieces: [PackPiece]
  /// Its place in the template.
  var part: Int
  /// Whether items may be told in full only while they are new.
  var isDated: Bool { section == .interactions }
}

/// All that a pack could tell, in the order of its template.
struct PackDraft: Sendable {
  var sections: [PackDraftSection]

  /// Prints the template of a tier with all items of a customer.
  init(_ reading: PackReading, _ template: PackTemplate, frame: [String: PackValue]) {
    let printer = PackPrinter(frame)
    var made: [PackSection: [PackItem]] = [:]
    sections = template.parts.enumerated().map { place, part in
      if made[part.section] == nil { made[part.section] = reading.items(part.section) }
      let items = made[part.section] ?? []
      return PackDraftSection(
        section: part.section, title: Self.title(part, printer), pieces: Self.pieces(part, printer, items, frame),
        part: place)
    }
    sections = sections.filter { !$0.pieces.isEmpty }
  }

  /// The same with a header that tells what only the finished pack knows.
  func finished(_ template: PackTemplate, frame: [String: PackValue]) -> PackDraft {
    var draft = self
    for index in draft.sections.indices where draft.sections[index].section == .header {
      let part = template.parts[draft.sections[index].part]
      draft.sections[index].pieces = Self.pieces(part, PackPrinter(frame), [], frame)
    }
    return draft
  }

  private static func pieces(
    _ part: PackTemplate.Part, _ printer: PackPrinter, _ items: [PackItem], _ frame: [String: PackValue]
  ) -> [PackPiece] {
    var pieces: [PackPiece] = []
    var words: [PackNode] = []
    func finish() {
      let text = PackPrinter.tidied(printer.text(words))
      if !text.isEmpty { pieces.append(.words(text)) }
      words = []
    }
    if part.section == .header, !isPlain(part.heading) {
      pieces.append(.words("### \(PackPrinter.tidied(printer.text(part.heading)))"))
    }
    for node in part.nodes {
      guard case .section(let path, let isInverted, let inner) = node,
        part.section.lists.contains(path.joined(separator: "."))
      else {
        words.append(node)
        continue
      }
      finish()
      let wanted = items.filter { $0.list == path.joined(separator: ".") }
      if isInverted {
        if wanted.isEmpty { words += inner }
      } else {
        pieces += wanted.map { .item(text(of: $0, inner, frame)) }
      }
    }
    finish()
    return pieces
  }

  private static func isPlain(_ nodes: [PackNode]) -> Bool {
    nodes.allSatisfy { if case .text = $0 { true } else { false } }
  }

  /// The heading of the template; where that names somebody it stands inside the fence, and this is the fence's title.
  private static func title(_ part: PackTemplate.Part, _ printer: PackPrinter) -> String {
    let text = isPlain(part.heading) ? UntrustedText.line(printer.text(part.heading)) : ""
    return text.isEmpty ? (part.section == .header ? "Account" : Slug.title(of: part.section.rawValue)) : text
  }

  /// An item in all its lengths, each with its id on the first line.
  private static func text(of item: PackItem, _ nodes: [PackNode], _ frame: [String: PackValue]) -> PackText {
    let id = UntrustedText.line(item.id)
    func marked(_ text: String) -> String {
      let end = text.firstIndex(of: "\n") ?? text.endIndex
      return "\(text[..<end]) [\(id)]\(text[end...])"
    }
    let line = marked(UntrustedText.line(item.line))
    let full = marked(PackPrinter.tidied(PackPrinter(item.values, inside: frame).text(nodes)))
    let summary = item.summary.map { marked(UntrustedText.line($0)) }
    var texts: [(detail: PackDetail, text: String)] = []
    for (detail, text) in [(PackDetail.line, line), (.summary, summary ?? line)] where text.utf8.count < full.utf8.count
    {
      if let last = texts.last, last.text.utf8.count >= text.utf8.count { continue }
      texts.append((detail, text))
    }
    texts.append((.full, full))
    return PackText(id: id, day: item.day, keys: item.keys, relevance: item.relevance, texts: texts)
  }
}
