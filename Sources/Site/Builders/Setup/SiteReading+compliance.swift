internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The index of registers and a table for each.
  func compliancePlan(_ shelf: SetupShelf) -> [PlannedPage] {
    let registers = workspace.registers.filter { $0.source.kind != .approvals }
    guard !registers.isEmpty else { return [] }
    let intro = shelf.documents.layout.intro("/compliance/")
    var plan = [
      PlannedPage("/compliance/", .compliance, source: intro?.source.path) { $0.complianceIndex(registers, shelf) }
    ]
    for register in registers {
      guard let href = addresses.href(register.source.path) else { continue }
      plan.append(
        PlannedPage(href.path, .compliance, source: register.source.path) { $0.registerPage(register, href) })
    }
    return plan
  }

  private func complianceIndex(_ registers: [RegisterFile], _ shelf: SetupShelf) -> IndexPage {
    let cards = registers.compactMap { register -> Card? in
      guard let href = addresses.href(register.source.path) else { return nil }
      let table = registerTable(register)
      return Card(
        icon: "compliance", title: Self.title(of: register), page: href, summary: Self.lede(of: register), badges: [],
        details: [table.countText], owner: nil)
    }
    let intro = shelf.documents.layout.intro("/compliance/")
    let group = CardGroup(
      groupTitle: "Registers", anchor: "registers", countText: Format.count(cards.count, "register"), groupSummary: nil,
      cards: cards, isOrdered: false, emptyTitle: "No registers yet",
      emptyHint: "Add one under workspace-setup/compliance.")
    return IndexPage(
      head: PageHead(
        title: intro?.source.title ?? "Compliance", kicker: "Workspace", headIcon: "compliance",
        lede: intro?.source.summary ?? "What is kept, for how long, on what basis, and how we know."),
      intro: introText(intro, on: "/compliance/"),
      groups: [group] + folderGroups("/compliance/", shelf.documents, besideOthers: true),
      provenance: intro.map { provenance($0.source, reviewed: $0.reviewedOn) })
  }

  private func registerPage(_ register: RegisterFile, _ href: Href) -> TablePage {
    TablePage(
      head: PageHead(
        title: Self.title(of: register), kicker: "Register", headIcon: "compliance", lede: Self.lede(of: register),
        crumbs: [Crumb(text: "Compliance", href: Href("/compliance/"))],
        actions: pageActions(register.source, at: href.path)),
      intro: nil, tables: [registerTable(register)], provenance: provenance(register.source))
  }

  private func registerTable(_ register: RegisterFile) -> DataTable {
    switch register.source.kind {
    case .retention: retentionTable(register.retention)
    case .controls: controlTable(register.controls)
    default: processingTable(register.activities)
    }
  }

  private static func title(of register: RegisterFile) -> String {
    switch register.source.kind {
    case .retention: "Retention"
    case .controls: "Controls"
    default: "Processing register"
    }
  }

  private static func lede(of register: RegisterFile) -> String {
    switch register.source.kind {
    case .retention: "How long records of each kind are kept, and why."
    case .controls: "What we do so that things stay sound, with the evidence."
    default: "What personal data is processed, why, and on what basis."
    }
  }
}
