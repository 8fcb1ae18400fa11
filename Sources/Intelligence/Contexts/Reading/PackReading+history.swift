internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension PackReading {
  /// What changed in profile, contacts and deals, one item for each record and commit, newest first.
  var historyItems: [PackItem] {
    // The compact tier has no such section, and its template asks for none.
    guard options.tier != .compact else { return [] }
    let timeline = sources.reports.visible.timeline
    var items: [(order: Int, item: PackItem)] = []
    for path in sources.chronicled[slug] ?? [] {
      guard let kind = KindOfPath.kind(of: path), kind == .deal || kind == .customer || kind == .contacts else {
        continue
      }
      let groups = Dictionary(grouping: sources.reports.events[path] ?? [], by: \.commit)
      for commit in groups.keys.sorted() {
        let events = groups[commit] ?? []
        guard timeline.commits.indices.contains(commit), let first = events.first else { continue }
        let text = sources.reports.words.summary(events.map(FieldChange.init), in: path)
        if text.isEmpty || text == "Small changes" { continue }
        let entry = timeline.commits[commit]
        let day = sources.reports.clock.day(of: first.recordedAt)
        let name = kind == .deal ? deals.first { $0.source.path == path }?.name ?? id(path) : id(path)
        let line = "\(name): \(UntrustedText.line(text))"
        items.append(
          (
            commit,
            PackItem(
              id: "\(id(path))@\(entry.short)", list: "history", day: day, relevance: kind == .deal ? 110 : 80,
              values: [
                "date": .text(ChangeFormat.day(day)), "text": .text(line), "commit": .text(entry.short),
                "author": .text(entry.author.name),
              ], line: "- \(ChangeFormat.day(day)) \(line)")
          ))
      }
    }
    return items.sorted { left, right in
      left.order == right.order ? left.item.id < right.item.id : left.order > right.order
    }.map(\.item)
  }

  /// The plays of the stages that open deals are in, then what lies in the customer's folder.
  var documentItems: [PackItem] {
    var seen: Set<RepoPath> = []
    let plays = openDeals.compactMap { deal in
      deal.stage.flatMap { workspace.workflow(for: deal).stage($0)?.play }.flatMap { sources.playbooks[$0] }
    }
    let pages = (sources.pagesOf[slug] ?? []).map(\.source)
    return (pages + plays.map(\.source)).filter { seen.insert($0.path).inserted }.map { source in
      var values: [String: PackValue] = ["title": .text(source.title), "path": .text(source.path.description)]
      values.set("body", body(source))
      return PackItem(
        id: id(source.path), list: "documents", day: nil, relevance: 60, values: values,
        summary: (source.summary ?? excerpt(body(source))).map { "- \(source.title): \(UntrustedText.line($0))" },
        line: "- \(source.title)")
    }
  }
}
