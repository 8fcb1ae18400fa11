internal import Diagnostics

extension FrontMatterChecks {
  /// What the loader reports about the fields of records.
  static let loadedFields: [any Check] = [
    LoadCheck(
      "ambiguous-scalar", .frontMatter, .warning, rule: "texts that other readers take for flags or numbers are quoted",
      rationale: "Fieldbook keeps 'no' a text, but a script that reads and writes the file makes 'false' of it.",
      examples: [
        CheckExample("=== customers/acme/profile.md\n---\ncountry: ▶NO\nexternal_ids: {crm: ▶0127}\n---\n"),
        CheckExample("=== customers/acme/profile.md\n---\ncountry: \"NO\"\nauto_renew: true\nemployees: 1200\n---\n"),
      ]),
    LoadCheck(
      "amount-without-currency", .frontMatter, .error, rule: "an amount has a currency",
      rationale: "A number alone can be added to nothing, so the amount is treated as unknown.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\namount: {value: ▶84000, kind: ARR}\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\namount: {value: 84000, currency: EUR}\n---\n"),
      ]),
    LoadCheck(
      "invalid-date", .frontMatter, .error, rule: "days and moments are written as ISO 8601",
      rationale: "04/05/2026 is a day in April to some and in May to others, so other forms count as unknown.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nclose_on: ▶12.10.2026\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nclose_on: 2026-10-12\n---\n"),
      ]),
    LoadCheck(
      "invalid-value", .frontMatter, .error, rule: "a field with a closed set of words has one of them",
      rationale: "A word that nothing knows is left out of every list and number.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\ntype: ▶renewel\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\ntype: renewal\n---\n"),
      ]),
    LoadCheck(
      "missing-field", .frontMatter, .error, rule: "fields that a record cannot do without are there",
      rationale: "A deal without a stage is in no pipeline, and a meeting without a time on no timeline.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\n▶name: Ledger\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\n---\n"),
      ]),
    LoadCheck(
      "unknown-field", .frontMatter, .warning, rule: "a typed record has only fields that something reads",
      rationale: "A misspelt field looks filled in and is lost to every page and number.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\n▶competitor: [kilovane]\n---\n"),
        CheckExample("=== notes/visit.md\n---\nweather: rain\n---\n"),
      ]),
    LoadCheck(
      "wrong-type", .frontMatter, .error, rule: "a field has the type that its schema asks for",
      rationale: "Guessing a number from a text would put guesses into sums, so the field counts as unknown.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nterm_months: ▶three years\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nterm_months: \"36\"\n---\n"),
      ]),
  ]
}
