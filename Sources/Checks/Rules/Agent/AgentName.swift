package import Diagnostics
internal import WorkspaceModel

/// A missing or malformed name.
package struct AgentName: Check {
  package let id = "agent-name"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.error
  package let rule = "an agent has a name of 3 to 50 lower-case letters, digits and hyphens"
  package let rationale = "The name is the agent's identity; without a proper one it is not loaded or cannot be called."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/forms.md
      ---
      name: ▶WinFormsExpert
      description: Knows forms. Use when a form is due.
      ---
      You know forms.
      """),
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ▶---
      description: Helps with offers. Use when an offer is due.
      ---
      You help with offers.
      """),
    CheckExample(
      """
      === workspace-setup/agents/sales-support.yaml
      agents:
        ▶Offer Helper:
          purpose: Helps with offers and quotes.
      """),
    CheckExample(
      """
      === .claude/agents/sales/any-file-name.md
      ---
      name: offer-helper-2
      description: Helps with offers. Use when an offer is due.
      ---
      You help with offers.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    AgentSubject.all(input).compactMap { agent in
      guard let name = agent.name else { return missing(agent) }
      if Self.isValid(name) { return nil }
      let slug = Self.slug(of: name)
      var fixIts: [FixIt] = []
      if let slug, agent.format == .claude, agent.nameRange.end > agent.nameRange.start {
        fixIts = [FixIt("write '\(slug)'", edits: [.init(range: agent.nameRange, replacement: slug)])]
      }
      return finding(
        "'\(name)' is no name for an agent", at: agent.nameRange,
        help: slug.map { "did you mean '\($0)'?" } ?? "use 3 to 50 lower-case letters, digits and hyphens",
        fixIts: fixIts)
    }
  }

  private func missing(_ agent: AgentSubject) -> Diagnostic? {
    if let node = agent.node?["name"], !node.isNull { return nil }
    guard let slug = Self.slug(of: agent.file.stem) else {
      return finding("agent without a name", at: agent.place, help: "add 'name:' with a short name")
    }
    let below = SourceRange(file: agent.file, start: SourcePosition(line: 2, column: 1))
    // An empty 'name:' is already there and would stand twice.
    let fixIts =
      agent.node?["name"] == nil
      ? [FixIt("add 'name: \(slug)'", edits: [.init(range: below, replacement: "name: \(slug)\n")])] : []
    return finding("agent without a name", at: agent.place, help: "add 'name: \(slug)'", fixIts: fixIts)
  }

  static func isValid(_ name: String) -> Bool {
    (3...50).contains(name.utf8.count) && name.utf8.allSatisfy(isNameByte)
  }

  /// The name in the form that is wanted; nil when nothing sensible remains.
  private static func slug(of name: String) -> String? {
    var slug: [UInt8] = []
    var previous: UInt8 = 0
    let bytes = Array(name.utf8)
    for (index, byte) in bytes.enumerated() {
      let isUpper = (0x41...0x5A).contains(byte)
      let lower = isUpper ? byte + 32 : byte
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      // WinForms becomes win-forms, and HTMLForms html-forms.
      let isLast = isUpperByte(previous) && (0x61...0x7A).contains(next)
      let begins = isUpper && ((0x61...0x7A).contains(previous) || isLast)
      if begins, slug.last != 0x2D { slug.append(0x2D) }
      if isNameByte(lower), lower != 0x2D {
        slug.append(lower)
      } else if !slug.isEmpty, slug.last != 0x2D {
        slug.append(0x2D)
      }
      previous = byte
    }
    if slug.last == 0x2D { slug.removeLast() }
    let text = String(decoding: slug, as: UTF8.self)
    return isValid(text) ? text : nil
  }

  private static func isUpperByte(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }
}
