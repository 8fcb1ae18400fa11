import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

@Suite struct TimelineEventsTests {
  static let path: RepoPath = "customers/acme/deals/first.md"

  private func deal(_ fields: String, body: String = "") -> PastWorkspace.Edit {
    .write(Self.path, "---\n\(fields)\n---\n\(body)")
  }

  @Test func importTypoReopeningBackdatingAndSquashGiveExactlyTheseEvents() {
    var past = PastWorkspace()
    past.commit(
      "2026-01-05T10:00:00+01:00", by: "bot", trailers: [.init("Import-Source", "crm")],
      deal("stage: lead\nowner: ann\namount: {value: 50000, currency: EUR}\ncreated_on: 2025-11-04"))
    // A typo in the amount, put right by the same hand.
    past.commit(
      "2026-01-12T09:00:00+01:00", by: "ann", deal("stage: lead\nowner: ann\namount: {value: 840000, currency: EUR}"))
    past.commit(
      "2026-01-12T17:00:00+01:00", by: "ann", deal("stage: lead\nowner: ann\namount: {value: 84000, currency: EUR}"))
    // The committer's clock is three days behind; the file gives the day of the stage.
    past.commit(
      "2026-01-09T09:00:00+01:00", by: "bo",
      deal("stage: qualification\nstage_entered_on: 2026-01-13\nowner: ann\namount: {value: 84000, currency: EUR}"))
    past.commit(
      "2026-02-02T09:00:00+01:00", by: "ann",
      deal("stage: closed_lost\nclosed_on: 2026-01-30\nowner: ann\namount: {value: 84000, currency: EUR}"))
    past.commit(
      "2026-03-02T09:00:00+01:00", by: "ann",
      deal("stage: discovery\nowner: ann\namount: {value: 84000, currency: EUR}"))
    // Several moves squashed into one commit, told apart by the record itself.
    past.commit(
      "2026-04-20T09:00:00+02:00", by: "bo",
      deal(
        """
        stage: negotiation
        owner: ann
        amount: {value: 84000, currency: EUR}
        stage_history:
          - {stage: lead, entered_on: 2025-11-04}
          - {stage: qualification, entered_on: 2026-01-13}
          - {stage: closed_lost, entered_on: 2026-01-30}
          - {stage: discovery, entered_on: 2026-03-01}
          - {stage: business_case, entered_on: 2026-03-20}
          - {stage: negotiation, entered_on: 2026-04-14}
        field_history:
          - {field: amount, from: 60000, to: 50000, on: 2025-12-01}
        """))
    #expect(
      past.timeline().lines(of: Self.path) == [
        "0 baseline amount – > 50000 EUR on 2025-12-01!", "0 baseline created_on – > 2025-11-04 on 2026-01-05",
        "0 baseline owner – > ann on 2026-01-05", "0 baseline stage – > lead on 2025-11-04!",
        "1 changed created_on 2025-11-04 > – on 2026-01-12",
        "2 corrected amount 50000 EUR > 84000 EUR on 2026-01-12",
        "3 changed stage lead > qualification on 2026-01-13!",
        "3 changed stage_entered_on – > 2026-01-13 on 2026-01-12",
        "4 changed closed_on – > 2026-01-30 on 2026-02-02",
        "4 changed stage qualification > closed_lost on 2026-01-30!",
        "4 changed stage_entered_on 2026-01-13 > – on 2026-02-02",
        "5 changed closed_on 2026-01-30 > – on 2026-03-02",
        "5 reopened stage closed_lost > discovery on 2026-03-01!",
        "6 stated stage discovery > business_case on 2026-03-20!",
        "6 changed stage discovery > negotiation on 2026-04-14!",
      ])
  }

  /// The events of one deal that was written so at these times by these people.
  private func events(_ states: [(time: String, author: String, fields: String)], of fields: Set<String>? = nil)
    -> [String]
  {
    var past = PastWorkspace()
    for state in states { past.commit(state.time, by: state.author, deal(state.fields)) }
    return Array(past.timeline().lines(of: Self.path, fields: fields).drop { $0.hasPrefix("0 ") })
  }

  @Test func aValueRestoredWithinADayByTheSameAuthorNeverHappened() {
    let restored = [
      ("2026-01-05T10:00:00Z", "ann", "stage: lead"), ("2026-01-06T10:00:00Z", "ann", "stage: discovery"),
      ("2026-01-06T12:00:00Z", "ann", "stage: lead"),
    ]
    #expect(events(restored) == [])
    #expect(events([restored[0], restored[1], ("2026-01-06T12:00:00Z", "bo", "stage: lead")]).count == 2)
    #expect(events([restored[0], restored[1], ("2026-01-07T10:00:01Z", "ann", "stage: lead")]).count == 2)
  }

  @Test func aStageThatMovesOnIsAMoveAndOneThatGoesBackIsPutRight() {
    let start = ("2026-01-05T10:00:00Z", "ann", "stage: lead")
    #expect(
      events([
        start, ("2026-01-06T10:00:00Z", "ann", "stage: qualification"),
        ("2026-01-06T11:00:00Z", "ann", "stage: discovery"),
      ])
        == [
          "1 changed stage lead > qualification on 2026-01-06",
          "2 changed stage qualification > discovery on 2026-01-06",
        ])
    #expect(
      events([
        start, ("2026-01-06T10:00:00Z", "ann", "stage: negotiation"),
        ("2026-01-06T11:00:00Z", "ann", "stage: discovery"),
      ])
        == ["2 corrected stage lead > discovery on 2026-01-06"])
  }

  @Test func aFirstValueThatIsPutRightStaysAFirstValue() {
    let states = [
      ("2026-01-05T10:00:00Z", "ann", "amount: {value: 1, currency: EUR}"),
      ("2026-01-05T11:00:00Z", "ann", "amount: {value: 2, currency: EUR}"),
    ]
    #expect(events(states) == ["1 created amount – > 2 EUR on 2026-01-05"])
  }

  @Test func nothingIsPutRightAcrossAChangeOfPlaceOrLabels() {
    var past = PastWorkspace()
    past.commit("2026-01-05T10:00:00Z", deal("stage: lead"))
    past.commit("2026-01-05T11:00:00Z", deal("stage: discovery\naudience: board"))
    past.commit("2026-01-05T12:00:00Z", deal("stage: lead\naudience: board"))
    past.commit("2026-01-05T13:00:00Z", deal("stage: lead"))
    #expect(
      past.timeline().lines(of: Self.path, fields: ["stage"]) == [
        "0 created stage – > lead on 2026-01-05", "1 changed stage lead > discovery on 2026-01-05",
        "2 changed stage discovery > lead on 2026-01-05",
      ])
  }

  @Test func aCommitThatTouchesManyDealsIsABaseline() {
    var past = PastWorkspace()
    let paths = (0..<21).map { RepoPath("customers/acme/deals/d\($0).md") }
    past.commit("2026-01-05T10:00:00Z", all: paths.prefix(20).map { .write($0, "---\nstage: lead\n---\n") })
    past.commit("2026-02-05T10:00:00Z", all: paths.map { .write($0, "---\nstage: discovery\n---\n") })
    let timeline = past.timeline()
    #expect(timeline.commits.map(\.isBaseline) == [false, true])
    #expect(
      timeline.lines(of: paths[0]) == [
        "0 created stage – > lead on 2026-01-05", "1 baseline stage lead > discovery on 2026-02-05",
      ])
    #expect(past.timeline(.init(baselineDeals: 30)).commits.map(\.isBaseline) == [false, false])
  }

  @Test func aRenamedStageIsNoMove() async {
    var past = PastWorkspace()
    past.commit("2026-01-05T10:00:00Z", deal("stage: demo"))
    past.commit("2026-03-05T10:00:00Z", deal("stage: technical_validation"))
    past.commit("2026-03-09T10:00:00Z", deal("stage: demo"))
    let (workspace, findings) = await WorkspaceLoader.load(
      [
        WorkspaceFile(
          "customers/workflows/new-business.yaml",
          """
          stages: [{id: lead}, {id: technical_validation}, {id: demo}]
          stage_map: [{from: demo, to: technical_validation, valid_from: 2026-03-01}]
          """)
      ], jobs: 1)
    #expect(findings.isEmpty)
    #expect(
      past.timeline(.init(workflows: workspace.workflows)).lines(of: Self.path) == [
        "0 created stage – > technical_validation on 2026-01-05",
        "2 changed stage technical_validation > demo on 2026-03-09",
      ])
  }

  @Test func versionsThatCannotBeReadAreNoChange() {
    let states = [
      ("2026-01-05T10:00:00Z", "ann", "stage: lead\nowner: ann"),
      ("2026-01-08T10:00:00Z", "bo", "stage: [\nowner: ann"),
      ("2026-01-09T10:00:00Z", "bo", "stage: discovery\nowner: ann"),
    ]
    #expect(events(states) == ["2 changed stage lead > discovery on 2026-01-09"])
  }

  @Test func removingAndRenamingAreToldAsWhatTheyAre() {
    var past = PastWorkspace()
    let moved: RepoPath = "customers/acme/deals/second.md"
    past.commit("2026-01-05T10:00:00Z", deal("stage: lead"), .write("docs/x.md", "Text"))
    past.commit("2026-01-06T10:00:00Z", .move(Self.path, to: moved))
    past.commit("2026-01-07T10:00:00Z", .remove(moved), .remove("docs/x.md"))
    let timeline = past.timeline()
    #expect(timeline.lines(of: moved) == ["0 created stage – > lead on 2026-01-05", "2 removed  – > – on 2026-01-07"])
    #expect(timeline.lines(of: "docs/x.md") == ["2 removed  – > – on 2026-01-07"])
  }

  @Test func aMergeThatHasAValueNobodyHadIsMarked() {
    var past = PastWorkspace()
    past.commit("2026-01-05T10:00:00Z", deal("stage: lead\nowner: ann"))
    past.commit(
      "2026-01-09T10:00:00Z", parents: 2, sides: ["---\nstage: qualification\nowner: bo\n---\n"],
      deal("stage: discovery\nowner: bo"))
    #expect(
      past.timeline().lines(of: Self.path).suffix(2) == [
        "1 changed owner ann > bo on 2026-01-09", "1 merged stage lead > discovery on 2026-01-09",
      ])
  }

  @Test func aCommitOfFormAloneTellsOnlyWhatFieldsSay() {
    var past = PastWorkspace()
    past.commit("2026-01-05T10:00:00Z", deal("stage: lead", body: "one two"))
    past.commit("2026-01-06T10:00:00Z", formOnly: true, deal("stage:   lead", body: "one\ntwo"))
    past.commit("2026-01-07T10:00:00Z", formOnly: true, deal("stage: discovery", body: "one two"))
    #expect(past.timeline().lines(of: Self.path).suffix(1) == ["2 changed stage lead > discovery on 2026-01-07"])
    #expect(past.timeline().events.count == 2)
  }

  @Test func aDateLeftOverFromTheStageBeforeSaysNothing() {
    let states = [
      ("2026-01-05T10:00:00Z", "ann", "stage: lead\nstage_entered_on: 2026-01-02"),
      ("2026-01-09T10:00:00Z", "ann", "stage: discovery\nstage_entered_on: 2026-01-02"),
    ]
    #expect(events(states) == ["1 changed stage lead > discovery on 2026-01-09"])
  }

  @Test func factsThatCameBeforeAnyCommitAreStatedOnce() {
    let history = """
      stage: discovery
      stage_history: [{stage: discovery, entered_on: 2024-03-01}, {stage: lead, entered_on: 2025-01-01}, {stage: discovery, entered_on: 2025-06-01}]
      """
    let states = [("2026-01-05T10:00:00Z", "ann", history), ("2026-01-06T10:00:00Z", "ann", history + "\nowner: bo")]
    var past = PastWorkspace()
    for state in states { past.commit(state.0, by: state.1, deal(state.2)) }
    #expect(
      past.timeline().lines(of: Self.path, fields: ["stage"]) == [
        "0 stated stage – > discovery on 2024-03-01!", "0 stated stage discovery > lead on 2025-01-01!",
        "0 created stage – > discovery on 2025-06-01!",
      ])
  }

  @Test func aDayThatWasStatedLaterWasNotKnownBefore() throws {
    var past = PastWorkspace()
    past.commit("2026-01-05T10:00:00Z", deal("stage: lead"))
    past.commit(
      "2026-02-05T10:00:00Z", deal("stage: lead\nstage_history: [{stage: lead, entered_on: 2025-11-04}]"))
    let timeline = past.timeline()
    let then = timeline.asOf(try #require(Instant(iso: "2026-01-10T00:00:00Z")))
    #expect(timeline.lines(of: Self.path) == ["0 created stage – > lead on 2025-11-04!"])
    #expect(then.lines(of: Self.path) == ["0 created stage – > lead on 2026-01-05"])
  }

  @Test func whatWasBelievedAtAMomentHasNothingOfLater() throws {
    var past = PastWorkspace()
    let moved: RepoPath = "customers/acme/deals/second.md"
    past.commit("2026-01-05T10:00:00Z", deal("stage: lead"))
    past.commit("2026-02-05T10:00:00Z", deal("stage: discovery\nstage_entered_on: 2026-01-20"))
    past.commit("2026-03-05T10:00:00Z", .move(Self.path, to: moved))
    past.commit("2026-04-05T10:00:00Z", .remove(moved))
    let timeline = past.timeline()
    let then = timeline.asOf(try #require(Instant(iso: "2026-02-10T00:00:00Z")))
    #expect(then.commits.count == 2 && then.records.map(\.path) == [Self.path] && then.records[0].isPresent)
    #expect(then.lines(of: Self.path, fields: ["stage"]).count == 2)
    #expect(then.events.count == 3)
    let events = try #require(timeline.eventsByRecord[moved])
    let (january, april) = (
      try #require(Instant(iso: "2026-01-25T00:00:00Z")), try #require(Instant(iso: "2026-04-06T00:00:00Z"))
    )
    #expect(events.value(of: "stage", recordedBy: january) == .text("lead"))
    #expect(events.value(of: "stage", effectiveBy: january.day) == .text("discovery"))
    #expect(events.values(recordedBy: april).isEmpty && events.value(of: "stage", effectiveBy: april.day) == nil)
  }
}
