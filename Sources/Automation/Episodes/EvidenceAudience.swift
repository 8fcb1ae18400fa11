package import Diagnostics
package import WorkspaceModel

/// Who may see what a rule wrote: only those who may see all that it was made from.
///
/// Labels are only gathered once something is written, which most runs never do; one task uses it.
package final class EvidenceAudience {
  private let rules: AccessRules
  private let workspace: Workspace
  private lazy var labels: [RepoPath: [String]] = {
    var labels: [RepoPath: [String]] = [:]
    workspace.forEachSource { source in
      if !source.audience.isEmpty { labels[source.path] = source.audience }
    }
    return labels
  }()

  init(_ workspace: Workspace) {
    rules = workspace.access
    self.workspace = workspace
  }

  /// The labels that a file made from some records needs; nil when nobody would see it.
  package static func label(_ file: RepoPath, evidence: [RepoPath], in workspace: Workspace) -> [String]? {
    EvidenceAudience(workspace).label(file, evidence: evidence)
  }

  private func sees(_ group: AccessRules.Audience, _ path: RepoPath) -> Bool {
    guard group.sees(path) else { return false }
    return labels[path].map { $0.contains(group.id) } ?? true
  }

  /// The labels that a file needs; empty when whoever sees the file sees the evidence, nil when nobody would.
  func label(_ file: RepoPath, evidence: [RepoPath]) -> [String]? {
    let readers = rules.audiences.filter { $0.sees(file) }
    let allowed = readers.filter { group in evidence.allSatisfy { sees(group, $0) } }
    if allowed.count == readers.count { return [] }
    return allowed.isEmpty ? nil : allowed.map(\.id)
  }

  /// Whether one person may see all evidence.
  func sees(_ person: String, evidence: [RepoPath]) -> Bool {
    let groups = rules.audiences.filter { $0.members.contains("*") || $0.members.contains(person) }
    return evidence.allSatisfy { path in groups.contains { sees($0, path) } }
  }

  /// Whether some audience may not know of a fact.
  func hides(_ fact: String) -> Bool {
    let name = ConditionFacts.shortNames[fact] ?? fact
    let field = name.hasPrefix("account.") ? "customer." + name.dropFirst("account.".count) : name
    return rules.audiences.contains { $0.hiddenFields.contains(field) }
  }
}
