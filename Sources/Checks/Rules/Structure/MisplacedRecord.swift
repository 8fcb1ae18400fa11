internal import Diagnostics
internal import WorkspaceModel

/// A record lies where records of its kind are read.
struct MisplacedRecord: Check {
  let id = "misplaced-record"
  let group = CheckGroup.structure
  let severity = Diagnostic.Severity.warning
  let rule = "a record lies in the folder of its kind"
  let rationale = "The folder decides what a file is: elsewhere it is a page like any other, and no number counts it."
  let examples = [
    CheckExample(
      """
      === customers/acme/profile.md
      ---
      name: Acme
      ---
      === customers/acme/deals/2026/rollout.md
      ---
      name: Rollout
      ▶stage: lead
      close_on: 2026-12-01
      ---
      """),
    CheckExample(
      """
      === customers/acme/deals/2026-10-12-call.md
      ---
      kind: call
      ▶occurred_at: 2026-10-12T14:00:00+02:00
      ---
      """),
    CheckExample(
      """
      === customers/acme/deals/rollout.md
      ---
      stage: lead
      close_on: 2026-12-01
      ---
      === projects/north.md
      ---
      stage: second
      owner: bea
      due: 2026-12-01
      ---
      """),
    CheckExample("=== talks/acme.md\n---\nstage: main\namount: 3 talks\n---\nA plain folder of Markdown.\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    guard input.hasStructure else { return [] }
    let workspace = input.workspace
    var findings: [Diagnostic] = []
    func look(_ sources: some Sequence<RecordSource>) {
      for source in sources {
        guard let fields = source.fields, let entries = fields.entries, entries.count > 1 else { continue }
        guard let signature = RecordSignature.all.first(where: { $0.fits(fields) }), signature.kind != source.kind,
          let key = entries.first(where: { $0.key == signature.key })
        else { continue }
        // What fits the folder it lies in is there on purpose.
        if RecordSignature.all.contains(where: { $0.kind == source.kind && $0.fits(fields) }) { continue }
        findings.append(report(signature, source, key))
      }
    }
    look(workspace.pages.lazy.map(\.source))
    look(workspace.customers.lazy.map(\.source))
    look(workspace.deals.lazy.map(\.source))
    look(workspace.interactions.lazy.map(\.source))
    look(workspace.insights.lazy.map(\.source))
    look(workspace.tasks.lazy.map(\.source))
    look(workspace.battlecards.lazy.map(\.source))
    look(workspace.playbooks.lazy.map(\.source))
    return findings
  }

  private func report(_ signature: RecordSignature, _ source: RecordSource, _ key: YAMLNode.Entry) -> Diagnostic {
    let parts = source.path.components
    let isCustomers = parts.count > 2 && parts[0].elementsEqual("customers".utf8)
    let customer = isCustomers ? String(decoding: parts[1], as: UTF8.self) : "<customer>"
    let place = key.keyStart
    let end = SourcePosition(line: place.line, column: place.column + key.key.utf8.count)
    let article = "aeiou".contains(signature.kind.noun.prefix(1)) ? "an" : "a"
    return finding(
      "'\(key.key)' belongs to \(article) \(signature.kind.noun), and the file is read as a \(source.kind.noun)",
      at: SourceRange(file: source.path, start: place, end: end),
      help: "move the file to \(signature.home.replacing("*", with: customer))/")
  }
}
