internal import Diagnostics
internal import WorkspaceModel

/// Two pages of one kind in one folder have different names.
struct DuplicateTitle: Check {
  let id = "duplicate-title"
  let group = CheckGroup.duplicates
  let severity = Diagnostic.Severity.note
  let rule = "deals, cards, plays and pages of one folder have different titles"
  let rationale = "Lists and search show titles, and nobody can tell two of the same name apart."
  let examples = [
    CheckExample(
      """
      === customers/acme/deals/one.md
      ---
      name: Ledger
      stage: lead
      ---
      === customers/acme/deals/two.md
      ---
      name: ▶ledger
      stage: lead
      ---
      """),
    CheckExample(
      """
      === customers/acme/deals/renewal.md
      ---
      name: Renewal
      stage: lead
      ---
      === customers/bolt/deals/renewal.md
      ---
      name: Renewal
      stage: lead
      ---
      === customers/acme/tasks/one.md
      ---
      title: Call Dan
      status: done
      ---
      === customers/acme/tasks/two.md
      ---
      title: Call Dan
      status: open
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let workspace = input.workspace
    // Meetings, tasks and generated reports repeat their titles for good reasons.
    var sources: [RecordSource] = workspace.customers.map(\.source)
    sources += workspace.deals.map(\.source) + workspace.battlecards.map(\.source) + workspace.playbooks.map(\.source)
    sources += workspace.templates.map(\.source) + workspace.lessons.map(\.source)
    sources += workspace.securityPages.map(\.source)
    struct Key: Hashable {
      var folder: RepoPath
      var title: String
    }
    var first: [Key: RecordSource] = [:]
    return sources.compactMap { source in
      // A customer is its folder, so its neighbours are the other folders.
      let folder = source.kind == .customer ? source.path.parent.parent : source.path.parent
      let key = Key(folder: folder, title: FieldWords.folded(source.title))
      guard let known = first[key] else {
        first[key] = source
        return nil
      }
      let field = ["title", "name", "competitor"].first { source.fields?[$0]?.text != nil }
      return finding(
        "'\(source.title)' is also the title of \(known.path)", at: source.range(of: field ?? "title"),
        help: "say in the title what tells the two apart")
    }
  }
}
