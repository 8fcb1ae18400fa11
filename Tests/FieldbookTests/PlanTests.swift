import FieldbookTestSupport
import Foundation
import Testing

@testable import FieldbookApp

/// The draft of a personal daily plan, and what `--save` does with it.
@Suite struct PlanTests {
  private static let place = "personal/daily-plans/ann.lee/2023-11-16.md"

  /// Tuesday, 14 November 2023, in the evening; the day after it is a holiday.
  private func repository(template: Bool = true) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.git("config", "user.name", "Ann Lee")
    try repository.git("config", "user.email", "ann@example.org")
    try repository.write("fieldbook.yaml", "name: Test\nholidays: [2023-11-15]\n")
    try repository.write(
      "workspace-setup/people.yaml",
      """
      people:
        - {id: ann.lee, name: Ann Lee, role: ae}
        - {id: bo.ek, name: Bo Ek, role: ae}
      """)
    if template {
      try repository.write(
        "reporting/personal/daily-plan.md",
        """
        ---
        title: Plan
        report: daily_plan
        cadence: daily
        ---
        As of {{as_of}}, {{scope}}, {{period}}.

        {{#plan_meetings}}
        - [ ] {{time}} [{{title}}]({{url}}) with {{people}}, {{#customer_url}}[{{customer}}]({{customer_url}}){{/customer_url}}: {{command}}
        {{/plan_meetings}}
        {{^plan_meetings}}
        No data: {{no_plan_meetings}}.
        {{/plan_meetings}}
        {{#priorities}}
        - [ ] [{{title}}]({{url}}): {{action}} ({{reason}}; {{stake}}){{#help_url}}, [{{help}}]({{help_url}}){{/help_url}}
        {{/priorities}}
        {{^priorities}}
        No data: {{no_priorities}}.
        {{/priorities}}
        {{#replies_owed}}
        - [ ] {{title}} from {{contact}}, {{age}}
        {{/replies_owed}}
        {{#plan_tasks}}
        - [ ] [{{title}}]({{url}}): {{due}}, {{priority}}
        {{/plan_tasks}}
        {{#plan_steps}}
        - [ ] {{text}}: {{due}}
        {{/plan_steps}}
        {{#plan_alerts}}
        - [ ] {{title}}: {{because}}, {{severity}}, {{state}}
        {{/plan_alerts}}
        {{#plan_closes}}
        - [ ] {{title}}, {{amount}}: {{date}}
        {{/plan_closes}}
        {{^plan_closes}}
        No data: {{no_plan_closes}}.
        {{/plan_closes}}
        """)
    }
    try repository.commit("First", at: 1_699_999_000)
    return repository
  }

  /// What Ann has to do with Acme, and Bo with Bolt.
  private func fill(_ repository: ScratchRepository) throws {
    try repository.write(
      "customers/acme/profile.md", "---\nname: Acme\nlifecycle: prospect\nowners: {ae: ann.lee}\n---\n")
    try repository.write(
      "customers/bolt/profile.md", "---\nname: Bolt\nlifecycle: prospect\nowners: {ae: bo.ek}\n---\n")
    try repository.write("customers/acme/contacts.yaml", "contacts: [{id: cleo, name: Cleo Hart}]\n")
    for (customer, owner) in [("acme", "ann.lee"), ("bolt", "bo.ek")] {
      try repository.write(
        "customers/\(customer)/deals/big.md",
        """
        ---
        name: Big
        stage: discovery
        owner: \(owner)
        amount: {value: 1000, currency: EUR, kind: ARR}
        created_on: 2023-10-01
        stage_entered_on: 2023-11-01
        close_on: 2023-11-10
        next_step: {text: "Send the quote of \(customer)", due: 2023-11-15, owner: \(owner)}
        ---
        """)
      try repository.write(
        "customers/\(customer)/tasks/ask.md",
        "---\ntitle: Ask \(customer)\nowner: \(owner)\ndue: 2023-11-13\nstatus: open\npriority: high\n---\n")
    }
    try repository.write(
      "customers/acme/interactions/2023-11-14-email-in-price.md",
      "---\nkind: email_in\noccurred_at: 2023-11-14T08:00:00Z\nsubject: Price\nparticipants: [cleo]\n---\n")
    try repository.write(
      "customers/acme/interactions/2023-11-16-call-plan.md",
      "---\nkind: call\noccurred_at: 2023-11-16T09:30:00Z\nsubject: Talk\nparticipants: [cleo, ann.lee]\ndeals: [big]\n---\n"
    )
    try repository.write(
      "reporting/pulse/alerts/2023-11-12-late.yaml",
      "rule: late\nsubject: acme/big\nseverity: high\nstate: firing\nfired_at: 2023-11-12T08:00:00Z\nvalues: {days_late: 2}\n"
    )
    try repository.write("sales-toolkit/playbooks/ask.md", "---\ntitle: Ask well\nstages: [discovery]\n---\n")
    try repository.commit("Second", at: 1_699_999_100)
  }

  @Test func draftsWhatOnePersonHasToDo() async throws {
    let repository = try repository()
    try fill(repository)
    let draft = try await repository.fieldbook().plan(PlanOptions(user: "ann.lee"))
    #expect(draft.path.description == Self.place)
    #expect(draft.report.findings == [])
    let commit = try repository.git("rev-parse", "HEAD").prefix(7)
    #expect(
      draft.file == """
        ---
        person: ann.lee
        day: 2023-11-16
        title: "Plan for Thursday, 16 Nov 2023"
        summary: "Draft as of 14 Nov 2023, 21:58 (UTC), commit \(commit)."
        ---

        As of 14 Nov 2023, 21:58 (UTC), Ann Lee, next working day (16 Nov 2023).

        - [ ] 09:30 [Acme: Talk](../../../customers/acme/interactions/2023-11-16-call-plan.md) with Cleo Hart, [Acme](../../../customers/acme/profile.md): fieldbook context acme --tier compact
        - [ ] [Acme: Big](../../../customers/acme/deals/big.md): Agree a new close date with the customer, or close the deal (expected close passed 4 days ago, only one active contact in 60 days; 200 EUR ARR at stake), [Ask well](../../../sales-toolkit/playbooks/ask.md)
        - [ ] Acme: Price from Cleo Hart, today
        - [ ] [Acme: Ask acme](../../../customers/acme/tasks/ask.md): due 13 Nov 2023, late, high priority
        - [ ] Send the quote of acme: due 15 Nov 2023
        - [ ] Late at Acme: Big: days late 2, since 12 Nov 2023, high, not answered yet
        - [ ] Acme: Big, 1,000 EUR ARR: 10 Nov 2023, past

        """)
  }

  @Test func emptyIsNoData() async throws {
    let repository = try repository()
    let draft = try await repository.fieldbook().plan(PlanOptions(user: "bo.ek"))
    #expect(
      draft.file.hasSuffix(
        """
        No data: no meeting with a customer is on file for 16 Nov 2023; calendars that are not connected are not seen.
        No data: no open deal and no customer in this scope.
        No data: no open deal is expected to close by 22 Nov 2023.

        """))
  }

  @Test func savesOneCommitAndNeverOverAPlan() async throws {
    let repository = try repository()
    try fill(repository)
    let wanted = PlanOptions(user: "ann.lee")
    let fieldbook = try await repository.fieldbook()
    let draft = try fieldbook.plan(wanted)
    let saved = try fieldbook.save(draft, wanted)
    #expect(saved.path.description == Self.place)
    #expect(saved.workTree == .written)
    #expect(
      try repository.git("show", "--name-only", "--format=%s", "HEAD")
        == "Draft the plan of Ann Lee for 16 Nov 2023\n\n\(Self.place)")
    // The same draft is no second commit; another one finds the day taken.
    #expect(try fieldbook.save(draft, wanted).commit == nil)
    let (later, day) = (
      try await repository.fieldbook { $0.sourceDateEpoch = 1_699_999_200 },
      PlanOptions(user: "ann.lee", day: "2023-11-16")
    )
    #expect(try refusal { _ = try later.save(later.plan(day), day) } == Self.refusal)
    let replacing = PlanOptions(user: "ann.lee", day: "2023-11-16", replaces: true)
    #expect(try later.save(later.plan(replacing), replacing).commit != nil)
    #expect(try repository.git("status", "--short") == "")
  }

  @Test func leavesAPlanThatIsNotCommittedYet() async throws {
    let repository = try repository()
    try repository.write(Self.place, "# Mine\n")
    let (fieldbook, wanted) = (try await repository.fieldbook(), PlanOptions(user: "ann.lee"))
    #expect(try refusal { _ = try fieldbook.save(fieldbook.plan(wanted), wanted) } == Self.refusal)
    #expect(try String(contentsOfFile: "\(repository.path)/\(Self.place)", encoding: .utf8) == "# Mine\n")
    #expect(try repository.git("rev-list", "--count", "HEAD") == "1")
  }

  @Test func saysWhatIsWrongWithARequest() async throws {
    let fieldbook = try await repository().fieldbook()
    func message(_ wanted: PlanOptions) throws -> String? { try refusal { _ = try fieldbook.plan(wanted) } }
    #expect(try message(PlanOptions(user: "ann.le")) == "nobody has the id 'ann.le' (did you mean 'ann.lee'?)")
    #expect(
      try message(PlanOptions(user: "ann.lee", day: "16.11.")) == "'16.11.' is no day (write it such as 2026-11-24)")
    #expect(try message(PlanOptions(user: "ann.lee", day: "2023-11-13"))?.hasPrefix("2023-11-13 is over") == true)
    #expect(try message(PlanOptions(user: "ann.lee", day: "2023-11-14")) == nil)
    let bare = try await repository(template: false).fieldbook()
    #expect(
      try refusal { _ = try bare.plan(PlanOptions(user: "ann.lee")) }?.hasPrefix("ann.lee can see no definition")
        == true)
  }

  @Test func nobodyElsesPlanIsOnAPage() async throws {
    let repository = try repository()
    try repository.write("personal/daily-plans/ann.lee/2023-11-14.md", "# Hers\n\n## Tasks\n\n- [x] One\n- [ ] Two\n")
    try repository.write("personal/daily-plans/ann.lee/2023-11-16.md", "# Then\n")
    try repository.commit("Plans", at: 1_699_999_200)
    func page(_ audience: String?) async throws -> String {
      let site = try await repository.site { $0.audience = audience }
      return String(decoding: try #require(site["people/ann.lee/index.html"]), as: UTF8.self)
    }
    let own = try await page("ann.lee")
    #expect(own.contains("1 of 2 done") && own.contains("id=\"plan-2023-11-14-tasks\"") && own.contains(">Then</a>"))
    #expect(own.contains("Next working day"))
    for other in [nil, "bo.ek"] {
      let html = try await page(other)
      #expect(!html.contains("Hers") && !html.contains("1 of 2 done"))
    }
  }

  private static let refusal =
    "there is a plan for 16 Nov 2023 already: \(place) (go on with that one, or put the draft in its place with --replace)"

  /// What a command says of its refusal, with the next step; nil when it is done.
  private func refusal(_ work: () throws -> Void) throws -> String? {
    do {
      try work()
      return nil
    } catch let error as FieldbookError {
      return "\(error.message) (\(error.help ?? ""))"
    }
  }
}
