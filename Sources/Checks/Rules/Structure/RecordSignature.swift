internal import WorkspaceModel

/// Fields by which a record of a kind is known wherever it lies.
struct RecordSignature {
  /// The kind that they belong to.
  let kind: RecordKind
  /// The field that gives it away.
  let key: String
  /// Fields of which one must stand beside it.
  let others: [String]
  /// Where such records lie; `*` for a customer.
  let home: String

  /// Those that cannot be mistaken for one another.
  static let all: [RecordSignature] = [
    RecordSignature(
      kind: .deal, key: "stage", others: ["close_on", "amount", "stage_history", "meddpicc", "stage_entered_on"],
      home: "customers/*/deals"),
    RecordSignature(
      kind: .interaction, key: "occurred_at", others: ["kind", "participants", "subject"],
      home: "customers/*/interactions"),
    RecordSignature(
      kind: .insight, key: "statement", others: ["evidence", "confidence", "author_kind"],
      home: "customers/*/insights"),
    RecordSignature(kind: .task, key: "due", others: ["about", "priority"], home: "customers/*/tasks"),
    RecordSignature(
      kind: .customer, key: "lifecycle", others: ["segment", "tier", "owners", "domains"], home: "customers/*"),
    RecordSignature(
      kind: .battlecard, key: "competitor",
      others: ["when_we_win", "when_they_win", "claims", "objections", "landmines"], home: "sales-toolkit/battlecards"),
    RecordSignature(
      kind: .playbook, key: "steps", others: ["when_to_use", "entry_criteria", "exit_criteria"],
      home: "sales-toolkit/playbooks"),
  ]

  /// Whether a record has these fields.
  func fits(_ fields: YAMLNode) -> Bool {
    guard let entries = fields.entries, entries.contains(where: { $0.key == key }) else { return false }
    return entries.contains { others.contains($0.key) }
  }
}
