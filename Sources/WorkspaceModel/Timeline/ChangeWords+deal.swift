extension ChangeWords {
  /// One change in words.
  func text(_ change: FieldChange, in set: ChangeSet) -> ChangeText {
    if set.isDeal, let text = dealText(change, in: set) { return text }
    switch change.field {
    case RecordFields.text: return bodyText(change)
    case "owner": return person(change, "Owner")
    case "probability", "confidence":
      return pair(change, ChangeLabel.of(change.field), .forecast) { value in
        if case .number(let share) = value { ChangeFormat.percent(share) } else { ChangeFormat.value(value) }
      }
    default: break
    }
    if let entry = set.entry(of: change.field), let id = set["\(entry).id"], (id.old == nil) != (id.new == nil) {
      return entryText(change, entry, isNew: id.old == nil)
    }
    if change.field.hasPrefix("owners.") {
      return person(change, "Owner (\(change.field.dropFirst("owners.".count)))")
    }
    if case .list(let new)? = change.new, case .list(let old)? = change.old {
      return listText(change.field, old, new)
    }
    return plainText(change, ChangeLabel.of(change.field), .field)
  }

  private func dealText(_ change: FieldChange, in set: ChangeSet) -> ChangeText? {
    switch change.field {
    case "stage": return stageText(change, in: set)
    case "outcome":
      guard case .text(let outcome) = change.new else { return nil }
      return outcome == "won" ? won : lost(in: set)
    case "amount": return amountText(change)
    case "close_on": return closeText(change)
    case "forecast_category": return plainText(change, "Forecast", .forecast)
    case "next_step.text": return nextStepText(change, in: set)
    case "next_step.due": return plainText(change, "Next step due", .nextStep)
    case "next_step.owner": return person(change, "Next step owner")
    case "competitors":
      return listText("competitors", list(change.old), list(change.new)) { names.competitor($0) }
    case "team": return listText("team", list(change.old), list(change.new)) { names.person($0) }
    default: break
    }
    if let (entry, part) = set.committee(change.field) { return committeeText(change, entry, part, in: set) }
    if let (element, part) = set.meddpicc(change.field) { return meddpiccText(change, element, part) }
    return nil
  }

  private var won: ChangeText { ChangeText([.words("Won")], .outcome, tone: .good) }

  private func lost(in set: ChangeSet) -> ChangeText {
    var rivals = list(set["competitors"]?.new)
    if case .text("no_decision") = set["reason_code"]?.new { rivals = [] }
    if !rivals.isEmpty {
      let named = rivals.map { names.competitor($0) ?? Slug.title(of: $0) }.joined(separator: ", ")
      return ChangeText([.words("Lost to"), .new(named)], .outcome, tone: .bad)
    }
    guard case .text(let reason) = set["reason_code"]?.new else {
      return ChangeText([.words("Lost")], .outcome, tone: .bad)
    }
    return ChangeText([.words("Lost"), .note(ChangeLabel.words(reason))], .outcome, tone: .bad)
  }

  private func stageText(_ change: FieldChange, in set: ChangeSet) -> ChangeText {
    func name(_ value: FieldValue) -> String {
      guard case .text(let id) = value else { return ChangeFormat.value(value) }
      return names.stage(id, set.record) ?? Slug.title(of: id)
    }
    func isClosed(_ value: FieldValue?) -> Bool {
      if case .text(let id)? = value { StageRules.isClosed(id) } else { false }
    }
    switch change.new {
    case .text("closed_won"): return won
    case .text("closed_lost"): return lost(in: set)
    case .some(let new) where isClosed(change.old):
      return ChangeText([.words("Re-opened in"), .new(name(new))], .outcome, tone: .good)
    default: return pair(change, "Stage", .stage, name)
    }
  }

  private func amountText(_ change: FieldChange) -> ChangeText {
    guard case .money(let old)? = change.old, case .money(let new)? = change.new else {
      return plainText(change, "Amount", .amount)
    }
    if old.currency != new.currency || old.kind != new.kind { return plainText(change, "Amount", .amount) }
    var segments: [ChangeText.Segment] = [
      .words("Amount"), .old(ChangeFormat.number(old.amount)), .new(ChangeFormat.money(new, kind: false)),
    ]
    if let share = ChangeFormat.change(from: old.amount, to: new.amount) { segments.append(.note(share)) }
    return ChangeText(segments, .amount, tone: new.amount < old.amount ? .bad : .good)
  }

  private func closeText(_ change: FieldChange) -> ChangeText {
    guard case .day(let old)? = change.old, case .day(let new)? = change.new else {
      return plainText(change, "Close date", .closeDate)
    }
    let distance = new.days(since: old)
    let words = distance > 0 ? "Close pushed" : "Close pulled in"
    return ChangeText(
      [.words(words), .new(ChangeFormat.days(abs(distance))), .note("to \(ChangeFormat.day(new))")], .closeDate,
      tone: distance > 0 ? .bad : .good)
  }

  private func nextStepText(_ change: FieldChange, in set: ChangeSet) -> ChangeText {
    guard let new = change.new else { return plainText(change, "Next step", .nextStep) }
    var segments: [ChangeText.Segment] = [.words("Next step:"), .new(ChangeFormat.value(new))]
    if case .day(let due)? = set["next_step.due"]?.new { segments.append(.note("by \(ChangeFormat.day(due))")) }
    return ChangeText(segments, .nextStep)
  }

  private func committeeText(_ change: FieldChange, _ entry: String, _ part: String, in set: ChangeSet) -> ChangeText {
    let id = entry.split(separator: "#").first.map(String.init) ?? entry
    let name = names.contact(id) ?? Slug.title(of: id)
    if part == "contact" {
      guard change.new != nil else {
        return ChangeText([.old(name), .words("left the committee")], .people, tone: .bad)
      }
      return joined(name, as: set["committee.\(entry).role"]?.new)
    }
    if part == "role", let role = change.new { return joined(name, as: role) }
    return plainText(change, "\(name), \(ChangeLabel.words(part))", .people)
  }

  private func joined(_ name: String, as role: FieldValue?) -> ChangeText {
    guard case .text(let role)? = role else {
      return ChangeText([.words("New on the committee:"), .new(name)], .people)
    }
    let tone: ChangeText.Tone =
      role == "blocker" ? .bad : ["champion", "executive_sponsor", "economic_buyer"].contains(role) ? .good : .neutral
    return ChangeText([.words("New \(ChangeLabel.words(role)):"), .new(name)], .people, tone: tone)
  }

  private func meddpiccText(_ change: FieldChange, _ element: String, _ part: String) -> ChangeText {
    let label = Slug.title(of: element)
    if part == "status", case .text(let status)? = change.new {
      return ChangeText(
        [.words(label), .new(ChangeLabel.words(status))], .people, tone: status == "confirmed" ? .good : .neutral)
    }
    guard part == "score" else {
      return plainText(change, part == "text" ? label : "\(label), \(ChangeLabel.words(part))", .people)
    }
    let steps = ["unknown", "assumed", "stated", "confirmed"]
    func step(_ value: FieldValue?) -> Int {
      if case .number(let number)? = value { min(max(number.tenThousandths / 10_000, 0), 3) } else { 0 }
    }
    let (old, new) = (step(change.old), step(change.new))
    return ChangeText(
      [.words(label), .new(new < old ? "only \(steps[new])" : steps[new])], .people, tone: new < old ? .bad : .good)
  }
}
