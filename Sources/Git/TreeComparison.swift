package import Diagnostics

/// What happened to one file between two trees; a rename is a deletion and an addition.
package struct TreeChange: Hashable, Sendable {
  /// What a tree says about the file.
  package struct Side: Hashable, Sendable {
    /// What it is.
    package var mode: FileMode
    /// The blob, or a commit elsewhere for a submodule.
    package var id: ObjectID
  }

  /// What happened, in one word.
  package enum Kind: Hashable, Sendable { case added, deleted, modified }

  /// The path relative to the trees compared.
  package var path: RepoPath
  /// Before; nil when the file was not there.
  package var old: Side?
  /// After; nil when the file is gone.
  package var new: Side?

  /// What happened, in one word.
  package var kind: Kind { old == nil ? .added : new == nil ? .deleted : .modified }
}

/// Compares trees by their raw entries, descending only where ids differ.
///
/// Two entries of one name, one a folder and one a file, are a deletion and an addition.
struct TreeComparison {
  private struct Pair {
    var old: ObjectID?
    var new: ObjectID?
    var prefix: [UInt8]
    var depth: Int
  }

  /// Where the bytes of a tree object come from.
  typealias Read = (ObjectID) throws(GitError) -> [UInt8]

  private let budget: TreeBudget
  private var waiting: [Pair] = []
  private var seen = 0

  /// Hands every change between two trees to `body`, folder by folder; nil stands for an empty tree.
  static func compare(
    _ old: ObjectID?, _ new: ObjectID?, budget: TreeBudget = TreeBudget(), read: Read,
    body: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    guard old != new else { return }
    var comparison = TreeComparison(budget: budget)
    comparison.waiting.append(Pair(old: old, new: new, prefix: [], depth: 0))
    while let pair = comparison.waiting.popLast() { try comparison.compare(pair, read, body) }
  }

  private init(budget: TreeBudget) {
    self.budget = budget
  }

  private mutating func compare(
    _ pair: Pair, _ read: Read, _ body: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    let oldBytes = if let id = pair.old { try read(id) } else { [UInt8]() }
    let newBytes = if let id = pair.new { try read(id) } else { [UInt8]() }
    try oldBytes.withRawBytes { (oldBytes) throws(GitError) in
      try newBytes.withRawBytes { (newBytes) throws(GitError) in
        var (olds, news) = (RawTreeReader(oldBytes), RawTreeReader(newBytes))
        RawTreeReader.skipCommonStart(&olds, &news)
        var (old, new) = (try olds.next(), try news.next())
        while old != nil || new != nil {
          let order = Self.order(old, new)
          if order == 0, let before = old, let after = new {
            if before.hasSameContent(as: after) {
              RawTreeReader.skipCommonStart(&olds, &news)
            } else {
              try report(before, after, in: pair, body)
            }
            (old, new) = (try olds.next(), try news.next())
          } else if order < 0 {
            try report(old, nil, in: pair, body)
            old = try olds.next()
          } else {
            try report(nil, new, in: pair, body)
            new = try news.next()
          }
        }
      }
    }
  }

  private static func order(_ old: RawTreeEntry?, _ new: RawTreeEntry?) -> Int32 {
    guard let old else { return 1 }
    guard let new else { return -1 }
    return old.order(against: new)
  }

  // Entries of one name are either both folders or both files: the order of entries keeps the two apart.
  private mutating func report(
    _ old: RawTreeEntry?, _ new: RawTreeEntry?, in pair: Pair, _ body: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    guard let entry = old ?? new else { return }
    seen += 1
    var path = pair.prefix
    path.append(contentsOf: entry.name)
    try budget.check(entries: seen, pathBytes: path.count, depth: pair.depth)
    if entry.isFolder {
      path.append(UInt8(ascii: "/"))
      waiting.append(Pair(old: old?.id, new: new?.id, prefix: path, depth: pair.depth + 1))
    } else {
      try body(TreeChange(path: RepoPath(bytes: path), old: Self.side(old), new: Self.side(new)))
    }
  }

  private static func side(_ entry: RawTreeEntry?) -> TreeChange.Side? {
    guard let entry, let mode = FileMode(stored: entry.mode) else { return nil }
    return TreeChange.Side(mode: mode, id: entry.id)
  }
}

extension Repository {
  /// What changed between two trees, sorted by path; nil stands for an empty tree.
  package func changes(
    from old: ObjectID?, to new: ObjectID?, budget: TreeBudget = TreeBudget()
  ) throws(GitError) -> [TreeChange] {
    var changes: [TreeChange] = []
    try TreeComparison.compare(old, new, budget: budget, read: rawTree) { changes.append($0) }
    // A file that took a folder's place, or the reverse, differs in path; one path cannot come twice.
    return changes.sorted { $0.path < $1.path }
  }
}
