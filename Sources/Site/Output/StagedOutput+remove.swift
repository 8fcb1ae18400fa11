extension StagedOutput {
  /// Removes a site that we made and the staging folder beside it; false when there is neither.
  package static func remove(target: String) throws(OutputError) -> Bool {
    let (folder, name) = PathParts.split(target)
    let staging = "\(folder)/.\(name).staging"
    let hasStaging = FileTree.exists(staging)
    let hasTarget = FileTree.exists(target)
    if hasTarget, !FileTree.exists("\(target)/\(marker)"), !FileTree.isEmpty(target) {
      throw OutputError(
        "the folder '\(target)' was not made by fieldbook, so it is left alone", help: "remove it yourself",
        isUsage: true)
    }
    if hasStaging { try FileTree.remove(staging) }
    if hasTarget { try FileTree.remove(target) }
    return hasStaging || hasTarget
  }
}
