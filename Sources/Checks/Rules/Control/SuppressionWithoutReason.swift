internal import Diagnostics

/// Whoever leaves a finding out says why.
enum SuppressionWithoutReason {
  /// The entry of the catalogue; findings are made while suppressions are applied.
  static let description = LoadCheck(
    "suppression-without-reason", .governance, .error, rule: "a suppression says why",
    rationale: "Without a reason nobody can tell later whether the finding may come back, so it is not left out.",
    examples: [
      CheckExample(
        """
        === notes.md
        ▶<!-- fieldbook-ignore broken-link -->
        See [the plan](plan.md).
        """),
      CheckExample(
        """
        === notes.md
        ---
        fieldbook:
          ignore:
            - check: ▶broken-link
              reason: ""
        ---
        See [the plan](plan.md).
        """),
      CheckExample(
        """
        === notes.md
        <!-- fieldbook-ignore broken-link: the plan is written in May -->
        See [the plan](plan.md).
        """),
      CheckExample(
        """
        === notes.md
        Comments such as `<!-- fieldbook-ignore broken-link -->` leave findings out:

        ```
        <!-- fieldbook-ignore broken-link -->
        ```
        """),
    ])

  /// Says that a reason is missing.
  static func finding(_ suppression: Suppression) -> Diagnostic {
    description.finding(
      "'\(suppression.check)' is to be left out without a reason", at: suppression.range,
      help: "write 'fieldbook-ignore \(suppression.check): ' and why, or in front matter 'reason: ' and why")
  }
}
