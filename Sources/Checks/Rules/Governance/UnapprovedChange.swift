package import Diagnostics
internal import WorkspaceModel

/// A commit that changes protected paths without the approval of somebody who may give it.
package struct UnapprovedChange: Check {
  package let id = "unapproved-change"
  package let group = CheckGroup.governance
  package let severity = Diagnostic.Severity.error
  package let rule = "a commit that changes protected paths names an approver in 'Approved-by:'"
  package let rationale = "What shapes other people's work is agreed before it holds, and an audit asks for the proof."
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
        - {path: "sales-toolkit/**", by: [ada.lind]}
      """
    }
    func setting(_ trailer: String) -> CheckExample.Setting {
      var setting = CheckExample.Setting()
      setting.commit = CommitUnderCheck(
        changedPaths: ["sales-toolkit/battlecards/index.md"], authorName: "Ben Roth", authorEmail: "ben@example.org",
        trailers: [(key: "Approved-by", value: trailer)], name: "1f3c9a2")
      return setting
    }
    return [
      CheckExample(files("▶"), setting: setting("Cleo Marsh <cleo@example.org>")),
      CheckExample(files(""), setting: setting("Ada Lind <ADA@example.org>")),
    ]
  }()

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
