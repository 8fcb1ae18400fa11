internal import Diagnostics

/// Finds fields that name something the workspace does not have.
enum References {
  /// The ids of what is found here.
  static let ids: Set<String> = [
    "duplicate-contact", "unknown-audience", "unknown-competitor", "unknown-contact", "unknown-customer",
    "unknown-deal", "unknown-file", "unknown-lesson", "unknown-participant", "unknown-person", "unknown-pipeline",
    "unknown-playbook", "unknown-rule", "unknown-stage",
  ]

  /// Words the findings so that they name nothing but what this part of a workspace has.
  ///
  /// A suggestion is the name of another record, which may be one that the reader may not know of.
  static func visible(_ given: [Diagnostic], in workspace: Workspace) -> [Diagnostic] {
    struct Place: Hashable {
      var id: String
      var range: SourceRange
    }
    let dangling = Set(given.lazy.filter { ids.contains($0.id) }.map { Place(id: $0.id, range: $0.range) })
    if dangling.isEmpty { return given }
    let reworded = findings(in: workspace).filter { dangling.contains(Place(id: $0.id, range: $0.range)) }
    return (given.filter { !ids.contains($0.id) } + reworded).sorted()
  }

  /// One diagnostic for each dangling name.
  static func findings(in workspace: Workspace) -> [Diagnostic] {
    let names = Names(workspace)
    var findings: [Diagnostic] = []
    for customer in workspace.customers { names.check(customer, &findings) }
    for list in workspace.contactLists { names.check(list, &findings) }
    for deal in workspace.deals { names.check(deal, workspace.workflow(for: deal), &findings) }
    for interaction in workspace.interactions { names.check(interaction, &findings) }
    for insight in workspace.insights { names.check(insight, &findings) }
    for task in workspace.tasks { names.check(task, &findings) }
    for card in workspace.battlecards { names.check(card, &findings) }
    for playbook in workspace.playbooks { names.check(playbook, &findings) }
    for template in workspace.templates { names.check(template, &findings) }
    for lesson in workspace.lessons { names.check(lesson, &findings) }
    for page in workspace.securityPages { names.requirePerson(page.owner, page.source, "owner", &findings) }
    for report in workspace.reports { names.requirePerson(report.owner, report.source, "owner", &findings) }
    if let source = workspace.peopleSource { names.check(workspace.people, source, &findings) }
    for alert in workspace.alerts { names.check(alert, &findings) }
    for workflow in workspace.workflows { names.check(workflow, &findings) }
    workspace.forEachSource { source in
      if !source.audience.isEmpty { names.checkAudience(source, &findings) }
    }
    return findings
  }
}

/// Everything that can be named, collected once.
struct Names {
  let customers: Set<String>
  /// Customers of contacts.
  let contacts: [String: String]
  let contactsByCustomer: [String: [String]]
  let people: Set<String>
  let deals: [String: Set<String>]
  let battlecards: Set<String>
  let playbooks: Set<String>
  let lessons: Set<String>
  let rules: Set<String>
  let stages: Set<String>
  let workflows: Set<String>
  let audiences: Set<String>
  let paths: Set<RepoPath>
  let folders: FolderContents

  init(_ workspace: Workspace) {
    customers = Set(workspace.customers.map(\.slug))
    contacts = Dictionary(workspace.contacts.map { ($0.id, $0.customer) }) { first, _ in first }
    contactsByCustomer = Dictionary(
      workspace.contactLists.map { ($0.customer, $0.contacts.map(\.id)) }, uniquingKeysWith: +)
    people = Set(workspace.people.map(\.id))
    deals = Dictionary(grouping: workspace.deals, by: \.customer).mapValues { Set($0.map(\.slug)) }
    battlecards = Set(workspace.battlecards.map(\.slug))
    playbooks = Set(workspace.playbooks.map(\.slug))
    lessons = Set(workspace.lessons.map(\.slug))
    rules = Set(workspace.ruleFiles.flatMap(\.rules).map(\.id))
    let flows = workspace.workflows.isEmpty ? [.standard] : workspace.workflows
    stages = Set(flows.flatMap(\.stages).map(\.id) + Customer.AccountStage.allCases.map(\.rawValue))
    workflows = Set(flows.map(\.workflowID))
    audiences = Set(workspace.access.audiences.map(\.id))
    paths = workspace.paths
    folders = FolderContents(workspace.paths)
  }
}

/// What lies in each folder, worked out when the first file is missing: in most workspaces none is.
final class FolderContents {
  private let paths: Set<RepoPath>
  private lazy var names = Dictionary(grouping: paths, by: \.parent).mapValues { $0.map(\.nameText) }

  /// The folders of some files.
  init(_ paths: Set<RepoPath>) { self.paths = paths }

  /// Names of the files in a folder, in no particular order.
  func names(in folder: RepoPath) -> [String] { names[folder] ?? [] }
}
