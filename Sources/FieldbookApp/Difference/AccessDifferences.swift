internal import Diagnostics
internal import WorkspaceModel

/// Tells for every audience which records it comes to see, or does not see any more.
enum AccessDifferences {
  /// Only records that stay are told: who sees a new one is told with it, and what is gone nobody sees.
  static func between(
    _ old: Workspace, _ new: Workspace, _ sides: DifferenceSides
  ) -> [WorkspaceDifference.Access] {
    let (before, after) = (AccessPolicy(old), AccessPolicy(new))
    let known = sides.new.workspace.paths.compactMap { path -> (old: RepoPath, new: RepoPath)? in
      let former = sides.formerPaths[path] ?? path
      return sides.old.workspace.paths.contains(former) ? (former, path) : nil
    }
    return Set(old.access.audiences.map(\.id) + new.access.audiences.map(\.id)).sorted().compactMap { id in
      let former = paths(id, before, old)
      let present = paths(id, after, new)
      // Told to somebody who sees both states: nothing that is hidden from them is named.
      let gained = known.filter { present.contains($0.new) && !former.contains($0.old) }.map(\.new).sorted()
      let lost = known.filter { former.contains($0.old) && !present.contains($0.new) }.map(\.new).sorted()
      if gained.isEmpty, lost.isEmpty { return nil }
      return WorkspaceDifference.Access(audience: id, gained: gained, lost: lost)
    }
  }

  private static func paths(_ audience: String, _ policy: AccessPolicy, _ workspace: Workspace) -> Set<RepoPath> {
    guard case .group(let id) = policy.audience(named: audience) else { return [] }
    return policy.visible(
      workspace, to: .group(id), documents: [:], refusals: [:], facts: [:], findings: []
    ).workspace.paths
  }
}
