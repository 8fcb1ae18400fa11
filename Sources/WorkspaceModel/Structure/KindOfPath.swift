package import Diagnostics

/// Tells what a file is from where it lies (design: the workspace on disk).
package enum KindOfPath {
  /// The kind of a file, or nil for files that are no part of the workspace.
  package static func kind(of path: RepoPath) -> RecordKind? {
    let parts = path.description.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(
      Substring.init)
    guard let name = parts.last, let top = parts.first else { return nil }
    if parts == ["fieldbook.yaml"] { return .settings }
    if parts == ["redirects.yaml"] { return .redirects }
    if parts == [".fieldbookignore"] || parts == [".mcp.json"] { return .assistantSettings }
    if parts.starts(with: [".claude", "agents"]), path.fileExtension == "md" { return .claudeAgent }
    if parts.contains(where: { $0.hasPrefix(".") || $0 == "node_modules" }) { return nil }
    let isIndex = isIndexName(String(name))
    let placed: RecordKind? =
      switch top {
      case "customers" where parts.count >= 3: isIndex ? nil : customerFile(parts, path)
      case "sales-toolkit" where parts.count == 3 && !isIndex && isMarkdown(path): toolkitFile(parts[1])
      case "workspace-setup": setupFile(parts, path)
      case "reporting" where !isIndex: reportingFile(parts, path)
      case "personal" where !isIndex: personalFile(parts, path)
      default: nil
      }
    return placed ?? general(path)
  }

  /// Whether a file stands for its folder.
  package static func isIndexName(_ name: String) -> Bool {
    ["readme.md", "index.md", "readme.markdown", "index.markdown"].contains(name.lowercased())
  }

  /// Whether a file is read as Markdown.
  package static func isMarkdown(_ path: RepoPath) -> Bool {
    path.fileExtension == "md" || path.fileExtension == "markdown"
  }

  /// Whether a file is a drawing that may hold a program, which assets otherwise never do.
  package static func isDrawing(_ path: RepoPath) -> Bool { path.fileExtension == "svg" }

  private static func isRecord(_ path: RepoPath) -> Bool {
    isMarkdown(path) || isStructured(path)
  }

  private static func isStructured(_ path: RepoPath) -> Bool {
    ["yaml", "yml", "json"].contains(path.fileExtension)
  }

  private static func general(_ path: RepoPath) -> RecordKind {
    if isMarkdown(path) { return .page }
    return path.fileExtension == "csv" || isStructured(path) ? .data : .asset
  }

  private static func customerFile(_ parts: [Substring], _ path: RepoPath) -> RecordKind? {
    if parts[1] == "templates" { return isMarkdown(path) && parts.count == 3 ? .contextTemplate : nil }
    if parts[1] == "workflows" { return isStructured(path) && parts.count == 3 ? .workflow : nil }
    if parts.count == 3 {
      if path.stem == "profile", isRecord(path) { return .customer }
      if path.stem == "contacts", isStructured(path) { return .contacts }
      if parts[2] == "usage.csv" { return .usage }
      if parts[2] == "billing.csv" { return .billing }
    }
    guard parts.count == 4, isRecord(path) else { return nil }
    switch parts[2] {
    case "deals": return .deal
    case "interactions": return .interaction
    case "insights": return .insight
    case "tasks": return .task
    default: return nil
    }
  }

  private static func toolkitFile(_ folder: Substring) -> RecordKind? {
    switch folder {
    case "battlecards": .battlecard
    case "playbooks": .playbook
    case "templates": .template
    case "training": .training
    case "security-compliance": .security
    default: nil
    }
  }

  private static func setupFile(_ parts: [Substring], _ path: RepoPath) -> RecordKind? {
    guard isStructured(path) else { return nil }
    switch (parts.count, parts.dropFirst().first, path.stem) {
    case (2, _, "people"): return .people
    case (2, _, "access"): return .access
    case (3, "agents", "tools-map"): return .toolsMap
    case (3, "agents", _): return .agents
    case (3, "integrations", _): return .integration
    case (3, "compliance", "retention"): return .retention
    case (3, "compliance", "controls"): return .controls
    case (3, "compliance", "processing-register"): return .processing
    case (3, "processes", "triggers"): return .triggers
    case (3, "processes", "approvals"): return .approvals
    default: return nil
    }
  }

  private static func reportingFile(_ parts: [Substring], _ path: RepoPath) -> RecordKind? {
    if parts.count == 4, parts[1] == "pulse", parts[2] == "alerts", isRecord(path) { return .alert }
    if parts.count == 3, parts[1] == "forecasts", isStructured(path) { return .forecast }
    if parts.count == 3, ["personal", "team", "pulse"].contains(parts[1]), isMarkdown(path) { return .report }
    return nil
  }

  private static func personalFile(_ parts: [Substring], _ path: RepoPath) -> RecordKind? {
    if parts.count == 4, parts[1] == "daily-plans", isMarkdown(path) { return .dailyPlan }
    if parts.count == 3, parts[1] == "triggers", isStructured(path) { return .triggers }
    if parts.count == 4, parts[1] == "alerts", isStructured(path) { return .alert }
    return nil
  }
}
