extension RecordChronicle {
  /// Whether a field is the stage of a deal.
  func isStage(_ field: String) -> Bool { field == "stage" && record.kind == .deal }

  /// The workflow that a version names.
  func pipeline(_ fields: RecordFields) -> String? {
    guard case .text(let name) = fields["pipeline"] ?? fields["type"] else { return nil }
    return name
  }

  /// The id by which a stage goes today.
  func stage(_ value: FieldValue?, in fields: RecordFields, on day: Day) -> FieldValue? {
    guard case .text(let id) = value else { return value }
    return .text(rules.stages.current(id, in: pipeline(fields), on: day))
  }

  /// The day that a version gives for a change; dates left over from the change before say nothing.
  func statedDay(_ change: FieldChange, _ fields: RecordFields) -> Day? {
    let isClosing =
      change.field == "outcome" || isStage(change.field) && change.new.map(Self.isClosed) ?? false
    if record.kind == .deal, isClosing, let day = fresh("closed_on", fields) { return day }
    guard isStage(change.field) else { return nil }
    if let visit = fields.statements.last(where: { $0.field == "stage" }), let day = visit.on,
      stage(visit.new, in: fields, on: day) == change.new
    {
      return day
    }
    return fresh("stage_entered_on", fields)
  }

  /// What a version states, in today's stages and with amounts in the currency of the deal.
  func statements(of fields: RecordFields, on day: Day) -> [StatedChange] {
    fields.statements.map { stated in
      guard stated.field == "stage" else { return stated.inCurrency(of: fields[stated.field]) }
      var stated = stated
      stated.old = stage(stated.old, in: fields, on: stated.on ?? day)
      stated.new = stage(stated.new, in: fields, on: stated.on ?? day)
      return stated
    }
  }

  private func fresh(_ field: String, _ fields: RecordFields) -> Day? {
    guard case .day(let day) = fields[field], last?.fields[field] != .day(day) else { return nil }
    return day
  }

  private static func isClosed(_ value: FieldValue) -> Bool {
    if case .text(let stage) = value { StageRules.isClosed(stage) } else { false }
  }
}
