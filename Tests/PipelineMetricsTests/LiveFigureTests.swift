import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

struct LiveFigureTests {
  private static let files = """
    === workspace-setup/people.yaml
    people:
      - {id: ann.lee, name: Ann Lee, team: north, quotas: [{period: 2026-Q4, target: {value: 100000, currency: EUR, kind: ARR}}]}
      - {id: bo.ek, name: Bo Ek, team: south}
    === customers/acme/profile.md
    ---
    name: Acme
    segment: enterprise
    ---
    === customers/bolt/profile.md
    ---
    name: Bolt
    segment: smb
    ---
    === customers/acme/deals/a.md
    ---
    {stage: closed_won, closed_on: 2026-10-10, created_on: 2026-08-01, owner: ann.lee, competitors: [rival], amount: {value: 40000, currency: EUR, kind: ARR}}
    ---
    === customers/acme/deals/b.md
    ---
    {stage: closed_lost, closed_on: 2026-10-20, created_on: 2026-08-01, owner: ann.lee, competitors: [rival, other], amount: {value: 20000, currency: EUR, kind: ARR}}
    ---
    === customers/bolt/deals/c.md
    ---
    {stage: closed_won, closed_on: 2025-12-20, created_on: 2025-08-01, owner: bo.ek, amount: {value: 10000, currency: EUR, kind: ARR}}
    ---
    === customers/bolt/deals/d.md
    ---
    {stage: negotiation, close_on: 2026-12-20, owner: bo.ek, competitors: [other], amount: {value: 30000, currency: EUR, kind: ARR}}
    ---
    === customers/bolt/deals/e.md
    ---
    {stage: discovery, owner: bo.ek}
    ---
    """

  private struct Asked {
    let workspace: Workspace
    let lives: DealLives
    let figures: LiveFigures

    func callAsFunction(_ text: String) throws -> LiveFigure { try #require(figures[MetricQuery(text)]) }
  }

  private func ask(_ queries: [String]) async throws -> Asked {
    let (workspace, _) = await WorkspaceLoader.load(MarkedFiles(Self.files).files, jobs: 1)
    let read = Day(iso: "2026-11-20")
    let today = try #require(read)
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: today))
    let figures = LiveFigures(queries.map { MetricQuery($0) }, workspace, Timeline(), lives) { name in
      switch name {
      case "this_quarter": MetricPeriod.quarter(of: today, settings: workspace.settings)
      case "last_365_days": .last(365, through: today)
      case "last_quarter": MetricPeriod("2026-Q3", settings: workspace.settings)
      default: MetricPeriod(name, settings: workspace.settings)
      }
    }
    return Asked(workspace: workspace, lives: lives, figures: figures)
  }

  @Test func everyNameGivesTheMetricOfItsName() async throws {
    let queries = MetricName.allCases.map {
      $0.requiredFilters.isEmpty ? $0.rawValue : "\($0.rawValue) stage=discovery"
    }
    let asked = try await ask(queries)
    let other = ["sales_cycle": "sales_cycle_median", "stage_duration": "stage_duration_median"]
    for (name, query) in zip(MetricName.allCases, queries) {
      let figure = try asked(query)
      #expect(figure.isAsked && figure.query.text == query)
      let id = figure.metric.definition.id
      #expect(id == other[name.rawValue] ?? name.rawValue)
      #expect(!figure.metric.definition.sentence.isEmpty)
    }
  }

  @Test func theFigureIsTheOneOfTheMetric() async throws {
    let asked = try await ask([
      "win_rate", "win_rate competitor=rival", "win_rate competitor=other", "bookings owner=ann.lee", "open_pipeline",
      "open_pipeline segment=smb period=this_quarter", "coverage owner=ann.lee", "win_rate team=south",
    ])
    let days = try MetricPeriod.last(365, through: #require(Day(iso: "2026-11-20")))
    func rate(_ scope: MetricScope) -> Metric { WinRate(asked.lives, during: days, scope: scope).count }
    #expect(try asked("win_rate").metric.value == rate(.all).value)
    #expect(try asked("win_rate").metric.text == "2 of 3")
    #expect(try asked("win_rate competitor=rival").metric.inputs == rate(MetricScope(competitors: ["rival"])).inputs)
    #expect(try asked("win_rate competitor=rival").metric.text == "1 of 2")
    #expect(try asked("win_rate competitor=other").metric.text == "0 of 1")
    #expect(try asked("win_rate team=south").metric.text == "1 of 1")
    #expect(try asked("bookings owner=ann.lee").metric.text == "40000 EUR ARR")
    #expect(try asked("open_pipeline").metric.text == "30000 EUR ARR")
    #expect(try asked("open_pipeline").metric.unknown == 1)
    #expect(try asked("open_pipeline segment=smb period=this_quarter").metric.n == 1)
    #expect(try asked("coverage owner=ann.lee").metric.reason == nil)
  }

  @Test func whatCannotBeToldIsUnknownWithItsReasonAndNeverZero() async throws {
    let asked = try await ask([
      "win_rate period=2020", "win_rte", "win_rate competitor=nobody", "win_rate team=east", "grr",
      "forecast_accuracy period=this_quarter", "bookings period=soon",
    ])
    #expect(try asked("win_rate period=2020").metric.text == "unknown (no deal closed in 2020)")
    #expect(try asked("win_rte").metric.text == "unknown (there is no metric 'win_rte')")
    #expect(try asked("win_rate competitor=nobody").metric.text == "unknown (there is no competitor 'nobody')")
    #expect(try asked("win_rate team=east").metric.text == "unknown (there is no team 'east')")
    #expect(try asked("bookings period=soon").metric.text == "unknown (there is no period 'soon')")
    #expect(try asked("grr").metric.reason != nil)
    #expect(
      try asked("forecast_accuracy period=this_quarter").metric.reason
        == "no forecast of a finished period can be had")
    #expect(asked.figures.all.filter { !$0.isAsked }.count == 4)
  }

  @Test func oneFigureIsWorkedOutHoweverOftenItIsAskedFor() async throws {
    let asked = try await ask(["win_rate owner=bo.ek team=south", "win_rate team=south owner=bo.ek", "win_rate"])
    #expect(asked.figures.all.count == 2)
    #expect(try asked("win_rate  team=south owner=bo.ek").metric.text == "1 of 1")
  }

  @Test func periodsAreSaidInWords() async throws {
    let asked = try await ask(["win_rate", "bookings"])
    #expect(try asked("win_rate").period?.name == "the last 365 days")
    #expect(try asked("win_rate").metric.definition.sentence.contains("closed in the last 365 days"))
    #expect(try asked("bookings").period?.name == "2026-Q4")
  }
}
