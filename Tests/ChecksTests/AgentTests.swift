import Checks
import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

struct AgentTests {
  private func agent(_ front: String, body: String = "You help.") -> String {
    "=== .claude/agents/sales/helper.md\n---\n\(front)\n---\n\(body)\n"
  }

  private func apply(_ fix: FixIt, to text: String) throws -> String {
    let edit = try #require(fix.edits.first)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let (start, end) = (edit.range.start, edit.range.end)
    let head = lines[start.line - 1].prefix(start.column - 1)
    let tail = lines[end.line - 1].dropFirst(end.column - 1)
    lines.replaceSubrange((start.line - 1)...(end.line - 1), with: [Array(head) + Array(edit.replacement.utf8) + tail])
    return lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }

  @Test(arguments: [
    "name: helper\ndescription: Use for offers. Examples: one\ntools: Read",
    "name: helper\ndescription: Use this agent. Examples:\n<example>\nuser: \"an offer: now\"\n</example>\nmodel: sonnet",
    "name: helper\ndescription: \"Says \"yes\" to: all\"\ncolor: red",
    "name: helper\ndescription: é – Beispiele: eins \\n\\nuser: \"zwei\"\ntools: Read, Write",
  ])
  func brokenFrontMatterIsRecoveredAndItsRepairIsValid(front: String) async throws {
    let text = agent(front)
    let found = try await findings("agent-yaml", in: text)
    #expect(found.count == 1)
    let file = try #require(MarkedFiles(text).files.first)
    #expect(found.first?.summary.contains("'name', 'description'") == true)
    #expect(try await findings("agent-name", in: text).isEmpty)
    #expect(try await findings("agent-description", in: text).isEmpty)
    let fix = try #require(found.first?.fixIts.first)
    let mended = "=== .claude/agents/sales/helper.md\n" + (try apply(fix, to: file.text))
    #expect(try await findings("agent-yaml", in: mended).isEmpty)
    for key in ["agent-name", "agent-description", "agent-unknown-tool", "agent-unknown-key"] {
      #expect(try await findings(key, in: mended).isEmpty)
    }
  }

  @Test func whatCannotBeMendedHasNoRepair() async throws {
    let found = try await findings("agent-yaml", in: agent("name: helper\ndescription: Fine words.\nmodel: [a"))
    #expect(found.count == 1 && found.first?.fixIts.isEmpty == true)
  }

  @Test func aFileThatIsNotYAMLStaysAnAgent() async throws {
    let files = MarkedFiles(agent("name: helper\ndescription: a: b")).files
    let (workspace, _) = await WorkspaceLoader.load(files, jobs: 1)
    #expect(workspace.agentFiles.flatMap(\.agents).map(\.name) == ["helper"])
  }

  @Test(arguments: [
    ("tools: Read Grep", 0), ("tools: Read,Grep", 0), ("tools: [Read, Grep]", 0), ("tools:\n  - Read\n  - Grep", 0),
    ("tools: \"*\"", 0), ("tools: Agent(a, b), Read", 0), ("tools: Task(a,b) Bash(git log:*)", 0), ("tools: []", 0),
    ("tools:", 0), ("tools: mcp__x, mcp__x__*, mcp__x__y", 0), ("tools: mcp__fieldbook__*", 0),
    ("tools: Raed", 1), ("tools: read", 1), ("tools: [Read, codebase]", 1), ("tools: mcp__, mcp__fieldbook__get", 2),
    ("tools: Agent(a, b", 0),
  ])
  func toolsInEveryForm(tools: String, unknown: Int) async throws {
    let text = agent("name: helper\ndescription: Helps with offers.\n\(tools)")
    #expect(try await findings("agent-unknown-tool", in: text).count == unknown)
  }

  @Test func unknownToolsAreMarkedAndMended() async throws {
    let text = agent("name: helper\ndescription: Helps with offers.\ntools: \"Read, Agent(x, y), Gerp(z)\"")
    let finding = try #require(try await findings("agent-unknown-tool", in: text).first)
    #expect(finding.range.start == SourcePosition(line: 4, column: 28))
    #expect(finding.range.end == SourcePosition(line: 4, column: 32))
    #expect(finding.fixIts.first?.edits.first?.replacement == "Grep")
  }

  @Test(arguments: [
    ("sonnet", 0), ("inherit", 0), ("claude-opus-5-5", 0), ("us.anthropic.claude-sonnet-5-5-v1:0", 0), ("opus[1m]", 0),
    ("claude-sonnet-4-5", 0), ("claude-sonnet-4-6", 0), ("claude-3-opus-20240229", 1), ("claude-sonnet-4-20250514", 1),
    ("claude-sonnet-4-0", 1), ("gpt-5", 1), ("Sonnet", 1), ("Claude Opus 4.1", 1), ("claude-30-new", 0),
  ])
  func models(model: String, count: Int) async throws {
    let text = agent("name: helper\ndescription: Helps with offers.\nmodel: \(model)")
    #expect(try await findings("agent-model", in: text).count == count)
  }

  @Test func aModelIsRetiredFromItsLastDayOn() async throws {
    let text = agent("name: helper\ndescription: Helps with offers.\nmodel: claude-sonnet-4-5-20250929")
    #expect(try await findings("agent-model", in: text, today: "2026-11-30").isEmpty)
    #expect(try await findings("agent-model", in: text, today: "2026-12-01").count == 1)
  }

  @Test(arguments: [
    ("ab", 1), ("abc", 0), (String(repeating: "a", count: 50), 0), (String(repeating: "a", count: 51), 1),
    ("powershell-5.1-expert", 1), ("Über", 1), ("9-lives", 0),
  ])
  func names(name: String, count: Int) async throws {
    let text = agent("name: \(name)\ndescription: Helps with offers.")
    #expect(try await findings("agent-name", in: text).count == count)
  }

  @Test(arguments: [
    (9, Diagnostic.Severity.warning), (10, nil), (1500, nil), (1501, .warning),
  ])
  func lengthsOfDescriptions(length: Int, severity: Diagnostic.Severity?) async throws {
    let text = agent("name: helper\ndescription: \(String(repeating: "é", count: length))")
    #expect(try await findings("agent-description", in: text).first?.severity == severity)
  }

  @Test(arguments: [
    "", "---", "---\n---", "---\n- a\n---", "---\nname:\n---", "---\nname: [a]\ntools: {a: b}\n---\nx",
    "\u{FEFF}---\nname: a",
  ])
  func oddFilesNeitherCrashNorPointOutside(text: String) async throws {
    let marked = "=== .claude/agents/a.md\n\(text)\n"
    for check in CheckCatalog.all where check.group == .agents {
      for finding in try await findings(check.id, in: marked) {
        #expect(finding.range.start.line <= text.split(separator: "\n", omittingEmptySubsequences: false).count)
      }
    }
  }

  @Test func bodiesHaveALimit() async throws {
    let front = "name: helper\ndescription: Helps with offers."
    #expect(try await findings("agent-body", in: agent(front, body: String(repeating: "é", count: 9_999))).isEmpty)
    #expect(try await findings("agent-body", in: agent(front, body: String(repeating: "é", count: 10_001))).count == 1)
  }
}
