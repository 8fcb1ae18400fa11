package import Diagnostics
internal import WorkspaceModel

/// A change of protected paths that only its author approved.
package struct SelfApproval: Check {
  package let id = "self-approval"
  package let group = CheckGroup.governance
  package let severity = Diagnostic.Severity.error
  package let rule = "a change of protected paths is approved by somebody other than its author"
  package let rationale = "The approval is there so that two people have looked."
  package let examples = [
    ApprovalExample.commit(mark: "▶", approvers: "ada.lind, ben.roth", author: "Ben", approvedBy: "Ben Roth"),
    ApprovalExample.commit(mark: "", approvers: "ada.lind, ben.roth", author: "Ben", approvedBy: "ada.lind"),
  ]

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
