import Checks
import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

/// Files as public collections have them: each is loaded, or refused with the diagnostic that says why.
///
/// Invented texts in the shapes that were counted there: unquoted colons and dialogues in descriptions, missing front
/// matter, tools in every notation, names and models of other programs, bodies without end.
struct AgentCollectionTests {
  struct Fixture: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    /// The agent's name as it is read; nil when the file is no agent.
    var agent: String?
    /// Ids of what the checks say, each once.
    var findings: [String]
    var testDescription: String { name }
  }

  static let body = "You look after offers. Read the deal first, then write the offer in plain words.\n"

  static let fixtures = [
    Fixture(
      name: "plain",
      text: "---\nname: offer-writer\ndescription: Writes offers. Use when a deal asks for one.\n---\n\(body)",
      agent: "offer-writer", findings: []),
    Fixture(
      name: "model and tools in one line",
      text:
        "---\nname: offer-writer\ndescription: Writes offers.\ntools: Read, Grep, Glob, Bash, Edit, Write\nmodel: sonnet\n---\n\(body)",
      agent: "offer-writer", findings: []),
    Fixture(
      name: "empty list of tools",
      text: "---\nname: offer-writer\ndescription: Writes offers.\ntools: []\n---\n\(body)",
      agent: "offer-writer", findings: []),
    Fixture(
      name: "unquoted colon",
      text:
        "---\nname: offer-writer\ndescription: Use this agent for offers. Examples: new deals, renewals: both\ntools: Read\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-yaml"]),
    Fixture(
      name: "dialogue in the description",
      text: """
        ---
        name: offer-writer
        description: Use this agent for offers. Examples:

        <example>
        Context: The user asks for an offer
        user: "Write the offer for plant 4"
        assistant: "I'll use the offer-writer agent"
        <commentary>
        It knows the price list: the one of this year.
        </commentary>
        </example>
        model: opus
        color: green
        ---
        \(body)
        """, agent: "offer-writer", findings: ["agent-yaml"]),
    Fixture(
      name: "newlines written out",
      text:
        "---\nname: offer-writer\ndescription: Use for offers.\\n\\nuser: \"An offer, please\"\\nassistant: \"Here: it is\"\ncolor: blue\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-yaml"]),
    Fixture(
      name: "quotes within quotes",
      text: "---\nname: offer-writer\ndescription: \"Says \"yes\" to offers\"\n---\n\(body)", agent: "offer-writer",
      findings: ["agent-yaml"]),
    Fixture(
      name: "bad escape", text: "---\nname: offer-writer\ndescription: \"Reads C:\\offers\\new\"\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-yaml"]),
    Fixture(
      name: "indentation",
      text: "---\nname: offer-writer\n description: Writes offers for plants.\ntools: Read\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-yaml"]),
    Fixture(
      name: "no front matter", text: "# Offer writer\n\n\(body)", agent: nil, findings: ["agent-no-front-matter"]),
    Fixture(
      name: "front matter that never ends", text: "---\nname: offer-writer\ndescription: Writes offers.\n\n\(body)",
      agent: nil, findings: ["front-matter-unclosed"]),
    Fixture(
      name: "name of another program",
      text: "---\nname: WinFormsExpert\ndescription: Knows old forms well.\n---\n\(body)", agent: "WinFormsExpert",
      findings: ["agent-name"]),
    Fixture(
      name: "name with a version",
      text: "---\nname: shell-5.1-expert\ndescription: Knows old shells well.\n---\n\(body)", agent: "shell-5.1-expert",
      findings: ["agent-name"]),
    Fixture(
      name: "model as it is shown",
      text: "---\nname: offer-writer\ndescription: Writes offers.\nmodel: Claude Sonnet 4.5\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-model"]),
    Fixture(
      name: "retired model",
      text: "---\nname: offer-writer\ndescription: Writes offers.\nmodel: claude-3-opus-20240229\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-model"]),
    Fixture(
      name: "tools of another program",
      text:
        "---\nname: offer-writer\ndescription: Writes offers.\ntools: ['codebase', 'edit/editFiles', 'Read']\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-unknown-tool"]),
    Fixture(
      name: "no tool that exists",
      text: "---\nname: offer-writer\ndescription: Writes offers.\ntools: codebase, terminal\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-no-usable-tool", "agent-unknown-tool"]),
    Fixture(
      name: "commas in parentheses",
      text:
        "---\nname: offer-writer\ndescription: Writes offers.\ntools: Agent(scout, writer), Task(one, two), Read\n---\n\(body)",
      agent: "offer-writer", findings: []),
    Fixture(
      name: "keys of collections",
      text:
        "---\nname: offer-writer\ndescription: Writes offers.\nversion: 1.0.0\nauthor: Somebody\ntags: [offers]\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-unknown-key"]),
    Fixture(
      name: "colour of its own",
      text: "---\nname: offer-writer\ndescription: Writes offers.\ncolor: teal\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-color"]),
    Fixture(
      name: "all permissions",
      text: "---\nname: offer-writer\ndescription: Writes offers.\npermissionMode: bypassPermissions\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-permission-mode"]),
    Fixture(
      name: "very long description",
      text: "---\nname: offer-writer\ndescription: \(String(repeating: "Writes offers. ", count: 380))\n---\n\(body)",
      agent: "offer-writer", findings: ["agent-description"]),
    Fixture(
      name: "body without end",
      text: "---\nname: offer-writer\ndescription: Writes offers.\n---\n\(String(repeating: body, count: 412))",
      agent: "offer-writer", findings: ["agent-body"]),
    Fixture(
      name: "byte order mark and line ends of another system",
      text: "\u{FEFF}---\r\nname: offer-writer\r\ndescription: Writes offers.\r\n---\r\n\(body)", agent: "offer-writer",
      findings: []),
  ]

  @Test(arguments: fixtures)
  func isLoadedOrRefusedWithItsReason(fixture: Fixture) async throws {
    let file = WorkspaceFile(".claude/agents/sales-support/offer-writer.md", fixture.text)
    let (workspace, problems) = await WorkspaceLoader.load([file], jobs: 1)
    if let agent = fixture.agent { #expect(workspace.agentFiles.flatMap(\.agents).map(\.name) == [agent]) }
    var found = Set(problems.filter { $0.severity == .error }.map(\.id))
    for check in CheckCatalog.all where check.group == .agents {
      let text = "=== .claude/agents/sales-support/offer-writer.md\n\(fixture.text)"
      if try await !findings(check.id, in: text).isEmpty { found.insert(check.id) }
    }
    #expect(found.sorted() == fixture.findings)
  }
}
