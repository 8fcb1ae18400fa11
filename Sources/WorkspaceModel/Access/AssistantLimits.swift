package import Diagnostics

/// What stays away from assistants, whoever else may see it: `.fieldbookignore`, customers with `no_ai`, what is personal.
package struct AssistantLimits: Sendable {
  /// Where a workspace says what assistants never see, one pattern a line.
  package static let path: RepoPath = ".fieldbookignore"

  private let patterns: [GlobPattern]
  /// Slugs of customers who do not want it.
  private let refusing: Set<String>
  /// The one customer that a run is about; nil for all.
  private let only: String?

  /// The limits of a workspace, from the bytes of its list; with `only`, other customers are away as well.
  package init(_ workspace: Workspace, list: [UInt8]? = nil, only: String? = nil) {
    let lines = (list ?? []).split { $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
    patterns = lines.map { String($0.drop { $0 == " " || $0 == "/" }) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
      .flatMap { line in
        // A name without a slash is found in every folder, and a folder holds all that lies in it.
        let text = line.dropLast(line.hasSuffix("/") ? 1 : 0)
        let base = text.contains("/") ? String(text) : "**/\(text)"
        return [GlobPattern(base), GlobPattern("\(base)/**")]
      }
    refusing = Set(workspace.customers.filter { $0.noAI == true }.map(\.slug))
    self.only = only
  }

  /// Whether there is anything to keep away beside what is personal.
  package var isEmpty: Bool { patterns.isEmpty && refusing.isEmpty && only == nil }

  /// Whether assistants may not see a path.
  package func hides(_ path: RepoPath) -> Bool {
    let parts = path.components
    if let top = parts.first, top.elementsEqual("personal".utf8) { return true }
    if parts.count >= 3, parts[0].elementsEqual("customers".utf8) {
      let slug = String(decoding: parts[1], as: UTF8.self)
      if refusing.contains(slug) { return true }
      // What all customers share lies beside them.
      if let only, slug != only, slug != "templates", slug != "workflows" { return true }
    }
    return patterns.contains { $0.matches(path) }
  }
}
