internal import Diagnostics
internal import WorkspaceModel

/// A context template in its sections: what stands between two `##` headings.
struct PackTemplate: Sendable {
  /// A heading and what follows it.
  struct Part: Sendable {
    var section: PackSection
    /// The heading without its sign; may hold tags.
    var heading: [PackNode]
    var nodes: [PackNode]
  }

  var parts: [Part]

  /// Reads a template; parts of which nothing is known to be in them belong to the part before.
  init(_ text: String) {
    var parts: [Part] = []
    var chunk: [Substring] = []
    var heading = ""
    func finish() {
      if chunk.isEmpty, heading.isEmpty { return }
      let nodes = PackNode.read(chunk.joined(separator: "\n") + "\n")
      let fallback: PackSection = parts.isEmpty ? .header : parts[parts.count - 1].section
      parts.append(
        Part(section: Self.section(of: nodes) ?? fallback, heading: PackNode.read(heading), nodes: nodes))
    }
    for line in UntrustedText.lines(text) {
      if line.utf8.starts(with: "## ".utf8) {
        finish()
        chunk = []
        heading = String(line.dropFirst(3))
      } else {
        chunk.append(line)
      }
    }
    finish()
    self.parts = parts.filter { !$0.nodes.isEmpty }
  }

  /// The template of a tier: the workspace's own, else the one that is built in.
  static func of(_ tier: ContextTemplate.Tier, _ workspace: Workspace) -> PackTemplate {
    let own = workspace.contextTemplates.first { $0.tier == tier && $0.source.body != nil }
    let text = own?.source.body.map { String(decoding: $0.bytes, as: UTF8.self) }
    return PackTemplate(text ?? builtIn)
  }

  /// Told by the first list in it, else by the fields that only one section has.
  private static func section(of nodes: [PackNode]) -> PackSection? {
    for node in nodes {
      guard case .section(let path, _, _) = node else { continue }
      let name = path.joined(separator: ".")
      if let section = PackSection.allCases.first(where: { $0.lists.contains(name) }) { return section }
    }
    let names = Set(nodes.flatMap(\.names))
    if names.contains("omitted") || names.contains("as_of") { return .header }
    if names.contains(where: { $0.hasPrefix("health.") }) { return .state }
    if names.contains(where: { $0.hasPrefix("usage.") || $0.hasPrefix("billing.") || $0.hasPrefix("support.") }) {
      return .signals
    }
    return nil
  }
}
