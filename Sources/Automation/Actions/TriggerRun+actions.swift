internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension TriggerRun {
  /// Plans everything that follows from an episode that fires, each thing once: what is done is told in the episode.
  mutating func act(_ rule: Rule, _ episode: inout Episode, _ evidence: [RepoPath]) {
    let recipients = Recipients(facts: facts)
    var told: [(person: String, action: String, digest: String?)] = []
    for step in rule.steps where !episode.actions.contains(step.name) && !episode.waiting.contains(step.name) {
      switch step.name {
      case "escalate_to_manager": episode.waiting.append(step.name)
      case "create_task": createTask(step, rule, &episode, recipients)
      case "update_forecast": propose(step, rule, &episode)
      default:
        guard let role = Recipients.role(step.name) else { continue }
        episode.actions.append(step.name)
        guard let person = recipients.person(role, episode.subject, rule) else { continue }
        let digest = step.name == "digest_weekly" ? "weekly" : step.name.hasPrefix("digest") ? "daily" : nil
        told.append((person, step.name, digest))
      }
    }
    let route = rule.person == nil ? rules.route(rule, episode.severity) : nil
    if let route {
      let (roles, digest) = Recipients.route(route.to)
      // A rule that tells nobody by itself is told of by its route.
      for role in roles where digest == nil || told.isEmpty {
        guard let person = recipients.person(role, episode.subject, rule) else { continue }
        told.append((person, "route", digest))
      }
      if let digest { for place in told.indices { told[place].digest = told[place].digest ?? digest } }
    }
    var people: Set<String> = []
    for (wanted, action, digest) in told {
      // Somebody who may not see what it was made from hears nothing of it; their manager may.
      guard let person = recipients.reader(wanted, where: { audience.sees($0, evidence: evidence) }),
        people.insert(person).inserted
      else { continue }
      let message = Message(
        path: RepoPath("personal/pulse/\(person)/\(episode.id).md"), person: person, action: action, rule: rule,
        episode: episode, digest: digest, notBefore: notBefore(person, route?.wait, episode.severity, digest: digest),
        groupBy: (route?.groupBy ?? []).contains("account") ? episode.subject.account : nil)
      write(message.path, message.text(facts, now), action, person, &episode)
    }
  }

  /// Puts an alert that nobody acknowledged in time before a manager.
  mutating func escalateWhenDue(_ episode: Episode, _ rule: Rule) {
    guard input.plansActions, episode.state == .firing, episode.waiting.contains("escalate_to_manager"),
      let fired = episode.firedAt
    else { return }
    guard now.seconds >= calendar.adding(rule.escalationDelay, to: fired).seconds else { return }
    var raised = episode
    raised.waiting.removeAll { $0 == "escalate_to_manager" }
    raised.actions.append("escalate_to_manager")
    raised.escalatedAt = now
    let order = TriggerRule.Severity.allCases
    if let place = order.firstIndex(of: raised.severity), place + 1 < order.count { raised.severity = order[place + 1] }
    let recipients = Recipients(facts: facts)
    let seen = episode.evidence.map { RepoPath($0.path) }
    if let manager = recipients.person("manager", episode.subject, rule),
      let person = recipients.reader(manager, where: { audience.sees($0, evidence: seen) })
    {
      let message = Message(
        path: RepoPath("personal/pulse/\(person)/\(episode.id)-escalation.md"), person: person,
        action: "escalate_to_manager", rule: rule, episode: raised, digest: nil,
        notBefore: notBefore(person, nil, raised.severity, digest: nil), groupBy: nil)
      write(message.path, message.text(facts, now), "escalate_to_manager", person, &raised)
    }
    note(.escalated, raised, from: episode)
  }

  /// Critical alerts wait for nobody's morning, and no route delays them further than it says.
  private func notBefore(
    _ person: String, _ wait: RuleSpan?, _ severity: TriggerRule.Severity, digest: String?
  ) -> Instant {
    let zone = facts.people[person]?.timeZone ?? input.workspace.settings.timeZone
    if let digest { return calendar.morning(after: now, zone: zone, isWeekly: digest == "weekly") }
    let start = wait.map { calendar.adding($0, to: now) } ?? now
    return calendar.awake(start, zone: zone, quiet: severity == .critical ? nil : rules.quietHours)
  }

  private mutating func createTask(_ step: RuleStep, _ rule: Rule, _ episode: inout Episode, _ recipients: Recipients) {
    episode.actions.append(step.name)
    let path = RepoPath("customers/\(episode.subject.account)/tasks/\(episode.id).md")
    // A task that somebody moved on with, or that lies there from a run before, is left alone.
    guard !input.workspace.paths.contains(path), facts.customers[episode.subject.account] != nil else { return }
    let role = step["owner"] ?? (rule.severity == .critical ? "csm" : "owner")
    let person = recipients.person(role, episode.subject, rule)
    let due = calendar.adding(step["due"].flatMap { RuleSpan($0) } ?? RuleSpan(1, .businessDays), to: input.clock.day)
    let paths = Set(episode.evidence.map(\.path))
    let source = facts.interactions(of: episode.subject.account).first { paths.contains($0.source.path.description) }
    let contact = source?.participants.lazy.compactMap { [facts] in facts.contacts[$0]?.name }.first
    let task = TaskText(
      rule: rule, step: step, episode: episode, owner: person, due: due, on: input.clock.day, contact: contact)
    write(path, task.text(facts), step.name, person, &episode)
  }

  private mutating func propose(_ step: RuleStep, _ rule: Rule, _ episode: inout Episode) {
    guard let slug = episode.subject.deal, let deal = facts.deals["\(episode.subject.account)/\(slug)"], deal.isOpen
    else { return }
    let wanted = step["propose"].flatMap { Deal.Category(rawValue: $0) } ?? .bestCase
    let workflow = input.workspace.workflow(for: deal)
    let now = deal.forecastCategory ?? deal.stage.flatMap { workflow.stage($0)?.category }
    let order = Deal.Category.allCases
    // Only upwards, and never for what is better than that already.
    guard let place = order.firstIndex(of: wanted),
      now.flatMap({ order.firstIndex(of: $0) }).map({ $0 < place }) ?? true
    else { return }
    episode.actions.append(step.name)
    let path = RepoPath("reporting/pulse/proposals/\(episode.id).patch")
    decisions.writes.append(
      FileWrite(
        path,
        .proposed(ForecastProposal(rule: rule.id, episode: episode.path, deal: deal.source.path, category: wanted))))
    episode.done.append(Alert.Done(action: step.name, at: self.now, to: nil, path: path.description))
  }

  private mutating func write(
    _ path: RepoPath, _ text: String, _ action: String, _ person: String?, _ episode: inout Episode
  ) {
    episode.done.append(Alert.Done(action: action, at: now, to: person, path: path.description))
    guard !input.workspace.paths.contains(path) else { return }
    decisions.writes.append(FileWrite(path, .created(text)))
  }
}
