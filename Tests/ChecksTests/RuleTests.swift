import Checks
import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

struct RuleTests {
  private func rule(_ condition: String) -> String {
    """
    === workspace-setup/processes/triggers.yaml
    rules:
      - id: a
        where: '\(condition)'
        actions: [notify_ae]
    """
  }

  @Test(arguments: [
    "health_score < 40", "not no_activity <= 7", "(nps < 0 or nps is unknown) and not (deal is none)",
    "deal.stage in [qualification, discovery] or deal is none", "deal.stage not in [won]", "close_on < today - 2bd",
    "close_on<today-7d", "account.arr >= 50000 EUR", "usage.active_seats < 20%", "invoice.days_late > 0.5",
    "deal.close_on == 2026-12-01", "account.slug == \"norrvik foods\"", "30 < no_activity",
    "deal.next_step is not none",
    "account.auto_renew and renewal_in_days <= 90", "deal.next_step.due < today", "nps > -20",
    "deal.close_on - today <= 7d",
  ])
  func conditionsOfEveryForm(condition: String) async throws {
    #expect(try await findings("rule-condition", in: rule(condition)).isEmpty)
  }

  @Test(arguments: [
    ("helth_score < 40", 0, "did you mean 'health_score'?"), ("nps < 0 && nps > 3", 8, "did you mean 'and'?"),
    ("nps = 3", 4, "did you mean '=='?"), ("nps < ", 6, "expected a fact or a value"),
    ("(nps < 3", 8, "expected ')'"), ("nps < 3)", 7, "expected 'and', 'or' or the end"),
    ("nps 3", 4, "expected a comparison such as '> 30'"), ("nps < 3x", 6, "write 30, 0.5, 7d, 2bd, 20% or 2026-12-01"),
    ("deal.stage in won", 14, "expected a list in square brackets"), ("deal.stage in [won", 18, "expected ',' or ']'"),
    ("deal.stage in []", 15, "expected a value"), ("nps is unknwon", 7, "did you mean 'unknown'?"),
    ("nps AND nps", 4, "did you mean 'and'?"), ("nps < \"a", 6, "add the closing quote"),
    ("nps ≥ 3", 4, "did you mean '>='?"),
    ("deal.stagee == won", 0, "did you mean 'deal.stage'?"), ("nps < deal.amuont", 6, "did you mean 'deal.amount'?"),
    ("won == lost", 0, "name a fact such as 'no_activity' or 'deal.stage'"),
    ("3 < 4", 0, "name a fact such as 'no_activity'"),
    ("and nps", 0, "expected a fact or a value"), ("not", 3, "expected a fact or a value"),
  ])
  func mistakesArePointedAt(condition: String, offset: Int, help: String) async throws {
    let found = try await findings("rule-condition", in: rule(condition))
    #expect(found.map(\.range.start) == [SourcePosition(line: 3, column: 13 + offset)])
    #expect(found.first?.help == help)
  }

  @Test(arguments: ["(", "not ", "nps < 3 and ", "[", "-"])
  func deepNestingIsRefusedWithoutHarm(part: String) async throws {
    let found = try await findings("rule-condition", in: rule(String(repeating: part, count: 20_000)))
    #expect(found.count == 1)
  }

  @Test func conditionsOverSeveralLinesAreMarkedWhereTheyBegin() async throws {
    let text = """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: a
          where: >
            nps < 3 and
            npss > 4
      """
    let found = try await findings("rule-condition", in: text)
    #expect(found.map(\.range.start.line) == [3])
  }

  private static let setup = """
    === workspace-setup/people.yaml
    people:
      - {id: ada.lind, name: Ada Lind, email: ada@example.org}
      - {id: ben.roth, name: Ben Roth, email: ben@example.org}
      - {id: cleo.marsh, name: Cleo Marsh, email: cleo@example.org}
    === workspace-setup/processes/approvals.yaml
    approvals:
      - {path: "workspace-setup/**", by: [ada.lind, ben.roth]}
      - {path: "workspace-setup/pay/**", by: [cleo.marsh]}
    """

  /// Unapproved and self-approved findings of a commit by Ben.
  private func approval(_ trailers: [String], _ path: RepoPath, author: String = "Ben Roth") async throws -> [String] {
    var setting = CheckExample.Setting()
    setting.commit = CommitUnderCheck(
      changedPaths: [path], authorName: author, authorEmail: "ben@example.org",
      trailers: trailers.map { (key: "approved-by", value: $0) }, name: "abc")
    let files = MarkedFiles(Self.setup).files
    let (workspace, _) = await WorkspaceLoader.load(files, jobs: 1)
    let input = try setting.input(workspace, files: files)
    return ["unapproved-change", "self-approval"].flatMap { id in
      (CheckCatalog.check(id)?.findings(in: input) ?? []).map { "\($0.id) \($0.range.file)" }
    }
  }

  @Test func approvalsAreMatchedByIdNameAndMail() async throws {
    let people: RepoPath = "workspace-setup/people.yaml"
    for name in ["ada.lind", "Ada Lind", "ADA@example.org", " Anybody <ada@example.org> "] {
      #expect(try await approval([name], people).isEmpty)
    }
    #expect(try await approval([], people) == ["unapproved-change workspace-setup/people.yaml"])
    // The words before an address are anybody's to choose.
    #expect(try await approval(["Ada Lind <eve@example.org>"], people).count == 1)
    #expect(try await approval(["ben.roth"], people) == ["self-approval workspace-setup/people.yaml"])
    #expect(try await approval(["Ben"], people).first?.hasPrefix("unapproved") == true)
    #expect(try await approval(["ben@example.org"], people, author: "Somebody") == ["self-approval \(people)"])
    #expect(try await approval(["ben.roth", "ada.lind"], people).isEmpty)
    #expect(try await approval([], "customers/acme/profile.md").isEmpty)
  }

  @Test func theLastRuleThatFitsCountsAndRemovedFilesPointAtIt() async throws {
    let place = "unapproved-change workspace-setup/processes/approvals.yaml"
    #expect(try await approval(["ada.lind"], "workspace-setup/pay/plan.md") == [place])
    #expect(try await approval(["cleo.marsh"], "workspace-setup/pay/plan.md").isEmpty)
  }
}
