internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

extension SiteReading {
  /// A page of text with its neighbours.
  func documentPage(_ entry: DocumentEntry, _ shelf: DocumentShelf) -> DocumentPage {
    let address = Href(entry.address)
    let (list, place) = shelf.neighbours(of: entry)
    let window = max(0, min(place - 20, list.count - 40))..<min(list.count, max(place + 20, 40))
    var siblings = list[window].map { other in
      Sibling(text: other.source.title, href: Href(other.address), isCurrent: other.source.path == entry.source.path)
    }
    if entry.isIndex {
      let folders =
        shelf.subfolders(of: entry.address) + shelf.children(of: entry.address).filter(\.isIndex).map(\.address)
      siblings += folders.sorted().prefix(40).map { folder in
        Sibling(text: shelf.title(of: folder), href: Href(folder), isCurrent: false)
      }
    }
    let folder = entry.source.path.parent
    return DocumentPage(
      head: documentHead(entry, shelf), body: documentBody(entry, address), toc: headings(of: entry.source.path),
      siblingsTitle: folder.isRoot ? "At the top" : "In \(folderName(entry, shelf))", siblings: Array(siblings),
      previous: place > 0 ? Self.link(to: list[place - 1]) : nil,
      next: place + 1 < list.count ? Self.link(to: list[place + 1]) : nil,
      backlinks: backlinks(to: entry.source.path),
      provenance: provenance(entry.source, reviewed: Self.reviewedOn(entry)))
  }

  /// The top of a generic page.
  func documentHead(_ entry: DocumentEntry, _ shelf: DocumentShelf) -> PageHead {
    let source = entry.source
    var head = PageHead(
      title: source.title, kicker: entry.kicker, headIcon: entry.icon, lede: source.summary,
      crumbs: shelf.crumbs(to: entry.address), badges: source.isDraft ? [Badge(text: "Draft", tone: "neutral")] : [],
      notices: notices(for: source.path))
    switch entry.content {
    case .page(let page):
      if let owner = page.owner { head.people = [person(owner, part: "Owner")] }
    case .plan(let plan):
      head.people = [person(plan.person)]
      if head.lede == nil, let day = plan.day { head.lede = "For \(Format.day(day))." }
      if let items = visible.documents[source.path]?.taskItems, items.total > 0 {
        head.figures = [
          KeyFigure(
            label: "Done", value: "\(items.done) of \(items.total)", note: nil, noteTone: "neutral", evidence: nil,
            isUnknown: false)
        ]
      }
    case .table, .data: break
    }
    return head
  }

  private func documentBody(_ entry: DocumentEntry, _ address: Href) -> HTML {
    if case .data(let file) = entry.content {
      guard let fields = file.source.fields else { return HTML(bytes: []) }
      var bytes: [UInt8] = []
      YAMLText.write(fields, to: &bytes)
      let text = PageEscape.escaped(String(decoding: bytes, as: UTF8.self))
      return HTML(bytes: Array("<pre><code class=\"language-yaml\">\(text)</code></pre>".utf8))
    }
    return body(of: entry.source.path, on: address) ?? HTML(bytes: [])
  }

  private func folderName(_ entry: DocumentEntry, _ shelf: DocumentShelf) -> String {
    let address = entry.isIndex ? entry.address : DocumentEntry.parent(of: entry.address) ?? "/"
    return shelf.title(of: address)
  }

  private static func link(to entry: DocumentEntry) -> Link {
    Link(text: entry.source.title, href: Href(entry.address))
  }

  private static func reviewedOn(_ entry: DocumentEntry) -> WorkspaceModel.Day? {
    if case .page(let page) = entry.content { return page.reviewedOn }
    return nil
  }
}
