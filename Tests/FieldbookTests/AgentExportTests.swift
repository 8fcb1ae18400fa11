import Diagnostics
import FieldbookApp
import FieldbookTestSupport
import Foundation
import Testing
import WorkspaceModel

/// Agents from the form that people edit to the one that assistants read, and back.
@Suite struct AgentExportTests {
  @Test func theSampleIsWhatAnExportMakesOfIt() throws {
    let repository = try ScratchRepository.withSample()
    let check = try Program.run(["agents", "export", "--check", "-C", repository.path])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    #expect(check.output.isEmpty)
  }

  @Test func anExportWritesWhatDiffersAndLeavesHandWrittenFilesAlone() throws {
    let repository = try ScratchRepository.withSample()
    let path = ".claude/agents/sales-support/meeting-prep-writer.md"
    let old = try String(contentsOfFile: "\(repository.path)/\(path)", encoding: .utf8)
    try repository.write(path, old.replacingOccurrences(of: "maxTurns: 10", with: "maxTurns: 11"))
    let hand = ".claude/agents/sales-support/battlecard-coach.md"
    try repository.write(hand, "---\nname: battlecard-coach\ndescription: Mine. Use when asked.\n---\nMine.\n")
    let differs = try Program.run(["agents", "export", "--check", "-C", repository.path])
    #expect(differs.status == 1)
    #expect(differs.output == "\(path)\n")
    #expect(differs.errors.contains("battlecard-coach.md was written by hand"))
    #expect(try Program.run(["agents", "export", "-C", repository.path]).status == 0)
    #expect(try String(contentsOfFile: "\(repository.path)/\(path)", encoding: .utf8) == old)
    #expect(try String(contentsOfFile: "\(repository.path)/\(hand)", encoding: .utf8).contains("Mine."))
  }

  /// A file in Claude's form becomes an entry that makes the same file again, keys of Claude's own included.
  @Test func theWayBackLosesNothing() async throws {
    let repository = try ScratchRepository.withSample()
    let map = try String(contentsOfFile: "\(repository.path)/workspace-setup/agents/tools-map.yaml", encoding: .utf8)
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(repository.path)/.claude/agents").filter {
      $0.hasSuffix(".md")
    }
    #expect(files.count > 5)
    for file in files {
      var text = try String(contentsOfFile: "\(repository.path)/.claude/agents/\(file)", encoding: .utf8)
      text = text.replacingOccurrences(of: "\n---\n<!--", with: "\ncolor: cyan\nskills: [one, two]\n---\n<!--")
      let path = RepoPath(".claude/agents/\(file)")
      let first = await WorkspaceLoader.load(
        [WorkspaceFile(path, text), WorkspaceFile("workspace-setup/agents/tools-map.yaml", map)], jobs: 1
      ).workspace
      let entry = try #require(AgentEntry.all(first).first)
      let claude = try #require(entry.claude)
      let source = try #require(entry.claudeSource)
      let category = try #require(claude.category)
      let yaml = "category: \(category)\nagents:\n\(ClaudeAgentExport(first).entry(claude, of: source))"
      let second = await WorkspaceLoader.load(
        [
          WorkspaceFile(RepoPath("workspace-setup/agents/\(category).yaml"), yaml),
          WorkspaceFile("workspace-setup/agents/tools-map.yaml", map),
        ], jobs: 1
      ).workspace
      let back = try #require(AgentEntry.all(second).first)
      let own = try #require(back.own)
      let made = ClaudeAgentExport(second).file(own, of: try #require(back.ownSource))
      #expect(made.text == text, "\(file)\n\(yaml)")
      #expect(made.path == path)
      #expect(made.unmapped == [])
    }
  }

  @Test func listsAndShows() throws {
    let repository = try ScratchRepository.withSample()
    let list = try Program.run(["agents", "list", "-C", repository.path, "--category", "analytics"])
    #expect(list.output.contains("pipeline-analyst  analytics  yaml+claude"))
    let json = try Program.run(["agents", "list", "-C", repository.path, "--format", "json"])
    #expect(try JSONValue(reading: json.output.utf8).items?.isEmpty == false)
    let show = try Program.run(["agents", "show", "pipeline-analyst", "-C", repository.path])
    #expect(show.output.hasPrefix("---\nname: pipeline-analyst\n"))
    let yaml = try Program.run(["agents", "show", "pipeline-analyst", "-C", repository.path, "--format", "yaml"])
    #expect(yaml.output.contains("  pipeline-analyst:\n    purpose: "))
    let wrong = try Program.run(["agents", "show", "pipeline-analist", "-C", repository.path])
    #expect(wrong.status == 2 && wrong.errors.contains("did you mean 'pipeline-analyst'"))
  }
}
