internal import Diagnostics
internal import WorkspaceModel

extension TriggerRun {
  /// The next moment at which time alone may change what was decided: midnight, an escalation, the end of a quiet time.
  var deadline: Instant {
    let zone = input.workspace.settings.timeZone
    var next = calendar.midnight(after: now, zone: zone)
    func note(_ instant: Instant) {
      if instant.seconds > now.seconds, instant.seconds < next.seconds {
        next = calendar.local(instant, zone: zone)
      }
    }
    for rule in rules.rules {
      for episode in book.episodes(of: rule) where episode.isOpen {
        guard let fired = episode.firedAt else { continue }
        if episode.state == .firing, episode.waiting.contains("escalate_to_manager") {
          note(calendar.adding(rule.escalationDelay, to: fired))
        }
        if rule.event != .daily, rule.resolve == nil { note(calendar.adding(rule.cooldown, to: fired)) }
      }
    }
    return next
  }
}
