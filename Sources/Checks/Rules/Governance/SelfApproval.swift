package import Diagnostics
internal import WorkspaceModel

/// A change of protected paths that only its author approved.
package struct SelfApproval: Check {
  package let id = "self-approval"
  package let group = CheckGroup.governance
  package let severity = Diagnostic.Severity.error
  package let rule = "a change of protected paths is approved by somebody other than its author"
  package let rationale = "The approval is there so that two people have looked."
  package let examples: [CheckExample] = {
    func files(_ mark: String) -> String {
      """
      === sales-toolkit/battlecards/index.md
      \(mark)Our cards.
      === workspace-setup/people.yaml
      people:
        - {id: ada.lind, name: Ada Lind, email: ada@example.org}
        - {id: ben.roth, name: Ben Roth, email: ben@example.org}
      === workspace-setup/processes/approvals.yaml
      approvals:
        - {path: "sales-toolkit/**", by: [ada.lind, ben.roth]}
      """
    }
    func setting(_ approver: String) -> CheckExample.Setting {
      var setting = CheckExample.Setting()
      setting.commit = CommitUnderCheck(
        changedPaths: ["sales-toolkit/battlecards/index.md"], authorName: "Ben", authorEmail: "ben@example.org",
        trailers: [(key: "Approved-by", value: approver)], name: "1f3c9a2")
      return setting
    }
    return [
      CheckExample(files("▶"), setting: setting("Ben Roth")),
      CheckExample(files(""), setting: setting("ada.lind")),
    ]
  }()

  package func findings(in input: CheckInput) -> [Diagnostic] {
    guard let commit = input.commit else { return [] }
    let approvals = Approvals(input.workspace)
    return approvals.touched(by: commit, in: input).compactMap { touched in
      guard let first = touched.approvals.first,
        touched.approvals.allSatisfy({ approvals.isAuthor($0, of: commit) })
      else { return nil }
      return finding(
        "'\(first)' approved a change of their own in commit \(commit.name)", at: touched.place,
        help: "ask another approver of '\(touched.rule.pattern.text)'")
    }
  }
}
