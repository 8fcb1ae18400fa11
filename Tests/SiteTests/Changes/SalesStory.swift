import Diagnostics
import WorkspaceModel

@testable import Site

/// Six weeks of a small sales team: an import, deals that move both ways, a merge, a move, a removal.
enum SalesStory {
  static let ledger: RepoPath = "customers/norrvik-foods/deals/ledger-14-plants.md"

  static func deal(
    _ name: String, stage: String, amount: Int, close: String, owner: String = "john.smith", text: String
  ) -> String {
    """
    ---
    name: \(name)
    type: new
    stage: \(stage)
    amount:
      value: \(amount)
      currency: EUR
      kind: ARR
    close_on: \(close)
    owner: \(owner)
    ---
    \(text)
    """
  }

  static func eur(_ amount: Int) -> FieldValue { .money(Money(Decimal4(amount), currency: "EUR", kind: .arr)) }

  static func day(_ iso: String) -> FieldValue { WorkspaceModel.Day(iso: iso).map(FieldValue.day) ?? .text(iso) }

  private static let people = """
    people:
      - id: john.smith
        name: John Smith
        title: Account executive
        email: john.smith@larkspur.example
      - id: ida.holm
        name: Ida Holm
        title: Customer success
        email: ida.holm@larkspur.example
      - id: priya.nair
        name: Priya Nair
        title: Account executive
        email: priya.nair@larkspur.example
    """

  private static func profile(_ name: String, _ text: String, reviewed: String) -> String {
    """
    ---
    name: \(name)
    lifecycle: prospect
    owners:
      ae: john.smith
    reviewed_on: \(reviewed)
    ---
    \(text)
    """
  }

  private static let early = """
    # Why now

    Norrvik reports to a new auditor from January. They want one carbon figure a plant by the end of the year,
    that the auditor of their choice accepts.

    Maja is our champion. Karin in finance has not been met.

    - Fourteen plants in the first order
    - Night load in the freezers

    Sten in IT asks for SCIM.
    """
  private static let late = """
    # Why now

    Norrvik reports to a new auditor from January. They want one carbon figure a plant before the audit in March,
    that the auditor of their choice accepts.

    Maja is our champion. Karin takes 390 kEUR a year as the baseline and wants the audit clause in the order form.

    - Twelve plants in the first order, two after the audit
    - Night load in the freezers

    Sten in IT asks for SCIM.
    """

  /// The whole story.
  static func history() throws -> HistoryBuilder {
    var history = HistoryBuilder()
    typealias Event = HistoryBuilder.Event
    func created(_ stage: String, _ amount: Int, _ close: String, _ kind: FieldEvent.Kind = .created) -> [Event] {
      [
        Event("stage", nil, .text(stage), kind), Event("amount", nil, eur(amount), kind),
        Event("close_on", nil, day(close), kind), Event("owner", nil, .text("john.smith"), kind),
        Event("name", nil, .text("A deal"), kind),
      ]
    }
    try history.commit(
      "2026-10-12T09:00:00+02:00", "Priya Nair", "Import accounts and deals from the old CRM",
      [
        .write("workspace-setup/people.yaml", people),
        .write("fieldbook.yaml", "name: Larkspur Energy\ncurrency: EUR\n"),
        .write(
          "customers/norrvik-foods/profile.md",
          profile("Norrvik Foods", "Chilled food, 14 plants.", reviewed: "2026-10-12")),
        .write(
          "customers/kestrel-cold-chain/profile.md",
          profile("Kestrel Cold Chain", "Depots along the coast.", reviewed: "2026-10-12")),
        .write(
          "customers/kestrel-cold-chain/deals/two-depots.md",
          deal(
            "Kestrel – two depots", stage: "business_case", amount: 42_000, close: "2026-11-13", text: "Two depots."),
          created("business_case", 42_000, "2026-11-13", .baseline)),
        .write(
          ledger,
          deal("Norrvik – Ledger for 14 plants", stage: "discovery", amount: 84_000, close: "2026-11-18", text: early),
          created("discovery", 84_000, "2026-11-18", .baseline)),
      ]
    ) { commit in
      commit.isBaseline = true
      commit.trailers = [.init("Import-Source", "legacy-crm")]
    }
    try history.commit(
      "2026-10-29T16:40:00+01:00", "John Smith", "Start a card on Sunderly",
      [
        .write("sales-toolkit/battlecards/sunderly.md", "---\ntitle: Sunderly\n---\nThey bundle hardware.\n")
      ])
    try history.commit(
      "2026-11-05T11:10:00+01:00", "Ida Holm", "Reformat front matter with the new linter",
      [
        .write(
          "customers/kestrel-cold-chain/profile.md",
          profile("Kestrel Cold Chain", "Depots along the coast. ", reviewed: "2026-10-12"))
      ]
    ) { $0.isFormOnly = true }
    try history.commit(
      "2026-11-10T10:12:00+01:00", "John Smith", "Pilot for the Umeå depot",
      [
        .write(
          "customers/norrvik-foods/deals/pilot.md",
          deal(
            "Norrvik – gateways for Umeå", stage: "qualification", amount: 18_000, close: "2026-12-20", text: "Pilot."),
          created("qualification", 18_000, "2026-12-20"))
      ])
    try history.commit(
      "2026-11-12T17:45:00+01:00", "Priya Nair", "Kestrel says yes to two depots",
      [
        .write(
          "customers/kestrel-cold-chain/deals/two-depots.md",
          deal("Kestrel – two depots", stage: "closed_won", amount: 42_000, close: "2026-11-13", text: "Signed."),
          [
            Event("stage", .text("business_case"), .text("closed_won")),
            Event("text", .text("Two depots."), .text("Signed.")),
          ])
      ])
    try history.commit(
      "2026-11-16T09:30:00+01:00", "Ida Holm", "Move the pilot under its real name",
      [.move("customers/norrvik-foods/deals/pilot.md", to: "customers/norrvik-foods/deals/gateways-umea.md")])
    try history.commit(
      "2026-11-18T15:20:00+01:00", "Ida Holm", "Merge the notes from the plant visit",
      [
        .write(
          "customers/norrvik-foods/interactions/2026-11-17-onsite-plant-visit.md",
          """
          ---
          kind: onsite
          subject: Plant visit in Kalmar
          occurred_at: 2026-11-17T13:00:00+01:00
          participants: [ida.holm]
          deals: [ledger-14-plants]
          ---
          The night shift leaves the blast freezer running.
          """,
          [
            Event("kind", nil, .text("onsite"), .created),
            Event("subject", nil, .text("Plant visit in Kalmar"), .created),
          ]),
        .write(
          "sales-toolkit/battlecards/sunderly.md",
          "---\ntitle: Sunderly\n---\nThey bundle hardware, and lock the data in.\n",
          [Event("text", .text("a"), .text("b"))]),
      ]
    ) { commit in
      commit.parents = 2
      commit.side = [
        .init(
          id: "77c0de1000000000000000000000000000000000", author: HistoryBuilder.contributor("Ida Holm"),
          subject: "Notes of the visit"),
        .init(
          id: "12ab34c000000000000000000000000000000000", author: HistoryBuilder.contributor("Ravi Patel"),
          subject: "What Sunderly said on site"),
      ]
      commit.trailers = [.init("Approved-by", "Dana Whitfield <dana.whitfield@larkspur.example>")]
    }
    try history.commit(
      "2026-11-19T14:05:00+01:00", "John Smith", "Karin wants the smaller scope first",
      [
        .write(
          ledger,
          deal(
            "Norrvik – Ledger for 14 plants", stage: "negotiation", amount: 69_000, close: "2026-12-11", text: late),
          [
            Event("amount", eur(84_000), eur(69_000)), Event("close_on", day("2026-11-18"), day("2026-12-11")),
            Event("stage", .text("discovery"), .text("negotiation")),
            Event("text", .text("early"), .text("late")),
          ])
      ]
    ) { commit in
      commit.details = "Twelve plants now, two after the audit in March.\nLegal has the redlined DPA."
      commit.coAuthors = [HistoryBuilder.contributor("Ida Holm")]
      commit.trailers = [.init("Approved-by", "Dana Whitfield <dana.whitfield@larkspur.example>")]
    }
    try history.commit(
      "2026-11-20T08:50:00+01:00", "Priya Nair", "Brambleway joins, the Umeå pilot waits",
      [
        .write(
          "customers/brambleway-stores/profile.md",
          profile("Brambleway Stores", "Forty stores, one meter each.", reviewed: "2026-11-20")),
        .write(
          "customers/brambleway-stores/deals/40-stores.md",
          deal("Brambleway – 40 stores", stage: "lead", amount: 120_000, close: "2027-03-31", text: "Forty stores."),
          created("lead", 120_000, "2027-03-31")),
        .write(
          "customers/norrvik-foods/deals/gateways-umea.md",
          deal("Norrvik – gateways for Umeå", stage: "lead", amount: 18_000, close: "2026-12-20", text: "Pilot."),
          [Event("stage", .text("qualification"), .text("lead"))]),
      ])
    return history
  }
}
