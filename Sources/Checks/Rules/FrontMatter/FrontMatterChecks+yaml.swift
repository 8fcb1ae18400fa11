internal import Diagnostics

extension FrontMatterChecks {
  /// What the loader reports about YAML itself.
  static let loadedYAML: [any Check] = [
    LoadCheck(
      "access-closed", .frontMatter, .error, rule: "access rules can be read",
      rationale: "A rule that was misread could show what it was written to hide, so nobody sees anything.",
      examples: [
        CheckExample("=== workspace-setup/access.yaml\n▶audiences:\n  company: {see: ['**'], hides: [personal/**]}\n"),
        CheckExample("=== workspace-setup/access.yaml\naudiences:\n  company: {see: ['**'], hide: [personal/**]}\n"),
      ]),
    LoadCheck(
      "duplicate-key", .frontMatter, .error, rule: "a key stands once",
      rationale: "Only one of the values could count, and which one would be a guess.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\n▶stage: lead\nowner: ada.lind\nstage: discovery\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nnext_step: {text: The next stage}\n---\n"),
      ]),
    LoadCheck(
      "front-matter-unclosed", .frontMatter, .error, rule: "front matter ends with a line of '---'",
      rationale: "Without its end all of the file is read as text, and the fields are lost.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n▶---\nstage: lead\n\nThe first talk was short.\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\n---\nThe first talk was short.\n"),
      ]),
    LoadCheck(
      "yaml-alias", .frontMatter, .error, rule: "YAML has neither anchors nor aliases",
      rationale: "A few nested aliases can stand for millions of values, so records do without them.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nowner: ▶&boss ada.lind\nteam: [*boss]\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nname: \"*Watch* & Ledger\"\n---\n"),
      ]),
    LoadCheck(
      "yaml-syntax", .frontMatter, .error, rule: "YAML can be parsed",
      rationale: "A record whose fields cannot be read counts nowhere until it is mended.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nname: Ledger▶: 14 plants\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nname: 'Ledger: 14 plants'\n---\n"),
      ]),
    LoadCheck(
      "yaml-too-complex", .frontMatter, .error, rule: "YAML is small and shallow",
      rationale: "A reader could not take it in either, and a parser may need minutes for it.",
      examples: [
        CheckExample(
          "=== customers/acme/deals/q3.md\n---\nstage: lead\nteam: "
            + String(repeating: "[", count: 19) + "▶[]" + String(repeating: "]", count: 19) + "\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nteam: [ada.lind, bo.berg]\n---\n"),
      ]),
  ]
}
