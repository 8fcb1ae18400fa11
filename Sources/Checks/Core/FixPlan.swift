package import Diagnostics

/// The repairs of some findings, worked out as new contents and names of files; nothing is written.
///
/// A finding that offers exactly one repair gets it; where several are offered, a person has to choose. A repair is made
/// as a whole or not at all. Of two that touch the same bytes or names, the one that stands first is made, and the other
/// has to wait until the file was checked again. Whatever gives files other names waits until nothing else is to do, since
/// any other repair may have written an old name.
package struct FixPlan: Sendable {
  /// Files that change, by the names that they bear before the renames, and new ones, in the order of paths.
  package private(set) var changes: [Change] = []
  /// New names, none above or below another.
  package private(set) var renames: [Rename] = []
  private var newNames: [RepoPath: RepoPath] = [:]
  /// Findings whose repair is in the changes.
  package private(set) var fixed: [Diagnostic] = []
  /// Findings whose repair meets another one.
  package private(set) var postponed: [Diagnostic] = []
  /// Findings whose repair does not fit the text or the tree.
  package private(set) var refused: [Refusal] = []

  /// Whether there is nothing to do.
  package var isEmpty: Bool { changes.isEmpty && renames.isEmpty }

  /// Whether there are other files afterwards than before.
  var changesNames: Bool { !renames.isEmpty || changes.contains { $0.oldPath == nil } }

  /// Plans the repairs of findings for files as they are.
  package init(_ findings: [Diagnostic], tree: FixTree = FixTree(), bytes: (RepoPath) -> [UInt8]?) {
    let open = findings.sorted().filter { $0.fixIts.count == 1 }
    plan(open.filter { $0.fixIts.first?.renames == false }, tree, bytes)
    let renaming = open.filter { $0.fixIts.first?.renames == true }
    if isEmpty { plan(renaming, tree, bytes) } else { postponed += renaming }
  }

  private mutating func plan(_ findings: [Diagnostic], _ tree: FixTree, _ bytes: (RepoPath) -> [UInt8]?) {
    var files: [RepoPath: FileEdits] = [:]
    var claims = FixClaims(tree, for: findings)
    var made: Set<FixIt> = []
    for finding in findings {
      guard var fix = finding.fixIts.first, !fix.edits.isEmpty || !fix.files.isEmpty else { continue }
      // Two findings may word the same repair differently.
      fix.summary = ""
      if made.contains(fix) {
        fixed.append(finding)
        continue
      }
      var pieces: [(path: RepoPath, piece: FileEdits.Piece)] = []
      var problem = fix.files.lazy.compactMap(claims.problem).first
      for edit in fix.edits where problem == nil {
        let path = edit.range.file
        if files[path] == nil { files[path] = bytes(path).map(FileEdits.init) }
        guard path.isSafeToWrite, let file = files[path] else {
          problem = "'\(path)' cannot be changed"
          break
        }
        switch file.text.stretch(of: edit, isRaw: finding.id == "byte-order-mark") {
        case .success(let stretch):
          pieces.append((path, .init(stretch: stretch, bytes: file.text.replacement(of: edit, at: stretch))))
        case .failure(let error): problem = error.misfit.rawValue
        }
      }
      if let problem {
        refused.append(Refusal(finding: finding, reason: problem))
      } else if Self.overlaps(pieces) || Self.overlaps(fix.files, tree) {
        refused.append(Refusal(finding: finding, reason: "its own edits overlap"))
      } else if pieces.contains(where: { files[$0.path]?.meets($0.piece) ?? true })
        || fix.files.contains(where: claims.meets)
      {
        postponed.append(finding)
      } else {
        for (path, piece) in pieces { files[path]?.insert(piece) }
        for change in fix.files { take(change, &claims) }
        made.insert(fix)
        fixed.append(finding)
      }
    }
    for (path, file) in files {
      let after = file.applied()
      if after != file.text.bytes { changes.append(Change(path: path, before: file.text.bytes, after: after)) }
    }
    changes.sort { $0.path < $1.path }
  }

  private mutating func take(_ change: FixIt.FileChange, _ claims: inout FixClaims) {
    claims.claim(change)
    switch change {
    case .create(let path, let text):
      changes.append(Change(path: path, oldPath: nil, before: [], after: Array(text.utf8)))
    case .rename(let old, let new):
      renames.append(Rename(old: old, new: new))
      newNames[old] = new
    }
  }

  /// The name that a file bears after the renames.
  package func path(of path: RepoPath) -> RepoPath {
    if newNames.isEmpty { return path }
    for old in path.prefixes {
      guard let new = newNames[old], let rest = path.relative(to: old) else { continue }
      return rest.isRoot ? new : new.appending(rest.bytes)
    }
    return path
  }
}

extension FixPlan {
  private static func overlaps(_ files: [FixIt.FileChange], _ tree: FixTree) -> Bool {
    if files.count < 2 { return false }
    var claims = FixClaims(tree, for: [])
    return files.contains { change in
      defer { claims.claim(change) }
      return claims.meets(change)
    }
  }

  private static func overlaps(_ pieces: [(path: RepoPath, piece: FileEdits.Piece)]) -> Bool {
    let sorted = pieces.sorted { left, right in
      left.path == right.path
        ? (left.piece.stretch.lowerBound, left.piece.stretch.upperBound)
          < (right.piece.stretch.lowerBound, right.piece.stretch.upperBound)
        : left.path < right.path
    }
    return zip(sorted, sorted.dropFirst()).contains { left, right in
      left.path == right.path && FileEdits.meet(left.piece.stretch, right.piece.stretch)
    }
  }
}
