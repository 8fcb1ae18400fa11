internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension PackReading {
  /// Newest first.
  var interactionItems: [PackItem] {
    let active = activeContacts
    let open = Set(openDeals.map(\.slug))
    return past.sorted { newestFirst(day($0.occurredAt), $0.source.path, day($1.occurredAt), $1.source.path) }
      .map { interaction in
        let day = day(interaction.occurredAt)
        let kind = words(interaction.kind?.rawValue) ?? "interaction"
        let subject = UntrustedText.line(interaction.subject)
        let head = "\(words(day) ?? "unknown day") \(kind): \(subject)"
        var values: [String: PackValue] = ["kind": .text(kind), "subject": .text(interaction.subject)]
        values["date"] = .text(words(day) ?? "unknown day")
        values["participants"] = .text(
          interaction.participants.isEmpty
            ? "nobody noted" : interaction.participants.compactMap(name).joined(separator: ", "))
        values["summary"] = .text(interaction.summary ?? excerpt(body(interaction.source)) ?? "no summary")
        values["source"] = .text(interaction.origin.map { "from \($0.system)" } ?? "written here")
        values["deals"] = .text(interaction.deals.isEmpty ? "none named" : interaction.deals.joined(separator: ", "))
        values.set("body", body(interaction.source))
        let told = interaction.summary ?? excerpt(body(interaction.source))
        return PackItem(
          id: id(interaction.source.path), list: "interactions", day: day,
          keys: interaction.participants.filter(active.contains).map { "contact:\($0)" }
            + interaction.deals.filter(open.contains).map { "deal:\($0)" },
          relevance: relevance(interaction.deals, of: weight(interaction)), values: values,
          summary: told.map { "- \(head): \(UntrustedText.line($0))" }, line: "- \(head)")
      }
  }

  /// What kind of interaction helps most with the purpose.
  private func weight(_ interaction: Interaction) -> Int {
    switch (options.purpose, interaction.kind) {
    case (_, .note), (_, .documentView): 60
    case (.meeting, .meeting), (.meeting, .call), (.meeting, .onsite), (.meeting, .emailIn): 130
    case (.dealReview, .demo), (.dealReview, .meeting), (.dealReview, .call): 130
    case (.renewal, .nps), (.renewal, .supportTicket), (.renewal, .productSignal): 140
    case (.qbr, .nps), (.qbr, .supportTicket), (.qbr, .productSignal), (.qbr, .onsite): 150
    case (_, .emailOut), (_, .productSignal): 80
    default: 100
    }
  }

  /// Open tasks by due day, then what is in the calendar.
  var taskItems: [PackItem] {
    let wanted = (sources.tasksOf[slug] ?? []).filter { $0.status == .open || options.tier == .extended }
    let tasks = wanted.sorted {
      ($0.status == .open ? 0 : 1, $0.due?.number ?? .max, $0.source.path)
        < ($1.status == .open ? 0 : 1, $1.due?.number ?? .max, $1.source.path)
    }.map { task in
      let owner = name(task.owner) ?? "nobody"
      var values: [String: PackValue] = ["title": .text(task.title), "owner": .text(owner)]
      values["due"] = .text(words(task.due) ?? "no due day")
      values["priority"] = .text(task.priority.map { "\($0.rawValue) priority" } ?? "no priority")
      values.set("status", task.status?.rawValue)
      values["origin"] = .text(task.origin?.rule ?? task.origin?.kind?.rawValue ?? "unknown origin")
      values.set("body", body(task.source))
      let weight = task.status == .open ? (task.priority == .high ? 150 : 110) : 40
      return PackItem(
        id: id(task.source.path), list: "tasks", day: task.due.map { min($0, today) } ?? task.createdOn,
        relevance: weight, values: values, line: "- \(words(task.due) ?? "no due day") \(owner): \(task.title)")
    }
    return agenda + tasks
  }

  private var agenda: [PackItem] {
    let now = sources.reports.clock.now
    let planned = (sources.reports.interactions[slug] ?? []).filter { $0.occurredAt.map { $0 > now } ?? false }
    return planned.map { interaction in
      let day = words(day(interaction.occurredAt)) ?? "unknown day"
      let time = interaction.occurredAt.map { " \($0.clock)" } ?? ""
      let who = interaction.participants.compactMap(name).joined(separator: ", ")
      return PackItem(
        id: id(interaction.source.path), list: "tasks", day: today, relevance: 200,
        values: [
          "due": .text(day + time), "owner": .text(who.isEmpty ? "nobody noted" : who),
          "title": .text("\(words(interaction.kind?.rawValue) ?? "meeting"): \(interaction.subject)"),
          "priority": .text("in the calendar"), "status": .text("planned"), "origin": .text("calendar"),
        ], line: "- \(day)\(time): \(interaction.subject)")
    }
  }
}
