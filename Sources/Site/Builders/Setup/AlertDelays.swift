internal import Diagnostics
internal import WorkspaceModel

/// How long news took from where it happened to an alert on the site, told by history.
struct AlertDelays {
  /// One step of the way with the seconds that each alert took for it, in order of length.
  struct Step {
    let name: String
    let meaning: String
    let seconds: [Int]
  }

  let steps: [Step]
  /// Alerts that history knows the beginning of.
  let alerts: Int

  init(_ workspace: Workspace, _ timeline: Timeline) {
    func trailer(_ name: String, _ place: Int) -> String? {
      timeline.commits[place].trailers.first { $0.key.lowercased() == name }?.value
    }
    let occurred = Dictionary(
      workspace.interactions.compactMap { item in item.occurredAt.map { (item.source.path, $0) } }
    ) { first, _ in first }
    // When a site of a commit, or of one after it, was published.
    var published: [(commit: Int, at: Int)] = []
    let places = Dictionary(timeline.commits.enumerated().map { (String($1.id.prefix(7)), $0) }) { first, _ in first }
    for place in timeline.commits.indices {
      guard let words = trailer("site-published", place)?.split(separator: " "), words.count == 2,
        let commit = places[String(words[0])], let at = Instant(iso: String(words[1]))
      else { continue }
      published.append((commit, at.seconds))
    }
    var (recording, seeing, writing, showing) = ([Int](), [Int](), [Int](), [Int]())
    var known = 0
    for alert in workspace.alerts {
      guard let first = timeline[alert.source.path]?.versions.last, let run = trailer("trigger-run", first.commit),
        let seen = Instant(iso: run)?.seconds
      else { continue }
      known += 1
      let committed = timeline.commits[first.commit].committedAt.seconds
      writing.append(max(0, committed - seen))
      if let path = alert.evidence.lazy.map({ RepoPath($0.path) }).first(where: { occurred[$0] != nil }),
        let added = timeline[path]?.versions.last, let happened = occurred[path]?.seconds
      {
        let recorded = timeline.commits[added.commit].recordedAt.seconds
        recording.append(max(0, recorded - happened))
        seeing.append(max(0, seen - recorded))
      }
      if let shown = published.filter({ $0.commit >= first.commit }).map(\.at).min() {
        showing.append(max(0, shown - committed))
      }
    }
    alerts = known
    steps = [
      Step(
        name: "On record", meaning: "from the conversation to the commit that tells of it", seconds: recording.sorted()),
      Step(name: "Seen", meaning: "from that commit to the run that saw it", seconds: seeing.sorted()),
      Step(name: "Alert", meaning: "from the run to the commit of the alert", seconds: writing.sorted()),
      Step(name: "On the site", meaning: "from the alert to the site that shows it", seconds: showing.sorted()),
    ]
  }
}

extension SiteReading {
  /// How soon alerts arrive, step by step.
  func delayTable() -> DataTable {
    let delays = AlertDelays(workspace, visible.timeline)
    return SalesTable.table(
      "How soon alerts arrive", anchor: "alert-delays", countText: Format.count(delays.alerts, "alert"),
      columns: [
        SalesTable.column("Step", sorts: false), SalesTable.column("Which", sorts: false),
        SalesTable.column("Alerts", number: true, sorts: false),
        SalesTable.column("Median", number: true, sorts: false),
        SalesTable.column("Nine in ten within", number: true, sorts: false),
        SalesTable.column("Longest", number: true, sorts: false),
      ],
      rows: delays.alerts == 0
        ? []
        : delays.steps.map { step in
          [
            SalesTable.text(step.name), SalesTable.text(step.meaning), number(step.seconds.count),
            span(step.seconds, 50), span(step.seconds, 90), span(step.seconds, 100),
          ]
        },
      empty: ("No data", "History knows no alert that a run of the rules wrote."))
  }

  /// The nearest rank of a share, in words.
  private func span(_ seconds: [Int], _ percent: Int) -> Cell {
    guard !seconds.isEmpty else { return SalesTable.unknown() }
    let found = seconds[max(0, (seconds.count * percent + 99) / 100 - 1)]
    return Cell(
      label: "", text: found < 120 ? Format.count(found, "second") : Self.spoken(minutes: found / 60),
      sortKey: String(found))
  }
}
