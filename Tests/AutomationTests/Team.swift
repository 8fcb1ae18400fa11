import Automation
import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

/// A small workspace in one text, and what its rules decide day by day.
struct Team {
  var files: [WorkspaceFile]
  var timeline = Timeline()

  init(_ text: String) { files = MarkedFiles(Self.base).files.replacing(with: MarkedFiles(text).files) }

  private static let base = """
    === workspace-setup/people.yaml
    people:
      - {id: ada.lind, name: Ada Lind, role: ae, manager: max.moss, time_zone: UTC}
      - {id: cas.nord, name: Cas Nord, role: csm, manager: max.moss, time_zone: UTC}
      - {id: max.moss, name: Max Moss, role: manager}
    === customers/acme/profile.md
    ---
    name: Acme
    lifecycle: customer
    owners: {ae: ada.lind, csm: cas.nord}
    ---
    === customers/acme/contacts.yaml
    contacts:
      - {id: eve, name: Eve Hart}
    === customers/acme/deals/rollout.md
    ---
    name: Rollout
    stage: discovery
    owner: ada.lind
    amount: {value: 60000, currency: EUR, kind: ARR}
    ---
    """

  static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  /// A mail of Eve's.
  static func mail(_ day: String, _ text: String, deals: String = "", name: String = "mail") -> String {
    """
    === customers/acme/interactions/\(day)-\(name).md
    ---
    kind: email_in
    subject: "Re: numbers"
    occurred_at: \(day)T09:00:00Z
    participants: [eve, ada.lind]
    deals: [\(deals)]
    ---
    \(text)
    """
  }

  func workspace() async -> Workspace { await WorkspaceLoader.load(files, jobs: 1).workspace }

  /// What the rules decide on a day at noon; each run sees the interactions since the day of the last one.
  func decide(_ day: String, _ change: (inout TriggerInput) -> Void = { _ in }) async throws -> TriggerDecisions {
    let now = try #require(Instant(iso: "\(day)T12:00:00Z"))
    var input = TriggerInput(await workspace(), timeline, clock: MetricClock(now), calendar: WorkCalendar())
    change(&input)
    return TriggerRun.decisions(input)
  }

  /// Takes over what was decided, as a commit would.
  mutating func apply(_ decisions: TriggerDecisions) {
    for write in decisions.writes {
      switch write.content {
      case .created(let text): files = files.replacing(with: [WorkspaceFile(write.path, text)])
      case .removed: files = files.removing(write.path)
      case .edited(let edits):
        let old = files.first { $0.path == write.path }?.text ?? ""
        files = files.replacing(with: [WorkspaceFile(write.path, FieldEdit.apply(edits, to: old) ?? old)])
      case .proposed: break
      }
    }
  }

  /// Runs on each of the days and tells what happened on which, "2026-11-02 opened acme".
  mutating func run(_ days: [String]) async throws -> [String] {
    var told: [String] = []
    for day in days {
      let decisions = try await decide(day)
      told += decisions.changes.map { "\(day.suffix(5)) \($0.kind.rawValue) \($0.episode.subject.text)" }
      apply(decisions)
    }
    return told
  }
}
