/// What happened to one record, before the facts that it states are brought together with its changes.
package struct RecordEvents: Sendable {
  /// What commits changed.
  var changes: [FieldEvent] = []
  /// What the newest version states of the past, in its order.
  var facts: [FieldEvent] = []
}
