internal import Diagnostics
internal import WorkspaceModel

/// What everybody in the audience that is built by default may see.
final class DefaultReaders {
  let audience: AccessRules.Audience
  private var labels: [RepoPath: [String]] = [:]
  private var known: [RepoPath: Bool] = [:]

  init?(_ workspace: Workspace) {
    let name = workspace.settings.defaultAudience ?? workspace.access.defaultAudience
    guard let audience = workspace.access.audiences.first(where: { $0.id == name }) else { return nil }
    self.audience = audience
    for record in workspace.records where !record.source.audience.isEmpty {
      labels[record.source.path] = record.source.audience
    }
  }

  /// Whether they see a file: its folder is theirs, its label does not leave them out, and it is nobody's own.
  func see(_ path: RepoPath) -> Bool {
    if let known = known[path] { return known }
    let isPersonal = path.isInside("personal")
    let isForThem = labels[path]?.contains(audience.id) ?? true
    let sees = !isPersonal && isForThem && audience.sees(path)
    known[path] = sees
    return sees
  }
}
