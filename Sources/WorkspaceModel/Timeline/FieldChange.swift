/// A field that differs between two versions of a record.
package struct FieldChange: Hashable, Sendable {
  /// Key path, see ``FieldEvent/field``.
  package var field: String
  /// Nil when there was none.
  package var old: FieldValue?
  /// Nil when there is none any more.
  package var new: FieldValue?

  /// A change by its parts.
  package init(field: String, old: FieldValue?, new: FieldValue?) {
    self.field = field
    self.old = old
    self.new = new
  }

  /// What an event changed.
  package init(_ event: FieldEvent) {
    self.init(field: event.field, old: event.old, new: event.new)
  }
}
