package import Diagnostics
internal import WorkspaceModel

/// Runs checks over a workspace and applies what the workspace says about them: levels and suppressions.
package struct CheckRun: Sendable {
  private let checks: [any Check]

  /// A run of some checks, all of them unless said otherwise.
  package init(_ checks: [any Check] = CheckCatalog.all) {
    self.checks = checks
  }

  /// All findings, those of the loader among them, sorted by place.
  package func findings(in input: CheckInput, loaded: [Diagnostic]) async -> [Diagnostic] {
    var findings = loaded
    await withTaskGroup(of: [Diagnostic].self) { group in
      for check in checks { group.addTask { check.findings(in: input) } }
      for await found in group { findings += found }
    }
    return settled(findings, in: input)
  }

  /// The findings of these checks and no others, one check after the other.
  package func ownFindings(in input: CheckInput) -> [Diagnostic] {
    let ids = Set(checks.map(\.id))
    return settled(checks.flatMap { $0.findings(in: input) }, in: input).filter { ids.contains($0.id) }
  }

  private func settled(_ found: [Diagnostic], in input: CheckInput) -> [Diagnostic] {
    var findings = CheckLevels(input.workspace.settings).applied(to: found)
    findings = Suppressions(input).applied(to: findings, known: CheckCatalog.all.map(\.id))
    return Array(Set(findings)).sorted()
  }
}
