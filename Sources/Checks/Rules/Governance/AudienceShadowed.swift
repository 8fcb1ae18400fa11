package import Diagnostics
internal import WorkspaceModel

/// An audience named in a record that cannot see the folder anyway.
package struct AudienceShadowed: Check {
  package let id = "audience-shadowed"
  package let group = CheckGroup.governance
  package let severity = Diagnostic.Severity.note
  package let rule = "an audience named in a record may see the folder in which it lies"
  package let rationale = "A label only narrows what the folder allows, so naming this audience opens nothing."
  package let examples = [
    CheckExample(
      """
      === customers/acme/profile.md
      ---
      name: Acme
      audience: [company, ▶partners]
      ---
      === workspace-setup/access.yaml
      audiences:
        company: {members: ["*"], see: ["**"], hide: []}
        partners: {members: [], see: ["sales-toolkit/**"], hide: []}
      """),
    CheckExample(
      """
      === sales-toolkit/plays.md
      ---
      audience: partners
      ---
      Plays.
      === workspace-setup/access.yaml
      audiences:
        company: {members: ["*"], see: ["**"], hide: []}
        partners: {members: [], see: ["sales-toolkit/**"], hide: []}
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    let audiences = Dictionary(input.workspace.access.audiences.map { ($0.id, $0) }) { first, _ in first }
    var findings: [Diagnostic] = []
    for record in input.workspace.records where !record.source.audience.isEmpty {
      let source = record.source
      guard let node = source.fields?["audience"] else { continue }
      for label in node.items ?? [node] {
        guard let name = label.text, let audience = audiences[name], !audience.sees(source.path) else { continue }
        findings.append(
          finding(
            "audience '\(name)' does not see this folder", at: label.range(in: source.path),
            help: "remove the name, or let the audience see the path in workspace-setup/access.yaml"))
      }
    }
    return findings
  }
}
