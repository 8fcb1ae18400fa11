/// A connected system: where it is, how its fields map, and how well the last synchronisation went.
package struct Integration: WorkspaceRecord {
  package enum Direction: String, CaseIterable, Sendable { case read, readWrite = "read_write" }
  package enum Status: String, CaseIterable, Sendable { case ok, partial, failed }
  /// One field there and here.
  package struct Mapping: Sendable {
    package var from: String
    package var to: String
  }
  /// The last time records were fetched.
  package struct LastSync: Sendable {
    package var at: Instant?
    package var status: Status?
    package var fetched: Int?
    package var written: Int?
  }
  /// Ids stored against ids at the source.
  package struct Completeness: Sendable {
    package var stored: Int?
    package var atSource: Int?
    package var checkedOn: Day?
  }

  package var source: RecordSource
  package var system: String
  /// Person id.
  package var owner: String?
  package var direction: Direction?
  /// The tenant in words; never a secret.
  package var location: String?
  /// Name of the environment variable that holds the token.
  package var secretVariable: String?
  package var schedule: String?
  package var mappings: [Mapping]
  package var lastSync: LastSync?
  package var completeness: Completeness?
  package var note: String?

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    system = fields.text("system") ?? source.slug
    owner = fields.text("owner")
    direction = fields.choice("direction", Direction.self)
    location = fields.text("where")
    secretVariable = fields.text("secret_env")
    schedule = fields.text("schedule")
    mappings = fields.records("maps", owner: "mapping") { mapping in
      guard let from = mapping.text("from", required: true), let to = mapping.text("to", required: true) else {
        return nil
      }
      return Mapping(from: from, to: to)
    }
    lastSync = fields.record("last_sync", owner: "last sync") { sync in
      LastSync(
        at: sync.instant("at"), status: sync.choice("status", Status.self), fetched: sync.integer("fetched"),
        written: sync.integer("written"))
    }
    completeness = fields.record("completeness", owner: "completeness") { entry in
      Completeness(
        stored: entry.integer("stored"), atSource: entry.integer("at_source"), checkedOn: entry.day("checked_on"))
    }
    note = fields.text("note")
  }
}
