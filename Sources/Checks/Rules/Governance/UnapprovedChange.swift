package import Diagnostics
internal import WorkspaceModel

/// A commit that changes protected paths without the approval of somebody who may give it.
package struct UnapprovedChange: Check {
  package let id = "unapproved-change"
  package let group = CheckGroup.governance
  package let severity = Diagnostic.Severity.error
  package let rule = "a commit that changes protected paths names an approver in 'Approved-by:'"
  package let rationale = "What shapes other people's work is agreed before it holds, and an audit asks for the proof."
  package let examples = [
    ApprovalExample.commit(mark: "▶", approvers: "ada.lind", approvedBy: "Cleo Marsh <cleo@example.org>"),
    ApprovalExample.commit(mark: "", approvers: "ada.lind", approvedBy: "Ada Lind <ADA@example.org>"),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    guard let commit = input.commit else { return [] }
    return Approvals(input.workspace).touched(by: commit, in: input).filter(\.approvals.isEmpty).map { touched in
      let names = touched.rule.approvers.map(\.name)
      let more = touched.paths.count > 1 ? " and \(touched.paths.count - 1) more" : ""
      return finding(
        "commit \(commit.name) changes '\(touched.paths[0])'\(more) without approval", at: touched.place,
        help: names.isEmpty
          ? "name somebody under 'by' in approvals.yaml"
          : "add a trailer 'Approved-by:' with \(names.joined(separator: " or "))")
    }
  }
}
