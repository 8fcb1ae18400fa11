internal import Diagnostics
internal import WorkspaceModel

/// Field events in the words of sales; the one place where this folder puts events into words.
struct EventWords: Sendable {
  /// The stages that a record goes through.
  final class Stages: Sendable {
    /// The workflow that gives stages their names.
    let workflow: Workflow
    /// Stages in order, closed ones left out.
    let order: [String]

    init(_ site: SiteReading, record path: RepoPath) {
      let deal = site.index.records[path] as? Deal
      workflow = deal.map { site.workspace.workflow(for: $0) } ?? site.standardWorkflow
      order = workflow.openStages.map(\.id)
    }
  }

  let site: SiteReading
  private let stages: Stages

  /// Words for the events of one record.
  init(_ site: SiteReading, record path: RepoPath) {
    self.site = site
    stages = site.stages.value(path) { Stages(site, record: path) }
  }

  /// A row for an event, with what it came to and what kind it is.
  func row(_ event: FieldEvent) -> ChangedField {
    var row = row(event.field, from: event.old, to: event.new)
    switch event.kind {
    case .created, .changed, .removed, .baseline: break
    case .corrected: row.effects.append(Badge(text: "Corrected", tone: "neutral"))
    case .reopened:
      row.effects.removeAll { $0.text == "Re-opened" }
      row.effects.append(Badge(text: "Re-opened", tone: "warning"))
    case .merged: row.effects.append(Badge(text: "Decided in the merge", tone: "warning"))
    case .stated:
      row.effects.append(Badge(text: "Stated in the file, \(Format.day(event.effectiveOn))", tone: "neutral"))
    }
    return row
  }

  /// A row for a field that went from one value to another.
  func row(_ field: String, from old: FieldValue?, to new: FieldValue?) -> ChangedField {
    if case .list(let before)? = old, case .list(let after)? = new {
      let gone = before.filter { !after.contains($0) }
      let come = after.filter { !before.contains($0) }
      if !gone.isEmpty || !come.isEmpty {
        return ChangedField(
          fieldName: label(field), before: gone.isEmpty ? nil : text(.list(gone), field),
          after: come.isEmpty ? nil : text(.list(come), field),
          effects: [Badge(text: gone.isEmpty ? "Added" : come.isEmpty ? "Taken out" : "Replaced", tone: "neutral")])
      }
    }
    if case .money(let before)? = old, case .money(let after)? = new, before.currency == after.currency,
      before.kind == after.kind
    {
      // The unit stands once, behind the amount that counts.
      return ChangedField(
        fieldName: label(field), before: Format.number(before.amount), after: Format.money(after),
        effects: effect(field, old, new).map { [$0] } ?? [])
    }
    return ChangedField(
      fieldName: entryLabel(field, old, new) ?? label(field), before: old.map { text($0, field) },
      after: new.map { text($0, field) },
      effects: effect(field, old, new).map { [$0] } ?? [])
  }

  /// "New contact" where an entry of a list comes, "Former contact" where it goes.
  private func entryLabel(_ field: String, _ old: FieldValue?, _ new: FieldValue?) -> String? {
    let parts = field.split(separator: ".")
    guard parts.count == 3, parts[2] == "name" || parts[2] == "id", (old == nil) != (new == nil) else { return nil }
    let list = Slug.title(of: String(parts[0])).lowercased()
    return "\(old == nil ? "New" : "Former") \(list.hasSuffix("s") ? String(list.dropLast()) : list)"
  }

  /// "Close date" for `close_on`, "Champion: status" for `meddpicc.champion.status`.
  func label(_ field: String) -> String {
    if let words = Self.labels[field] { return words }
    let parts = field.split(separator: ".").filter { $0 != "meddpicc" }
    let titles = parts.map { Slug.title(of: $0) }
    return titles.count < 2
      ? titles.first ?? field : "\(titles[0]): " + titles.dropFirst().joined(separator: " ").lowercased()
  }

  private static let labels = [
    "close_on": "Close date", "closed_on": "Closed on", "forecast_category": "Category",
    "next_step.text": "Next step",
    "next_step.due": "Next step due", "next_step.owner": "Next step owner", "stage_entered_on": "Stage entered on",
    "arr": "ARR", "text": "Rows", "renewal_on": "Renewal", "reviewed_on": "Reviewed",
  ]

  private func text(_ value: FieldValue, _ field: String) -> String {
    switch value {
    case .money(let money): return Format.money(money)
    case .day(let day): return Format.day(day)
    case .flag(let flag): return flag ? "Yes" : "No"
    case .number(let number):
      return field == "probability" || field == "confidence" ? Format.percent(number) : Format.number(number)
    case .list(let items): return items.isEmpty ? "–" : items.map { word($0, field) }.joined(separator: ", ")
    case .text(let text): return word(text, field)
    }
  }

  private func word(_ text: String, _ field: String) -> String {
    if field == "stage" { return stages.workflow.stage(text)?.name ?? Slug.title(of: text) }
    if let member = site.index.people[text] { return member.name }
    if let contact = site.index.contacts[text] { return contact.name }
    if field == "competitors", let card = site.index.battlecards[text] { return card.title }
    let isWord = text.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == UInt8(ascii: "_") }
    if isWord, !text.isEmpty { return Slug.title(of: text) }
    guard text.unicodeScalars.count > 160 else { return text }
    return String(text.prefix(150)) + "…"
  }

  private func effect(_ field: String, _ old: FieldValue?, _ new: FieldValue?) -> Badge? {
    switch (field, old, new) {
    case ("stage", .text(let from)?, .text(let to)?): return stageEffect(from, to)
    case (_, .money(let from)?, .money(let to)?):
      guard from.currency == to.currency else { return Badge(text: "Other currency", tone: "neutral") }
      guard from.kind == to.kind else { return nil }
      return share(from.amount, to.amount)
    case ("close_on", .day(let from)?, .day(let to)?), ("renewal_on", .day(let from)?, .day(let to)?):
      let distance = to.days(since: from)
      if distance == 0 { return nil }
      return distance > 0
        ? Badge(text: "Pushed \(Format.count(distance, "day"))", tone: "warning")
        : Badge(text: "Pulled in \(Format.count(-distance, "day"))", tone: "positive")
    default: return nil
    }
  }

  private func share(_ from: Decimal4, _ to: Decimal4) -> Badge? {
    guard from > .zero, from != to else { return nil }
    let share = (to.approximation - from.approximation) / from.approximation
    guard abs(share) < 100 else { return nil }
    // Whole percents, so that 69 of 84 reads as −18 %.
    let percent = Int((abs(share) * 100).rounded())
    return share < 0
      ? Badge(text: percent == 0 ? "−<1 %" : "−\(percent) %", tone: "negative")
      : Badge(text: percent == 0 ? "+<1 %" : "+\(percent) %", tone: "positive")
  }

  private func stageEffect(_ from: String, _ to: String) -> Badge? {
    if to == "closed_won" { return Badge(text: "Won", tone: "positive") }
    if to == "closed_lost" { return Badge(text: "Lost", tone: "negative") }
    if from == "closed_won" || from == "closed_lost" { return Badge(text: "Re-opened", tone: "warning") }
    guard let first = stages.order.firstIndex(of: from), let second = stages.order.firstIndex(of: to) else {
      return nil
    }
    return second < first ? Badge(text: "Moved back", tone: "warning") : nil
  }

  /// Place of a field in a list: what moves a deal first.
  static func rank(_ field: String) -> Int { ranks[field] ?? order.count }

  private static let order = [
    "stage", "outcome", "amount", "close_on", "closed_on", "reason_code", "owner", "forecast_category", "probability",
    "next_step.text", "next_step.due", "lifecycle", "account_stage", "arr", "renewal_on", "kind", "subject",
    "outcome",
    "statement", "status", "confidence", "title", "name", "due", "competitors",
  ]
  private static let ranks = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
}

extension SiteReading {
  /// What names stages where no deal says which workflow it follows.
  var standardWorkflow: Workflow {
    workspace.workflows.first { $0.workflowID == "new-business" && $0.subject == .deal } ?? .standard
  }
}
