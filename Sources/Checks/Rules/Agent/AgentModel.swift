package import Diagnostics
internal import WorkspaceModel

/// A model that is unknown or no longer served.
package struct AgentModel: Check {
  package let id = "agent-model"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.warning
  package let rule = "an agent's model is an alias or the id of a model that is still served"
  package let rationale = "An agent with another model fails when it is called, or falls back to a different one."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      model: ▶Claude Sonnet 4.5
      ---
      You help with offers.
      """),
    CheckExample(
      """
      === workspace-setup/agents/sales-support.yaml
      agents:
        helper:
          purpose: Helps with offers.
          model: ▶claude-3-5-sonnet-20241022
      """),
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      model: claude-opus-5-5
      ---
      You help with offers.
      """),
  ]

  private static let aliases = ["sonnet", "opus", "haiku", "fable", "inherit", "opusplan", "default"]

  /// Beginnings of ids, with the last day on which they answered.
  private static let retired: [(prefix: String, on: Day)] = [
    ("claude-1", "2024-11-06"), ("claude-2", "2025-07-21"), ("claude-instant", "2024-11-06"),
    ("claude-3", "2026-06-30"), ("claude-sonnet-4-0", "2026-06-30"), ("claude-opus-4-0", "2026-06-30"),
    ("claude-sonnet-4-2025", "2026-06-30"), ("claude-opus-4-2025", "2026-06-30"),
    ("claude-sonnet-4-5", "2026-11-30"),
  ].compactMap { entry in Day(iso: entry.1).map { (entry.0, $0) } }

  package func findings(in input: CheckInput) -> [Diagnostic] {
    AgentSubject.all(input).compactMap { agent in
      guard let (text, range) = agent.text("model") else { return nil }
      if let end = Self.retired.first(where: { Self.isModel(text, $0.prefix) }) {
        if input.today <= end.on { return nil }
        return finding(
          "model '\(text)' has been switched off", at: range, help: "write an alias such as '\(Self.family(of: text))'")
      }
      if Self.isKnown(text) { return nil }
      let nearest =
        NearestWord.to(text, among: Self.aliases)
        ?? Self.aliases.prefix(4).first { alias in
          text.lowercased().utf8.split { !(0x61...0x7A).contains($0) }.contains { $0.elementsEqual(alias.utf8) }
        }
      let fixIts = nearest.map { [FixIt("write '\($0)'", edits: [.init(range: range, replacement: $0)])] }
      return finding(
        "model '\(text)' is not known", at: range,
        help: nearest.map { "did you mean '\($0)'?" } ?? "one of: sonnet, opus, haiku, fable, or an id 'claude-…'",
        fixIts: fixIts ?? [])
    }
  }

  private static func isKnown(_ text: String) -> Bool {
    var text = text
    if text.hasSuffix("[1m]") { text.removeLast(4) }
    if aliases.contains(text) { return true }
    // Other clouds put their own words before and behind: us.anthropic.claude-opus-5-5-v1:0.
    let start = text.utf8.split(separator: UInt8(ascii: "/")).last ?? text.utf8[...]
    let isID = start.split(separator: UInt8(ascii: ".")).contains { $0.starts(with: "claude-".utf8) && $0.count > 8 }
    return isID && text.utf8.allSatisfy { $0 > 0x20 && !(0x41...0x5A).contains($0) }
  }

  /// Whether an id is the one that a prefix means, not a longer name that begins alike.
  private static func isModel(_ text: String, _ prefix: String) -> Bool {
    guard text.hasPrefix(prefix) else { return false }
    guard let next = text.utf8.dropFirst(prefix.utf8.count).first else { return true }
    return prefix.hasSuffix("2025") || !(0x30...0x39).contains(next)
  }

  private static func family(of text: String) -> String {
    let parts = text.utf8.split(separator: 0x2D)
    return aliases.prefix(3).first { alias in parts.contains { $0.elementsEqual(alias.utf8) } } ?? "sonnet"
  }
}
