internal import Automation
internal import Diagnostics
internal import Git
internal import Site
internal import WorkspaceModel

extension Fieldbook {
  /// Keeps a back-test as a page of `reporting/pulse/backtests/`, in a commit of its own, for whoever reads the rule.
  package static func save(
    _ test: BackTest, _ options: OpenOptions, branch: String? = nil
  ) async throws(FieldbookError) -> AlertOutcome {
    try await commitChange(options, branch) { (fieldbook, _) throws(FieldbookError) in
      (try fieldbook.change(saving: test), ())
    }.outcome
  }

  private func change(saving test: BackTest) throws(FieldbookError) -> ChangeToCommit {
    let path = RepoPath("reporting/pulse/backtests/\(test.rule).md")
    let accounts = Set(test.fired.map { RuleSubject($0.subject).account })
    let profiles = workspace.customers.filter { accounts.contains($0.slug) }.map(\.source.path)
    guard let label = EvidenceAudience.label(path, evidence: test.evidence.sorted() + profiles, in: workspace) else {
      throw .usage("nobody may see all that '\(test.rule)' was tried on", help: "read it here instead of saving it")
    }
    let text = BackTestPage(test: test, audience: label, at: local(clock.asOf)).text
    if self.text(of: path) == text { return ChangeToCommit(subject: test.rule, files: [], message: "") }
    let count = test.fired.count
    return ChangeToCommit(
      subject: test.rule, files: [(path, Array(text.utf8))],
      message:
        "Keep the back-test of \(test.rule): \(count) episode\(count == 1 ? "" : "s")\n\nBack-Test: \(test.rule)\n")
  }
}

/// Writes a back-test as a page: figures in front, one row an episode below.
struct BackTestPage {
  let test: BackTest
  let audience: [String]
  let at: Instant

  /// The file.
  var text: String {
    func quoted(_ text: String) -> String { String(decoding: JSONValue.string(text).encoded(), as: UTF8.self) }
    let months = test.months.map { "\(quoted($0.month)): \($0.count)" }.joined(separator: ", ")
    var lines = [
      "---", "title: \(quoted("Back-test of \(test.rule)"))", "rule: \(quoted(test.rule))",
      "rule_digest: \(quoted(test.digest))", "from: \(test.days.lowerBound.iso)", "until: \(test.days.upperBound.iso)",
      "tested_at: \(at.iso)", "episodes: \(test.fired.count)", "not_judged: \(test.unknown)",
    ]
    if let commit = test.commit { lines.append("commit: \(quoted(commit))") }
    if let precision = test.precision {
      lines += ["useful: \(precision.useful)", "answered: \(precision.judged)"]
    }
    if test.overLimit > 0 { lines.append("over_limit: \(test.overLimit)") }
    lines.append("months: {\(months)}")
    if !audience.isEmpty { lines.append("audience: [\(audience.map(quoted).joined(separator: ", "))]") }
    lines += ["---", ""]
    if test.fired.isEmpty {
      lines.append("It would not have fired once.")
    } else {
      lines += ["| From | To | About | Why | Judged | Afterwards |", "|---|---|---|---|---|---|"]
      lines += test.fired.map { fired in
        let cells = [
          fired.on.iso, fired.resolvedOn?.iso ?? "open", fired.subject, fired.why, fired.verdict?.rawValue ?? "–",
          fired.outcome ?? "–",
        ]
        return "| \(cells.map(MarkdownText.escaped).joined(separator: " | ")) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
