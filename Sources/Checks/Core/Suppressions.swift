internal import Diagnostics
internal import WorkspaceModel

/// Findings that the content itself asks to leave out, each with a reason.
struct Suppressions {
  private let input: CheckInput
  private var byFile: [RepoPath: [Suppression]] = [:]

  init(_ input: CheckInput) {
    self.input = input
    for (path, file) in input.files {
      guard case .bytes(let bytes) = file.content else { continue }
      let found = SuppressionComments.all(in: bytes, of: path)
      if !found.isEmpty { byFile[path] = found }
    }
    var byFile = self.byFile
    input.workspace.forEachSource { source in
      let found = Self.entries(source)
      if !found.isEmpty { byFile[source.path, default: []] += found }
    }
    self.byFile = byFile
  }

  /// What remains of the findings, and what is wrong with the suppressions themselves.
  func applied(to findings: [Diagnostic], known: [String]) -> [Diagnostic] {
    if byFile.isEmpty { return findings }
    let known = Set(known)
    let active = byFile.mapValues { SuppressionIndex($0) { isValid($0, known) } }
    var used: [RepoPath: Set<Int>] = [:]
    let kept = findings.filter { finding in
      guard let covering = active[finding.range.file]?.covering(finding), !covering.isEmpty else { return true }
      used[finding.range.file, default: []].formUnion(covering)
      return false
    }
    var problems: [Diagnostic] = []
    for (path, suppressions) in byFile {
      for (index, suppression) in suppressions.enumerated() {
        problems += self.problems(suppression, known, isUsed: used[path]?.contains(index) ?? false)
      }
    }
    return kept + CheckLevels(input.workspace.settings).applied(to: problems)
  }

  private func isValid(_ suppression: Suppression, _ known: Set<String>) -> Bool {
    suppression.reason != nil && known.contains(suppression.check) && !Unsuppressible.contains(suppression.check)
  }

  private func problems(_ suppression: Suppression, _ known: Set<String>, isUsed: Bool) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if !known.contains(suppression.check) {
      problems.append(UnknownSuppressedCheck.finding(suppression, known))
    } else if Unsuppressible.contains(suppression.check) {
      return [Unsuppressible.finding(suppression)]
    } else if suppression.reason != nil, !isUsed {
      problems.append(UnusedSuppression.finding(suppression))
    }
    if suppression.reason == nil, !suppression.check.isEmpty {
      problems.append(SuppressionWithoutReason.finding(suppression))
    }
    return problems
  }

  /// The entries of `fieldbook: {ignore: [{check: ..., reason: ...}]}`.
  private static func entries(_ source: RecordSource) -> [Suppression] {
    guard let node = source.fields?["fieldbook"]?["ignore"], !node.isNull else { return [] }
    return (node.items ?? [node]).map { item in
      guard item.entries != nil else {
        return Suppression(check: item.text ?? "", reason: nil, at: item.range(in: source.path))
      }
      let check = item["check"]
      return Suppression(
        check: check?.text ?? "", reason: item["reason"]?.text, at: (check ?? item).range(in: source.path))
    }
  }
}
