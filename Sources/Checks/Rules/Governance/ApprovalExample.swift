internal import Diagnostics

/// What the examples about approvals have in common: a protected folder, two people, one commit by Ben Roth.
enum ApprovalExample {
  /// A commit that carries one trailer, over a workspace in which these people may approve.
  static func commit(mark: String, approvers: String, author: String = "Ben Roth", approvedBy: String) -> CheckExample {
    var setting = CheckExample.Setting()
    setting.commit = CommitUnderCheck(
      changedPaths: ["sales-toolkit/battlecards/index.md"], authorName: author, authorEmail: "ben@example.org",
      trailers: [(key: "Approved-by", value: approvedBy)], name: "1f3c9a2")
    let text = """
      === sales-toolkit/battlecards/index.md
      \(mark)Our cards.
      === workspace-setup/people.yaml
      people:
        - {id: ada.lind, name: Ada Lind, email: ada@example.org}
        - {id: ben.roth, name: Ben Roth, email: ben@example.org}
      === workspace-setup/processes/approvals.yaml
      approvals:
        - {path: "sales-toolkit/**", by: [\(approvers)]}
      """
    return CheckExample(text, setting: setting)
  }
}
