internal import Diagnostics

/// Some findings cannot be left out by whoever writes the file.
enum Unsuppressible {
  /// The entry of the catalogue; findings are made while suppressions are applied.
  static let description = LoadCheck(
    "unsuppressible", .governance, .error, rule: "secrets, access and approvals cannot be suppressed by a comment",
    rationale: "A comment needs nobody's consent, so it must not switch off what protects others.",
    examples: [
      CheckExample(
        """
        === notes.md
        <!-- fieldbook-ignore ▶access-closed: I know what I do -->
        The rules are fine.
        """),
      CheckExample(
        """
        === notes.md
        <!-- fieldbook-ignore ▶unused-suppression: kept for later -->
        Nothing to see.
        """),
      CheckExample(
        """
        === customers/acme/profile.md
        ---
        name: Acme
        fieldbook: {ignore: [{check: unknown-field, reason: read by the CRM export}]}
        colour: blue
        ---
        """),
    ])

  /// Whether findings of a check stay, whatever a comment says.
  static func contains(_ id: String) -> Bool {
    if Diagnostic.sensitiveIDs.contains(id) || ids.contains(id) { return true }
    return prefixes.contains { id.hasPrefix($0) }
  }

  /// Says that the comment does nothing.
  static func finding(_ suppression: Suppression) -> Diagnostic {
    description.finding(
      "'\(suppression.check)' cannot be left out by a comment", at: suppression.checkRange,
      help: "mend what it finds; a level for it in fieldbook.yaml needs a review")
  }

  private static let prefixes = ["access-", "secret-", "unapproved-"]
  private static let ids: Set<String> = [
    "approver-unknown", "self-approval", "suppression-without-reason", "unknown-audience", "unknown-suppressed-check",
    "unsuppressible", "unused-suppression",
  ]
}
