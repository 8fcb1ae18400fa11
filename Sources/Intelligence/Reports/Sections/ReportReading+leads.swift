internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  private var leads: [Deal] { workspace.deals.filter { $0.isOpen && $0.stage == "lead" && isNear($0) } }

  /// Deals at Lead, the youngest first.
  func newLeads() -> SectionData {
    var section = SectionData("new_leads", ["title", "age", "source"], none: "no deal of this scope stands at Lead")
    let unknown = Day(number: 0)
    for deal in leads.sorted(by: {
      ($0.createdOn ?? unknown, $0.source.path) > ($1.createdOn ?? unknown, $1.source.path)
    }) {
      section.add(
        deal.source.path, title(deal), deal.createdOn.map { ReportWords.count(today.days(since: $0), "day") },
        deal.origin ?? "an unknown source")
    }
    section.limit(10, "lead")
    return section
  }

  /// Days from creation to the first message that we sent, and the leads that still wait for one.
  func firstTouch() -> SectionData {
    var section = SectionData(
      "first_touch", ["title", "age"], none: "no lead was created \(inPeriod) and none waits for a first message")
    for deal in workspace.deals
    where isNear(deal)
      && (deal.createdOn.map(period.contains) ?? false || leads.contains { $0.source.path == deal.source.path })
    {
      guard let created = deal.createdOn else { continue }
      let first = past(deal.customer).first { interaction in
        guard interaction.isActivity, interaction.kind != .emailIn, let on = day(interaction) else { return false }
        return on >= created && (interaction.deals.isEmpty || interaction.deals.contains(deal.slug))
      }
      if let first, let on = day(first) {
        let days = on.days(since: created)
        section.add(
          [deal.source.path, first.source.path], title(deal),
          days == 0 ? "first message on the same day" : "first message after \(ReportWords.count(days, "day"))")
      } else {
        section.add(
          deal.source.path, title(deal), "still waiting, \(ReportWords.count(today.days(since: created), "day"))")
      }
    }
    section.limit(10, "lead")
    return section
  }

  /// Follow-ups that are due today or before.
  func sequencesDue() -> SectionData {
    var section = SectionData("sequences_due", ["title", "step"], none: "no follow-up of theirs is due today")
    for (task, due) in openTasks({ $0 <= today }) {
      let late = today.days(since: due)
      section.add(
        task.source.path, qualified(task.title, task.customer),
        late > 0 ? "\(ReportWords.count(late, "day")) overdue" : "due today")
    }
    return section
  }

  /// Replies and meetings over first touches of 28 days.
  func touchRates() -> SectionData {
    var section = SectionData(
      "rates", ["label", "value", "n"], none: "no first message was sent in the last 28 days, so there is no rate")
    var (touched, replied, met): ([RepoPath], [RepoPath], [RepoPath]) = ([], [], [])
    for customer in sources.interactions.keys.sorted()
    where people == nil || concerns(customer) || past(customer).contains(where: takesPart) {
      let all = past(customer)
      guard let first = all.firstIndex(where: { $0.kind == .emailOut && takesPart($0) }), let on = day(all[first]),
        today.days(since: on) < 28
      else { continue }
      touched.append(all[first].source.path)
      let later = all[(first + 1)...]
      if let reply = later.first(where: { $0.kind == .emailIn }) { replied.append(reply.source.path) }
      if let meeting = later.first(where: { $0.kind != .emailIn && $0.isTwoWay { sources.externals[$0] != nil } }) {
        met.append(meeting.source.path)
      }
    }
    if touched.isEmpty { return section }
    for (label, paths) in [("Replies", replied), ("Meetings", met)] {
      let ratio = Ratio(paths.count, of: touched.count)
      let text = touched.count < Metric.smallNumber ? ratio?.sides : ratio?.percent
      section.add(touched + paths, "\(label) over first messages of 28 days", text, String(touched.count))
    }
    section.add(touched, "Positive replies", "unknown (nobody marks replies as positive)", String(touched.count))
    return section
  }

  /// Meetings of the period with their outcome.
  func meetingOutcomes() -> SectionData {
    var section = SectionData("meetings", ["date", "title", "outcome"], none: "no meeting of theirs \(inPeriod)")
    for (meeting, on) in meetings({ period.contains($0) }) {
      section.add(
        meeting.source.path, ChangeFormat.day(on), qualified(meeting.subject, meeting.customer), outcome(meeting))
    }
    section.limit(12, "meeting")
    return section
  }

  /// Leads that somebody took over, or sent back or lost.
  func acceptedReturned() -> SectionData {
    var section = SectionData(
      "accepted_returned", ["title", "outcome", "owner", "reason"],
      none: "no lead was taken over or sent back \(inPeriod)")
    for life in lives.lives {
      guard let deal = sources.deals[life.record], isNear(deal) else { continue }
      for (visit, next) in zip(life.visits, life.visits.dropFirst()) where visit.stage == "lead" || next.stage == "lead"
      {
        guard let on = next.enteredOn, period.contains(on) else { continue }
        let outcome = next.stage == "lead" ? "sent back" : next.isOpen ? "accepted" : "closed"
        section.add(
          deal.source.path, title(deal), outcome, name(deal.owner),
          outcome == "accepted" ? "moved on to \(stage(deal))" : reason(deal))
      }
    }
    return section
  }

  /// Contacts of theirs whom nobody may write to.
  func suppression() -> SectionData {
    var section = SectionData(
      "suppression", ["title", "date", "reason"], none: "no contact of these customers is on the suppression list")
    for list in workspace.contactLists where concerns(list.customer) {
      let hits = list.contacts.filter { $0.doNotContact == true }
      if hits.isEmpty { continue }
      section.add(
        list.source.path, customerName(list.customer), ChangeFormat.day(today),
        "\(ReportWords.count(hits.count, "contact")) must not be contacted")
    }
    return section
  }
}
