internal import Diagnostics
internal import WorkspaceModel

/// The sections that a build has: each only when the reader sees something in it.
struct SectionLayout: Sendable {
  /// Addresses of the section pages, with the words that lead to them.
  let names: [String: String]
  /// Index files that open a section page, by the section's address.
  private let intros: [String: Page]

  init(_ reading: SiteReading) {
    let names = Self.names(reading.workspace, Self.sharedAddresses(reading))
    var intros: [String: Page] = [:]
    for page in reading.workspace.pages where KindOfPath.isIndexName(page.source.path.nameText) {
      guard let address = Self.introduced[page.source.path.parent.description], names[address] != nil,
        intros[address] == nil
      else { continue }
      intros[address] = page
    }
    self.names = names
    self.intros = intros
  }

  /// Whether a section has its page.
  func has(_ address: String) -> Bool { names[address] != nil }

  /// The index file whose text opens a section page.
  func intro(_ address: String) -> Page? { intros[address] }

  /// Whether a file is the text of a section page, so that it gets no page of its own.
  func isIntro(_ page: Page) -> Bool {
    guard let address = Self.introduced[page.source.path.parent.description] else { return false }
    return intros[address]?.source.path == page.source.path
  }

  private static let introduced = [
    "sales-toolkit": "/toolkit/", "sales-toolkit/battlecards": "/toolkit/battlecards/",
    "sales-toolkit/playbooks": "/toolkit/playbooks/", "sales-toolkit/templates": "/toolkit/templates/",
    "sales-toolkit/training": "/toolkit/training/",
    "sales-toolkit/security-compliance": "/toolkit/security-compliance/", "reporting": "/reports/",
    "workspace-setup/compliance": "/compliance/",
  ]

  private static func names(_ workspace: Workspace, _ shared: Set<String>) -> [String: String] {
    let hasPulse = !workspace.alerts.isEmpty || workspace.reports.contains { $0.level == .pulse }
    let hasToolkit =
      !workspace.battlecards.isEmpty || !workspace.playbooks.isEmpty || !workspace.templates.isEmpty
      || !workspace.lessons.isEmpty || !workspace.securityPages.isEmpty
    let all: [(String, String, Bool)] = [
      ("/toolkit/", "Toolkit", hasToolkit),
      ("/toolkit/battlecards/", "Battlecards", !workspace.battlecards.isEmpty),
      ("/toolkit/playbooks/", "Playbooks", !workspace.playbooks.isEmpty),
      ("/toolkit/templates/", "Templates", !workspace.templates.isEmpty),
      ("/toolkit/training/", "Training", !workspace.lessons.isEmpty),
      ("/toolkit/security-compliance/", "Security", !workspace.securityPages.isEmpty),
      ("/people/", "People", !workspace.people.isEmpty),
      ("/workflows/", "Workflows", !workspace.workflows.isEmpty || !workspace.contextTemplates.isEmpty),
      ("/agents/", "Agents", workspace.agentFiles.contains { !$0.agents.isEmpty }),
      ("/rules/", "Rules", shared.contains("/rules/")),
      ("/integrations/", "Integrations", !workspace.integrations.isEmpty),
      ("/reports/", "Reports", !workspace.reports.isEmpty), ("/pulse/", "Pulse", hasPulse),
      ("/compliance/", "Compliance", workspace.registers.contains { $0.source.kind != .approvals }),
      ("/access/", "Access", shared.contains("/access/")), ("/health/", "Health", true),
      ("/customers/", "Customers", !workspace.customers.isEmpty), ("/deals/", "Deals", !workspace.deals.isEmpty),
      ("/contacts/", "Contacts", workspace.contactLists.contains { !$0.contacts.isEmpty }),
      ("/pipeline/", "Pipeline", !workspace.deals.isEmpty),
    ]
    return Dictionary(all.filter(\.2).map { ($0.0, $0.1) }) { first, _ in first }
  }

  /// Section pages that are made of records without a page of their own.
  private static func sharedAddresses(_ reading: SiteReading) -> Set<String> {
    var found: Set<String> = []
    for file in reading.workspace.ruleFiles where !file.rules.isEmpty || !file.silences.isEmpty {
      if let href = reading.addresses.href(file.source.path) { found.insert(href.path) }
    }
    let governs = reading.workspace.plainFiles.contains { $0.source.kind == .access }
    if governs || reading.workspace.registers.contains(where: { $0.source.kind == .approvals }) {
      found.insert("/access/")
    }
    return found
  }
}
