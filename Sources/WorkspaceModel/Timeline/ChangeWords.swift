package import Diagnostics

/// Says changes of fields as sales people do: "Close pushed 23 days", "Won", "New blocker: Ann Lee".
///
/// What only repeats another change is left out: dates and outcome beside a stage, the parts of a new next step, the
/// details of somebody who joined. What is unknown is called so and never counted as zero.
package struct ChangeWords: Sendable {
  let names: ChangeNames

  /// Says changes with these names.
  package init(_ names: ChangeNames) {
    self.names = names
  }

  /// What happened in an event, or nil when it says nothing that is worth a line.
  package func text(_ event: FieldEvent) -> ChangeText? {
    if event.kind == .removed { return ChangeText([.words("Removed")], .outcome, tone: .bad) }
    let text = texts([FieldChange(event)], in: event.record).first
    return text?.weight == .noise ? nil : text
  }

  /// What the changes of one version say, what matters most first; one line for what matters to nobody.
  package func texts(_ changes: [FieldChange], in record: RepoPath) -> [ChangeText] {
    let set = ChangeSet(changes, record: record)
    var texts = changes.compactMap { change in
      Self.isTold(change.field, by: set) || Self.isNoise(change.field) ? nil : text(change, in: set)
    }
    if texts.isEmpty, !changes.isEmpty { texts = [ChangeText([.words("Small changes")], .noise)] }
    return texts.enumerated().sorted { left, right in
      (left.element.weight, left.offset) < (right.element.weight, right.offset)
    }.map(\.element)
  }

  /// The changes of one version in a line: "Stage Discovery → Negotiation, amount 84,000 → 69,000 EUR, and 3 more".
  package func summary(_ changes: [FieldChange], in record: RepoPath, limit: Int = 3) -> String {
    let texts = texts(changes, in: record)
    // One more costs less room than the words that say so.
    let shown = texts.count == limit + 1 ? texts[...] : texts.prefix(limit)
    let line = shown.enumerated().map { $0 == 0 ? $1.plain : $1.continued }.joined(separator: ", ")
    return shown.count == texts.count ? line : "\(line), and \(texts.count - shown.count) more"
  }

  /// The fields of one version's changes that say something of their own; the others only repeat or date them.
  package static func worthTelling(_ changes: [FieldChange], in record: RepoPath) -> Set<String> {
    let set = ChangeSet(changes, record: record)
    return Set(changes.lazy.map(\.field).filter { !isTold($0, by: set) && !isNoise($0) })
  }

  private static func isNoise(_ field: String) -> Bool {
    let dot = UInt8(ascii: ".")
    switch field {
    case "updated_at", "modified_at", "updated_on", "fieldbook": return true
    default: break
    }
    switch Substring(field.utf8.prefix { $0 != dot }) {
    case "external_ids", "stage_history", "field_history": return true
    default: break
    }
    let start = field.utf8.lastIndex(of: dot).map(field.utf8.index(after:)) ?? field.startIndex
    switch field[start...] {
    case "as_of", "evidence", "last_two_way_on": return true
    default: return false
    }
  }

  /// Whether another change of the same version says this one too.
  private static func isTold(_ field: String, by set: ChangeSet) -> Bool {
    if set.isDeal, set["stage"] != nil {
      if ["stage_entered_on", "closed_on", "outcome"].contains(field) { return true }
      if set.isLost, field == "reason_code" || field == "competitors" { return true }
    }
    if set.isDeal, field == "stage_entered_on" { return true }
    if field == "closed_on", set["outcome"] != nil { return true }
    if field.hasPrefix("next_step."), field != "next_step.text" { return set["next_step.text"] != nil }
    if let (entry, part) = set.committee(field), part != "contact" {
      return set["committee.\(entry).contact"] != nil || set["committee.\(entry).role"] != nil && part == "influence"
    }
    if let (element, part) = set.meddpicc(field), part == "text" { return set["meddpicc.\(element).score"] != nil }
    // Of an entry that comes or goes as a whole, its name is enough.
    if let entry = set.entry(of: field), let id = set["\(entry).id"], id.old == nil || id.new == nil {
      return field != (set["\(entry).name"] == nil ? "\(entry).id" : "\(entry).name")
    }
    return false
  }
}

/// The changes of one version, to be looked up by field.
struct ChangeSet {
  let record: RepoPath
  let isDeal: Bool
  private let changes: [String: FieldChange]

  init(_ changes: [FieldChange], record: RepoPath) {
    self.record = record
    self.changes = Dictionary(changes.map { ($0.field, $0) }) { first, _ in first }
    isDeal = KindOfPath.kind(of: record) == .deal
  }

  subscript(_ field: String) -> FieldChange? { changes[field] }

  /// Whether the deal was lost in this version.
  var isLost: Bool { changes["stage"]?.new == .text("closed_lost") }

  /// "contacts.ann-lee" for a part of an entry of a list.
  func entry(of field: String) -> String? {
    let parts = field.split(separator: ".", maxSplits: 2)
    return parts.count == 3 ? "\(parts[0]).\(parts[1])" : nil
  }

  /// The member and the part of a field of the committee.
  func committee(_ field: String) -> (entry: String, part: String)? { parts(field, of: "committee.") }

  /// The element and the part of a field of the qualification.
  func meddpicc(_ field: String) -> (entry: String, part: String)? { parts(field, of: "meddpicc.") }

  private func parts(_ field: String, of list: String) -> (entry: String, part: String)? {
    guard field.hasPrefix(list), let dot = field.lastIndex(of: ".") else { return nil }
    let start = field.index(field.startIndex, offsetBy: list.count)
    guard start < dot else { return nil }
    return (String(field[start..<dot]), String(field[field.index(after: dot)...]))
  }
}
