import Diagnostics
import Testing
import WorkspaceModel

@Suite struct FieldComparisonTests {
  private func fields(_ yaml: String, body: String = "") -> RecordFields {
    RecordFields(Array("---\n\(yaml)\n---\n\(body)".utf8), path: "customers/acme/deals/first.md")
  }

  @Test func tellsWhatDiffersSortedByField() {
    let changes = FieldComparison.changes(
      from: fields("stage: lead\nowner: ann\nold: x", body: "one two"),
      to: fields("stage: discovery\nowner: ann\nnext_step: {due: 2026-01-05}", body: "one two three"))
    #expect(
      changes == [
        FieldChange(field: "next_step.due", old: nil, new: Day(iso: "2026-01-05").map(FieldValue.day)),
        FieldChange(field: "old", old: .text("x"), new: nil),
        FieldChange(field: "stage", old: .text("lead"), new: .text("discovery")),
        FieldChange(field: "text", old: .number(Decimal4(2)), new: .number(Decimal4(3))),
      ])
  }

  @Test(arguments: [
    ("a: 1\nb: 2", "b: 2\na: 1"), ("a: x", "a: [x]"), ("a: 2026-01-05", "a: '2026-01-05'"),
    ("probability: 0.10", "probability: 0.1"), ("a: ", "b: []"),
    ("a: {value: 1, currency: EUR}", "a: {currency: EUR, value: 1.0}"),
    (
      "committee: [{contact: a, stance: 1}, {contact: b, stance: 2}]",
      "committee: [{stance: 2, contact: b}, {contact: a, stance: 1}]"
    ),
  ])
  func anotherWayOfWritingTheSameIsNoChange(old: String, new: String) {
    #expect(FieldComparison.changes(from: fields(old), to: fields(new)).isEmpty)
  }

  @Test func lineEndsAndBlanksAtTheEndAreNoChangeOfText() {
    #expect(FieldComparison.changes(from: fields("", body: "a\nb"), to: fields("", body: "a\r\nb\r\n\r\n")).isEmpty)
  }

  @Test func aSideThatIsMissingHasNothing() {
    let created = FieldComparison.changes(from: nil, to: fields("stage: lead", body: "x"))
    #expect(created.map(\.field) == ["stage", "text"] && created.allSatisfy { $0.old == nil })
    let removed = FieldComparison.changes(from: fields("stage: lead"), to: nil)
    #expect(removed == [FieldChange(field: "stage", old: .text("lead"), new: nil)])
    #expect(FieldComparison.changes(from: nil, to: nil).isEmpty)
  }
}
