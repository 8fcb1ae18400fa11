import FieldbookTestSupport
import Testing
import WorkspaceModel

struct MetricQueryTests {
  private static let files = """
    === workspace-setup/people.yaml
    people: [{id: ann.lee, name: Ann Lee, team: north}]
    === customers/acme/profile.md
    ---
    name: Acme
    ---
    === customers/acme/deals/a.md
    ---
    stage: discovery
    competitors: [rival]
    owner: bo.ek
    ---
    === customers/workflows/expansion.yaml
    id: expansion
    name: Expansion
    stages: [{id: discovery, name: Discovery}, {id: scoping, name: Scoping}]
    """

  private func problems(_ text: String) async -> [String] {
    let (workspace, _) = await MarkedFiles(Self.files).load()
    return MetricQuery(text).problems(among: MetricNames(workspace)) { $0 == "last_quarter" }.map(\.summary)
  }

  @Test(arguments: [
    "win_rate", " win_rate  competitor=rival ", "win_rate owner=ann.lee team=north", "bookings owner=bo.ek",
    "open_pipeline segment=mid_market customer=acme", "coverage period=last_quarter", "win_rate pipeline=expansion",
    "stage_conversion stage=scoping", "stage_duration stage=discovery pipeline=expansion", "win_rate team=\"north\"",
  ])
  func whatCanBeAskedHasNoProblem(text: String) async {
    #expect(await problems(text) == [])
  }

  @Test(arguments: [
    ("", "no metric is named"), ("   ", "no metric is named"), ("=", "no metric is named"),
    ("competitor=rival", "no metric is named"), ("win_rte", "there is no metric 'win_rte'"),
    ("WIN_RATE", "there is no metric 'WIN_RATE'"),
    ("win_rate rival", "'rival' is no condition such as period=last_quarter"),
    ("win_rate |words", "'|words' is no condition such as period=last_quarter"),
    ("win_rate =rival", "there is no filter ''"), ("win_rate competitor=", "there is no competitor ''"),
    ("win_rate competitor=other", "there is no competitor 'other'"),
    ("win_rate competitor=rival=rival", "there is no competitor 'rival=rival'"),
    ("win_rate competitor=\"rival", "there is no competitor '\"rival'"),
    ("win_rate stage=discovery", "win_rate cannot be narrowed by stage"),
    ("nrr owner=ann.lee", "nrr cannot be narrowed by owner"),
    ("win_rate owner=bo.ek owner=ann.lee", "owner= stands here twice"),
    ("win_rate period=soon", "there is no period 'soon'"),
    ("stage_conversion", "stage_conversion needs stage="),
    ("stage_conversion stage=discovery", "several pipelines have the stage 'discovery'; add pipeline="),
    ("stage_conversion stage=negotiation pipeline=expansion", "the pipeline 'expansion' has no stage 'negotiation'"),
  ])
  func whatCannotBeAskedIsSaid(text: String, problem: String) async {
    #expect(await problems(text) == [problem])
  }

  @Test func thePlaceOfAProblemIsThatOfItsWord() async throws {
    let text = "win_rate  competitor=\"rivel\""
    let (workspace, _) = await MarkedFiles(Self.files).load()
    let query = MetricQuery(text)
    let problem = try #require(query.problems(among: MetricNames(workspace)) { _ in true }.first)
    #expect(String(decoding: Array(text.utf8)[problem.range], as: UTF8.self) == "rivel")
    #expect(problem.nearest == "rival")
  }

  @Test func theOrderOfConditionsMakesNoOtherFigure() {
    #expect(MetricQuery("win_rate a=b c=d").key == MetricQuery(" win_rate  c=d a=b").key)
    #expect(MetricQuery("win_rate a=b").key != MetricQuery("win_rate a=c").key)
    #expect(MetricQuery("win_rate a=b").text == "win_rate a=b")
  }

  @Test(arguments: [
    String(repeating: "a=b ", count: 100_000), String(repeating: "\"", count: 1_000), "\0\u{1}", "a\u{0301}=\u{202E}b",
    String(repeating: "=", count: 399), "win_rate " + String(repeating: "é", count: 1_000),
  ])
  func hostileTextIsReadAndRefused(text: String) async {
    let query = MetricQuery(text)
    #expect(query.metric == nil || query.text.utf8.count > 400)
    #expect(await !problems(text).isEmpty)
    #expect(query.key.utf8.count <= text.utf8.count + 2_000)
  }

  @Test func everyMetricHasAPeriodOrNeedsNone() {
    for metric in MetricName.allCases {
      #expect(metric.usualPeriod == nil || metric.filters.contains(.period), "\(metric.rawValue)")
      #expect(metric.requiredFilters.allSatisfy(metric.filters.contains))
    }
  }
}
