internal import Diagnostics

/// Finds fields that name something the workspace does not have.
enum References {
  /// The ids of what is found here.
  static let ids: Set<String> = [
    "duplicate-contact", "unknown-audience", "unknown-competitor", "unknown-contact", "unknown-customer",
    "unknown-deal",
    "unknown-file", "unknown-lesson", "unknown-participant", "unknown-person", "unknown-pipeline", "unknown-playbook",
    "unknown-rule", "unknown-stage",
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
    for lesson in workspace.lessons { names.check(lesson, &findings) }
    for alert in workspace.alerts { names.check(alert, &findings) }
    for workflow in workspace.workflows { names.check(workflow, &findings) }
    for record in workspace.records where !record.source.audience.isEmpty {
      names.checkAudience(record.source, &findings)
    }
    return findings
  }
}

/// Everything that can be named, collected once.
struct Names {
  let customers: Set<String>
  let contacts: [String: String]
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

  init(_ workspace: Workspace) {
    customers = Set(workspace.customers.map(\.slug))
    contacts = Dictionary(workspace.contacts.map { ($0.id, $0.customer) }) { first, _ in first }
    people = Set(workspace.people.map(\.id))
    deals = Dictionary(grouping: workspace.deals, by: \.customer).mapValues { Set($0.map(\.slug)) }
    battlecards = Set(workspace.battlecards.map(\.slug))
    playbooks = Set(workspace.playbooks.map(\.slug))
    lessons = Set(workspace.lessons.map(\.slug))
    rules = Set(workspace.ruleFiles.flatMap(\.rules).map(\.id))
    let flows = workspace.workflows.isEmpty ? [.standard] : workspace.workflows
    stages = Set(flows.filter { $0.subject == .deal }.flatMap(\.stages).map(\.id))
    workflows = Set(flows.map(\.workflowID))
    audiences = Set(workspace.access.audiences.map(\.id))
    paths = workspace.paths
  }

  /// Reports a name that is not among those that exist; a workspace that has none of a kind does not use it.
  func require(
    _ name: String?, among known: some Collection<String>, _ what: String, id: String, where place: String,
    at range: @autoclosure () -> SourceRange, _ findings: inout [Diagnostic]
  ) {
    guard let name, !known.isEmpty, !known.contains(name) else { return }
    let range = range()
    let nearest = NearestWord.to(name, among: known)
    var finding = Diagnostic(
      id: id, severity: .error, range: range, summary: "\(what) '\(name)' does not exist",
      explanation: "Nothing in \(place) has this id, so the link leads nowhere.",
      help: nearest.map { "did you mean '\($0)'?" } ?? "add it to \(place), or correct the id")
    if let nearest, range.start != range.end {
      finding.fixIts = [FixIt("write '\(nearest)'", edits: [.init(range: range, replacement: nearest)])]
    }
    findings.append(finding)
  }

  func requirePerson(
    _ name: String?, _ source: RecordSource, _ field: String, _ findings: inout [Diagnostic]
  ) {
    require(
      name, among: people, "person", id: "unknown-person", where: "workspace-setup/people.yaml",
      at: source.range(of: field), &findings)
  }

  func requireFile(
    _ link: String, from folder: RepoPath, _ source: RecordSource, _ field: String, _ findings: inout [Diagnostic]
  ) {
    let target = link.split(separator: "#", maxSplits: 1).first.map(String.init) ?? link
    if let path = folder.resolving(target), paths.contains(path) { return }
    let names = paths.filter { $0.parent == folder.resolving(target)?.parent }.map(\.nameText)
    let wanted = target.split(separator: "/").last.map(String.init) ?? target
    findings.append(
      Diagnostic(
        id: "unknown-file", severity: .error, range: source.range(of: field),
        summary: "'\(link)' names a file that does not exist",
        explanation: "Evidence that cannot be opened is no evidence.",
        help: NearestWord.to(wanted, among: names).map { "did you mean '\($0)'?" }
          ?? "paths here begin at '\(folder)/'"))
  }
}
