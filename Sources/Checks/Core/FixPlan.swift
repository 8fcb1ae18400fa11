package import Diagnostics

/// The repairs of some findings, worked out as new contents of files; nothing is written.
///
/// A finding that offers exactly one repair gets it; where several are offered, a person has to choose. A repair is made
/// as a whole or not at all. Of two that touch the same bytes, the one that stands first is made, and the other has to
/// wait until the file was checked again.
package struct FixPlan: Sendable {
  /// A file and what it becomes.
  package struct Change: Sendable, Equatable {
    package var path: RepoPath
    package var before: [UInt8]
    package var after: [UInt8]

    /// A file by its path, and what it holds before and after.
    package init(path: RepoPath, before: [UInt8], after: [UInt8]) {
      self.path = path
      self.before = before
      self.after = after
    }
  }

  /// A repair that cannot be made, and why.
  package struct Refusal: Sendable, Hashable {
    package var finding: Diagnostic
    /// "its place lies outside the file".
    package var reason: String
  }

  /// Files that change, in the order of paths.
  package private(set) var changes: [Change] = []
  /// Findings whose repair is in the changes.
  package private(set) var fixed: [Diagnostic] = []
  /// Findings whose repair meets another one.
  package private(set) var postponed: [Diagnostic] = []
  /// Findings whose repair does not fit the text.
  package private(set) var refused: [Refusal] = []

  /// Plans the repairs of findings for files as they are.
  package init(_ findings: [Diagnostic], bytes: (RepoPath) -> [UInt8]?) {
    var files: [RepoPath: FileEdits] = [:]
    var made: Set<[FixIt.Edit]> = []
    for finding in findings.sorted() where finding.fixIts.count == 1 {
      guard let fix = finding.fixIts.first, !fix.edits.isEmpty else { continue }
      if made.contains(fix.edits) {
        fixed.append(finding)
        continue
      }
      var pieces: [(path: RepoPath, piece: FileEdits.Piece)] = []
      var problem: String?
      for edit in fix.edits {
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
      } else if Self.overlaps(pieces) {
        refused.append(Refusal(finding: finding, reason: "its own edits overlap"))
      } else if pieces.contains(where: { files[$0.path]?.meets($0.piece) ?? true }) {
        postponed.append(finding)
      } else {
        for (path, piece) in pieces { files[path]?.insert(piece) }
        made.insert(fix.edits)
        fixed.append(finding)
      }
    }
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      let after = file.applied()
      if after != file.text.bytes { changes.append(Change(path: path, before: file.text.bytes, after: after)) }
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
