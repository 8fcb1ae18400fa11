internal import Diagnostics

/// A suppression names a check that there is.
enum UnknownSuppressedCheck {
  /// The entry of the catalogue; findings are made while suppressions are applied.
  static let description = LoadCheck(
    "unknown-suppressed-check", .governance, .error, rule: "a suppression names a check that there is",
    rationale: "A misspelt id leaves nothing out, and nobody sees that the comment does not work.",
    examples: [
      CheckExample(
        """
        === notes.md
        <!-- fieldbook-ignore ▶broken-lnk: the plan is written in May -->
        See [the plan](plan.md).
        """),
      CheckExample(
        """
        === customers/acme/profile.md
        ---
        name: Acme
        # fieldbook-ignore ▶unknown-feild: read by the CRM export
        colour: blue
        ---
        """),
      CheckExample(
        """
        === customers/acme/profile.md
        ---
        name: Acme
        # fieldbook-ignore unknown-field: read by the CRM export
        colour: blue
        ---
        """),
    ])

  /// Says that no check has the id, and which one may be meant.
  static func finding(_ suppression: Suppression, _ known: Set<String>) -> Diagnostic {
    if suppression.check.isEmpty {
      return description.finding(
        "suppression names no check", at: suppression.checkRange,
        help: "write the id that stands in brackets behind the finding, a colon, and why")
    }
    let nearest = NearestWord.to(suppression.check, among: known)
    let fixIts = nearest.map { nearest in
      [FixIt("write '\(nearest)'", edits: [.init(range: suppression.checkRange, replacement: nearest)])]
    }
    return description.finding(
      "'\(suppression.check)' is not a check", at: suppression.checkRange,
      help: nearest.map { "did you mean '\($0)'?" } ?? "the id stands in brackets behind each finding",
      fixIts: fixIts ?? [])
  }
}
