internal import Diagnostics

/// A suppression goes when the finding has gone.
enum UnusedSuppression {
  /// The entry of the catalogue; findings are made while suppressions are applied.
  static let description = LoadCheck(
    "unused-suppression", .governance, .warning, rule: "a suppression leaves something out",
    rationale: "One that outlives its finding would hide the next one in the same place.",
    examples: [
      CheckExample(
        """
        === customers/acme/profile.md
        ---
        name: Acme
        ▶# fieldbook-ignore unknown-field: read by the CRM export
        segment: mid-market
        ---
        """),
      CheckExample(
        """
        === customers/acme/profile.md
        ---
        name: Acme
        fieldbook:
          ignore:
            - check: ▶unknown-field
              reason: read by the CRM export
        ---
        """),
      CheckExample(
        """
        === customers/acme/profile.md
        ---
        name: Acme
        fieldbook:
          ignore:
            - check: unknown-field
              reason: read by the CRM export
        colour: blue
        ---
        """),
      CheckExample(
        """
        === customers/acme/profile.md
        ---
        name: Acme
        # fieldbook-ignore unknown-field: read by the CRM export
        palette:
          - blue
        ---
        """),
    ])

  /// Says that nothing was left out.
  static func finding(_ suppression: Suppression) -> Diagnostic {
    description.finding(
      "nothing of '\(suppression.check)' to leave out here", at: suppression.range,
      help: "remove the suppression")
  }
}
