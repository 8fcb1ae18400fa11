internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import WorkspaceModel

/// Computes a report.
struct GetReport: WorkspaceTool {
  let definition = ToolDefinition(
    name: "get_report", title: "Report",
    words:
      "A computed report as Markdown: personal (ae), team (vp_sales) or pulse (morning brief) unless subject names another.",
    parameters: [
      ToolParameter("tier", .choice(["personal", "team", "pulse"]), "Which family of reports.", isRequired: true),
      ToolParameter(
        "period", .choice(["today", "7d", "30d", "qtr"]), "Days it is about; the report's own unless given."),
      ToolParameter("subject", .text, "A report's name such as csm-weekly, or a person id."),
    ], largest: 100_000)

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    let level = call.text("tier") ?? "pulse"
    var wanted = ReportOptions(Self.standard(level, view))
    if let subject = call.text("subject") {
      if let definition = ReportCatalog.definition(subject, in: view.workspace) {
        wanted.name = definition.source.slug
      } else if view.workspace.people.contains(where: { $0.id == subject }) {
        wanted.user = subject
        let role = view.workspace.people.first { $0.id == subject }?.role?.rawValue
        let own = view.workspace.reports.first { $0.report == role && $0.level?.rawValue == level }
        if let own { wanted.name = own.source.slug }
      } else {
        let names = ReportCatalog.names(in: view.workspace)
        let near = NearestWord.to(subject, among: names + view.workspace.people.map(\.id))
        throw ToolProblem(
          "Neither a report nor a person is called '\(UntrustedWords.short(subject))'. "
            + (near.map { "Nearest: \($0)." } ?? "Reports: \(names.joined(separator: ", "))."))
      }
    }
    let periods = ["today": "today", "7d": "last_7_days", "30d": "last_30_days", "qtr": "this_quarter"]
    wanted.period = call.text("period").flatMap { periods[$0] }
    return .text(try Self.text(wanted, view))
  }

  /// The report of a family that most people mean.
  static func standard(_ level: String, _ view: WorkspaceView) -> String {
    let usual = ["personal": "ae", "team": "vp_sales", "pulse": "morning_brief"][level] ?? "morning_brief"
    let own =
      view.workspace.reports.first { $0.report == usual }
      ?? view.workspace.reports.first { $0.level?.rawValue == level }
    return own?.source.slug ?? usual
  }

  /// A report's text, fenced; it holds words of customers.
  static func text(_ wanted: ReportOptions, _ view: WorkspaceView, room: Int = 24_000) throws -> String {
    let report: ComputedReport
    do throws(FieldbookError) {
      report = try view.state.fieldbook.report(wanted, from: view.packs.reports)
    } catch {
      throw ToolProblem("\(error.message). \(error.help ?? "")")
    }
    var text = report.markdown()
    var cut = ""
    if text.count > room {
      let kept = text.prefix(room)
      text = String(kept[..<(kept.lastIndex(of: "\n") ?? kept.endIndex)])
      cut = "\nCut at \(room) characters; narrow it with period or subject."
    }
    var hash = StableHash()
    hash.combine(text.utf8)
    let fence = UntrustedFence(suffix: String(hash.hex.prefix(8)))
    return
      "\(report.definition.source.slug) · \(view.state.asOf)\n\(UntrustedText.rule)\(cut)\n\n\(fence.fenced(text, source: "report"))"
  }
}
