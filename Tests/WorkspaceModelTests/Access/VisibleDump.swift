import Diagnostics
import Markdown
import WorkspaceModel

extension VisibleWorkspace {
  /// Everything that can be told from the value, in an order that does not depend on hashing.
  var observed: String {
    var lines = workspace.records.map { "\($0)" }
    // A source is printed as a reference, which tells where it lies in memory and nothing that it holds.
    lines += workspace.records.map(\.source).map { source in
      "\(source.path) \(source.title) \(source.summary as Any) \(source.audience) \(source.fields as Any) "
        + String(decoding: source.body?.bytes ?? [], as: UTF8.self)
    }
    lines += workspace.paths.sorted().map { "path \($0)" }
    lines += workspace.people.map { "\($0)" }
    lines += workspace.usage.sorted { $0.key < $1.key }.map { "usage \($0)" }
    lines += workspace.invoices.sorted { $0.key < $1.key }.map { "invoices \($0)" }
    lines += facts.sorted { $0.key < $1.key }.map { "facts \($0.key) \($0.value)" }
    lines += documents.keys.sorted().map { "document \($0)" }
    lines += refusals.sorted { $0.key < $1.key }.map { "refusal \($0)" }
    lines += findings.map { "\($0)" }
    lines += [
      "\(workspace.settings)", "\(workspace.access)", "\(workspace.peopleSource as Any)",
      "\(audience) \(audienceTitle)",
    ]
    return lines.joined(separator: "\n").replacing(/unknown context at \$[0-9a-f]+/, with: "")
  }
}

/// Opens files for an audience, with facts and documents for every path, as the app does.
func visible(_ files: [WorkspaceFile], to name: String?) async -> VisibleWorkspace? {
  let (workspace, findings) = await WorkspaceLoader.load(files, jobs: 2)
  let policy = AccessPolicy(workspace)
  guard let audience = policy.audience(named: name) else { return nil }
  let now = Instant(seconds: 0)
  let facts = files.map { file in
    (file.path, RecordFacts(commit: file.hash, changedAt: now, changedBy: "x", createdAt: nil, changes: 1))
  }
  let documents = workspace.records.filter { $0.source.body != nil }.map { ($0.source.path, MarkdownDocument.empty) }
  return policy.visible(
    workspace, to: audience, documents: Dictionary(documents) { first, _ in first },
    refusals: Dictionary(files.map { ($0.path, "refused") }) { first, _ in first },
    facts: Dictionary(facts) { first, _ in first }, findings: findings)
}
