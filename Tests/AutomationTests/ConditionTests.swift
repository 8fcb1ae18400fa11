import Automation
import Testing
import WorkspaceModel

/// Three-valued logic, units and what alerts print.
@Suite struct ConditionTests {
  /// What one condition says of Acme, or of its deal, on 23 November 2026, told by which subjects fire or are unknown.
  private func truth(_ condition: String, _ more: String = "", key: String = "account") async throws -> String {
    let team = Team(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: asked
          event: daily
          where: '\(condition)'
          key: [\(key)]
          actions: [notify_ae]
      \(more)
      """)
    let decisions = try await team.decide("2026-11-23")
    if let unread = decisions.unread.first { return "unread: \(unread.reason)" }
    let tally = try #require(decisions.tallies.first)
    return tally.held > 0 ? "yes" : tally.unknown.isEmpty ? "no" : "unknown"
  }

  private static let profile = """
    === customers/acme/profile.md
    ---
    name: Acme
    lifecycle: customer
    owners: {ae: ada.lind, csm: cas.nord}
    arr: {value: 84000, currency: EUR, kind: ARR}
    renewal_on: 2026-12-01
    employees: 1200
    auto_renew: false
    tags: [cold, nordic]
    ---
    === customers/acme/usage.csv
    day,metric,value,denominator
    2026-11-20,active_seats,9,50
    2026-11-01,active_seats,30,50
    """

  @Test(arguments: [
    ("account.lifecycle == customer", "yes"), ("account.lifecycle != customer", "no"),
    ("account.arr >= 50000 EUR", "yes"), ("account.arr >= 84k EUR", "yes"), ("account.arr > 84000 EUR", "no"),
    ("account.arr >= 10 USD", "unknown"), ("renewal_on < today + 9d", "yes"), ("renewal_on < today + 8d", "no"),
    ("renewal_on <= today + 6bd", "yes"), ("renewal_on <= today + 5bd", "no"), ("renewal_on - today <= 8d", "yes"),
    ("renewal_in_days <= 1w", "no"), ("renewal_in_days == 8", "yes"), ("usage.active_seats < 20%", "yes"),
    ("usage.active_seats < 18%", "no"), ("usage.active_seats == 9", "yes"), ("usage.logins > 0", "unknown"),
    ("account.auto_renew", "no"), ("not account.auto_renew", "yes"), ("account.tags contains Nordic", "yes"),
    ("account.tags == warm", "no"), ("account.country in [SE, NO]", "unknown"), ("account.country is unknown", "yes"),
    ("account.country is none", "yes"), ("account.country is known", "no"), ("account.employees is not unknown", "yes"),
    ("no_activity > 30", "unknown"), ("no_activity > 30 or account.employees > 1000", "yes"),
    ("no_activity > 30 and account.employees > 5000", "no"),
    ("no_activity > 30 and account.employees > 1000", "unknown"),
    ("not no_activity > 30", "unknown"), ("deal is none", "yes"), ("deal.stage in [discovery] or deal is none", "yes"),
    ("deal.stage == discovery", "yes"), ("account.slug in [acme, other]", "yes"), ("1000 < account.employees", "yes"),
    ("account.name == \"ACME\"", "yes"), ("nps is none and not (account.lifecycle in [former, prospect])", "yes"),
    ("open_deals >= 1", "yes"), ("open_renewal_deals == 0", "yes"), ("open_severe_tickets == 0", "unknown"),
    ("invoice.days_late > 0", "unknown"), ("task.days_late == 0", "yes"),
  ])
  func threeValues(condition: String, expected: String) async throws {
    #expect(try await truth(condition, Self.profile) == expected, "\(condition)")
  }

  @Test(arguments: [
    ("deal.stage == discvery", "unread: 'deal.stage' is never 'discvery': did you mean 'discovery'?"),
    (
      "close_on < 7",
      "unread: 'close_on' is compared with the number 7, it is a day: write a day such as 2026-12-01, or 'today - 7d'"
    ),
    ("health_scor < 40", "unread: 'health_scor' is no fact that rules know: did you mean 'health_score'?"),
  ])
  func rulesThatCannotBeReadSayWhy(condition: String, expected: String) async throws {
    let workflow = "=== customers/workflows/new-business.yaml\nid: new-business\nstages: [{id: discovery}]"
    #expect(try await truth(condition, workflow) == expected)
  }

  @Test func editsOfAFileLeaveTheRestAsItWasWritten() {
    let text = "# By hand\nrule: a\nstate: firing # look\nevidence:\n  - {path: a}\n\n  - {path: b}\nnote: mine\n"
    let edits = [
      FieldEdit("state", "state: resolved\n"), FieldEdit("evidence", nil), FieldEdit("acked_by", "acked_by: ada\n"),
    ]
    #expect(
      FieldEdit.apply(edits, to: text) == "# By hand\nrule: a\nstate: resolved\nnote: mine\nacked_by: ada\n")
    #expect(FieldEdit.apply(edits, to: "{\"rule\": \"a\"}") == nil)
    let deal = "---\nname: A\nstage: b\n---\n\nstate: of the world\n"
    #expect(
      FieldEdit.apply([FieldEdit("state", "state: x\n")], to: deal)
        == "---\nname: A\nstage: b\nstate: x\n---\n\nstate: of the world\n")
  }
}
