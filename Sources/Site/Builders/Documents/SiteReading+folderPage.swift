internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// A page of cards for a folder that has no text of its own.
  func folderPage(_ address: String, _ shelf: DocumentShelf) -> IndexPage {
    let groups = folderGroups(address, shelf)
    let isFront = address == "/"
    return IndexPage(
      head: PageHead(
        title: isFront ? workspace.settings.name : shelf.title(of: address), kicker: isFront ? nil : "Folder",
        headIcon: isFront ? "home" : "folder", crumbs: shelf.crumbs(to: address)),
      intro: nil,
      groups: groups.isEmpty
        ? [
          CardGroup(
            groupTitle: nil, anchor: "pages", countText: "no pages", groupSummary: nil, cards: [], isOrdered: false,
            emptyTitle: "No pages yet", emptyHint: "Add a Markdown file and build again.")
        ] : groups,
      provenance: nil)
  }

  /// What lies directly below an address, folders first; a title only when there is something beside it.
  func folderGroups(_ address: String, _ shelf: DocumentShelf, besideOthers: Bool = false) -> [CardGroup] {
    let folders = shelf.subfolders(of: address).map { folder in
      Card(
        icon: "folder", title: shelf.title(of: folder), page: Href(folder), summary: nil, badges: [],
        details: [folderCount(folder, shelf)], owner: nil)
    }
    let pages = shelf.children(of: address).map { documentCard($0) }
    var groups: [CardGroup] = []
    if !folders.isEmpty {
      groups.append(
        CardGroup(
          groupTitle: besideOthers || !pages.isEmpty ? "Folders" : nil, anchor: "folders",
          countText: Format.count(folders.count, "folder"), groupSummary: nil, cards: folders, isOrdered: false,
          emptyTitle: "No folders", emptyHint: "Folders appear with their first page."))
    }
    if !pages.isEmpty {
      groups.append(
        CardGroup(
          groupTitle: besideOthers || !folders.isEmpty ? "Pages" : nil, anchor: "pages",
          countText: Format.count(pages.count, "page"), groupSummary: nil, cards: pages, isOrdered: false,
          emptyTitle: "No pages yet", emptyHint: "Add a Markdown file and build again."))
    }
    return groups
  }

  private func documentCard(_ entry: DocumentEntry) -> Card {
    var details: [String] = []
    var owner: Person?
    switch entry.content {
    case .page(let page):
      owner = page.owner.map { person($0) }
      if let reviewed = page.reviewedOn { details.append("Reviewed \(Format.relative(reviewed, to: today))") }
    case .plan(let plan):
      owner = person(plan.person)
      if let day = plan.day { details.append(Format.day(day)) }
    case .table(let table): details.append(Format.count(table.rows.count, "row"))
    case .data: details.append("Data")
    }
    return Card(
      icon: entry.icon, title: entry.source.title, page: Href(entry.address), summary: summary(of: entry.source),
      badges: entry.source.isDraft ? [Badge(text: "Draft", tone: "neutral")] : [], details: details, owner: owner)
  }

  private func folderCount(_ address: String, _ shelf: DocumentShelf) -> String {
    let pages = shelf.children(of: address).count
    let folders = shelf.subfolders(of: address).count
    if folders == 0 { return Format.count(pages, "page") }
    return pages == 0
      ? Format.count(folders, "folder") : "\(Format.count(pages, "page")), \(Format.count(folders, "folder"))"
  }
}
