extension ChangeWords {
  /// "Industry: retail → energy", whatever the field.
  func plainText(_ change: FieldChange, _ label: String, _ weight: ChangeText.Weight) -> ChangeText {
    guard weight == .field || weight == .people else {
      return pair(change, label, weight) { value in
        // Words of a closed set read better without their underscores.
        if case .text(let text) = value, weight == .forecast { return ChangeLabel.words(text) }
        return ChangeFormat.value(value)
      }
    }
    let (old, new) = (change.old.map(ChangeFormat.value), change.new.map(ChangeFormat.value))
    guard let new else { return ChangeText([.words("\(label) removed"), .note("was \(old ?? "unknown")")], weight) }
    let label = ChangeText.Segment.words("\(label):")
    return ChangeText(old.map { [label, .old($0), .new(new)] } ?? [label, .new(new)], weight)
  }

  /// Old and new with an arrow; a side that is missing is unknown.
  func pair(
    _ change: FieldChange, _ label: String, _ weight: ChangeText.Weight, _ format: (FieldValue) -> String
  ) -> ChangeText {
    let (old, new) = (change.old.map(format) ?? "unknown", change.new.map(format) ?? "unknown")
    return ChangeText([.words(label), .old(old), .new(new)], weight)
  }

  /// "Owner Ann → Bo".
  func person(_ change: FieldChange, _ label: String) -> ChangeText {
    pair(change, label, .owner) { value in
      guard case .text(let id) = value else { return ChangeFormat.value(value) }
      return names.person(id) ?? id
    }
  }

  /// "New contact: Ann Lee" for an entry of a list, "Former contact: Ann Lee" when it goes.
  func entryText(_ change: FieldChange, _ entry: String, isNew: Bool) -> ChangeText {
    let list = ChangeLabel.words(String(entry.prefix { $0 != "." })).lowercased()
    let noun = list.hasSuffix("s") ? String(list.dropLast()) : list
    guard let value = (change.new ?? change.old).map(ChangeFormat.value) else {
      return ChangeText([.words("\(isNew ? "New" : "Former") \(noun)")], .people)
    }
    return ChangeText([.words("\(isNew ? "New" : "Former") \(noun):"), isNew ? .new(value) : .old(value)], .people)
  }

  /// "Text: 120 → 150 words".
  func bodyText(_ change: FieldChange) -> ChangeText {
    func count(_ value: FieldValue?) -> Decimal4 { if case .number(let count)? = value { count } else { .zero } }
    let (old, new) = (count(change.old), count(change.new))
    guard old != new else { return ChangeText([.words("Text reworded")], .text) }
    let difference = ChangeFormat.number(old < new ? new - old : old - new)
    let noun = difference == "1" ? "word" : "words"
    return ChangeText([.words("Text changed"), .note("\(old < new ? "+" : "−")\(difference) \(noun)")], .text)
  }

  /// "Competitors: added Wattline, removed Voltaris".
  func listText(
    _ field: String, _ old: [String], _ new: [String], _ name: (String) -> String? = { _ in nil }
  ) -> ChangeText {
    func named(_ items: [String]) -> String {
      ChangeFormat.cut(items.map { name($0) ?? $0 }.joined(separator: ", "))
    }
    let (before, after) = (Set(old), Set(new))
    let (added, removed) = (new.filter { !before.contains($0) }, old.filter { !after.contains($0) })
    var segments: [ChangeText.Segment] = [.words("\(ChangeLabel.of(field)):")]
    if !added.isEmpty { segments += [.words("added"), .new(named(added))] }
    if !removed.isEmpty { segments += [.words(added.isEmpty ? "removed" : "and removed"), .old(named(removed))] }
    if segments.count == 1 { segments.append(.words("new order")) }
    return ChangeText(segments, .field)
  }

  /// The texts of a list; a single text counts as one.
  func list(_ value: FieldValue?) -> [String] {
    switch value {
    case .list(let list): list
    case .text(let text): [text]
    default: []
    }
  }
}

/// What fields are called.
enum ChangeLabel {
  private static let known = [
    "stage_entered_on": "In the stage since", "created_on": "Created", "closed_on": "Closed", "arr": "ARR",
    "contract_start": "Contract start", "renewal_on": "Renewal", "valid_until": "Valid until", "reason_code": "Reason",
    "reason_text": "Reason", "revisit_on": "Revisit", "audience": "Audience", "time_zone": "Time zone",
    "term_months": "Term in months",
  ]

  /// "next_step.due" to "Next step, due".
  static func of(_ field: String) -> String {
    if let known = known[field] { return known }
    let parts = field.split(separator: ".").map { words(String($0)) }
    guard let first = parts.first else { return "Record" }
    return ChangeFormat.cut(([Slug.title(of: first)] + parts.dropFirst()).joined(separator: ", "))
  }

  /// "best_case" to "best case".
  static func words(_ id: String) -> String {
    String(id.map { $0 == "_" || $0 == "-" ? " " : $0 })
  }
}
