internal import Diagnostics
internal import WorkspaceModel

extension RenameReferences {
  /// Compares what the workspace's rules about paths mean before and after.
  ///
  /// One that fits a file under its old name and not under the new one, or the other way round, has to be changed by a
  /// person first: a rule about access that no longer fits would show what it was written to hide.
  mutating func readPatterns() {
    let settings = input.workspace.settings
    patterns.formUnion(settings.checkLevels.flatMap(\.paths) + settings.structure.forbidden)
    for audience in input.workspace.access.audiences { patterns.formUnion(audience.see + audience.hide) }
    for pattern in patterns { compare(pattern) }
    let folders = settings.structure.required.map(\.folder) + settings.structure.allowed.map(\.folder)
    for folder in folders { compare(folder, ofFolders: true) }
    for rule in settings.structure.allowed {
      for candidate in candidates.values where candidate.kind != .customer && rule.folder.matches(candidate.old.parent)
      {
        let (old, new) = (RepoPath(bytes: candidate.old.name), RepoPath(bytes: candidate.new.name))
        if rule.names.contains(where: { $0.matches(old) != $0.matches(new) }) { block(candidate.old) }
      }
    }
  }

  /// Blocks the candidates for which a pattern would no longer mean the same.
  private mutating func compare(_ pattern: GlobPattern, ofFolders: Bool = false) {
    for (candidate, files) in moved {
      guard let new = candidates[candidate]?.new else { continue }
      let differs = files.contains { file in
        guard let rest = file.relative(to: candidate) else { return false }
        let renamed = rest.isRoot ? new : new.appending(rest.bytes)
        return ofFolders
          ? pattern.matches(file.parent) != pattern.matches(renamed.parent)
          : pattern.matches(file) != pattern.matches(renamed)
      }
      if differs { block(candidate) }
    }
  }
}
