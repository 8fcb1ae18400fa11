internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import WorkspaceModel

/// Tells what commits changed.
struct GetHistory: WorkspaceTool {
  let definition = ToolDefinition(
    name: "get_history", title: "History",
    words:
      "Commits that changed a customer, a file or anything, newest first, each with the fields it changed in words.",
    parameters: [
      ToolDefinition.customer(), ToolParameter("path", .text, "File or folder, from the root of the workspace."),
      ToolParameter("since", .day, "Only commits of this day or later."),
      ToolParameter("until", .day, "Only commits of this day or earlier."),
    ] + ToolDefinition.paging, output: ToolDefinition.list)

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    let customer = try view.customer(call)
    var folder: RepoPath?
    if let customer { folder = RepoPath("customers/\(customer)") }
    if let text = call.text("path") {
      let path = RepoPath(text)
      guard !text.hasPrefix("-"), !text.hasPrefix("/"), path.isSafeToWrite || path.isRoot else {
        throw ToolProblem("'path' has to lie in the workspace, such as customers/acme/profile.md.")
      }
      folder = path
    }
    let timeline = view.state.visible.timeline
    let (since, until) = (call.day("since"), call.day("until"))
    var changed: [Int: [RepoPath]] = [:]
    for record in timeline.records {
      if let folder, record.path != folder, !record.path.isInside(folder) { continue }
      for version in record.versions { changed[version.commit, default: []].append(record.path) }
    }
    let found = changed.keys.filter { place in
      let day = view.packs.day(of: timeline.commits[place].recordedAt)
      return since.map { day >= $0 } ?? true && until.map { day <= $0 } ?? true
    }.sorted(by: >)
    let wanted = Set(found)
    var events: [Int: [FieldEvent]] = [:]
    for event in timeline.events where wanted.contains(event.commit) && event.kind != .stated {
      events[event.commit, default: []].append(event)
    }
    return try view.list(call, total: found.count, budget: 5000) { place in
      let commit = timeline.commits[found[place]]
      let paths = (changed[found[place]] ?? []).sorted()
      let own = Set(paths)
      let mine = (events[found[place]] ?? []).filter { own.contains($0.record) }
      let groups = Dictionary(grouping: mine, by: \.record)
      let lines = groups.keys.sorted().prefix(3).map { "\($0): \(view.packs.summary(groups[$0] ?? [], of: $0))" }
      return .members(
        ("commit", .string(commit.short)), ("date", .string(commit.recordedAt.iso)),
        ("paths", .array(paths.prefix(5).map { .string(UntrustedText.line($0.description)) })),
        ("path_count", .integer(paths.count)), ("fields_changed", .integer(mine.count)),
        (
          "untrusted_text",
          ToolResultMaker.untrusted(
            ("author", commit.author.name), ("summary", commit.subject),
            ("changes", lines.isEmpty ? nil : lines.joined(separator: "; ")))
        ))
    }
  }
}
