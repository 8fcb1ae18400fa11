package import Diagnostics

/// Findings that a team knows and puts up with for now, so that only new ones stop the work.
///
/// It lies in the repository, where changes to it are reviewed. Entries carry no line numbers. Secrets never become
/// entries: their fingerprint says nothing of the text, so the next secret in the file would pass as known.
package struct Baseline: Sendable, Equatable {
  /// One finding that is known.
  package struct Entry: Sendable, Hashable, Comparable {
    /// The id of the check.
    package var check: String
    /// The file.
    package var path: RepoPath
    /// See ``Fingerprint``.
    package var fingerprint: String

    /// Orders by path, then by check.
    package static func < (left: Entry, right: Entry) -> Bool {
      if left.path != right.path { return left.path < right.path }
      return (left.check, left.fingerprint) < (right.check, right.fingerprint)
    }
  }

  /// Findings told apart by a baseline.
  package struct Split: Sendable {
    /// How many findings of a check are new, and how many known.
    package struct Count: Sendable, Hashable {
      package var check: String
      package var new: Int
      package var known: Int

      /// Two numbers of a check.
      package init(check: String, new: Int = 0, known: Int = 0) {
        self.check = check
        self.new = new
        self.known = known
      }
    }

    /// Those that the baseline does not know, in the order given.
    package var new: [Diagnostic] = []
    /// Those that it knows, in the order given.
    package var known: [Diagnostic] = []
    /// Entries that nothing was found for any more.
    package var stale: [Entry] = []

    /// By check, in order of ids.
    package var counts: [Count] {
      var counts: [String: Count] = [:]
      for finding in new { counts[finding.id, default: Count(check: finding.id)].new += 1 }
      for finding in known { counts[finding.id, default: Count(check: finding.id)].known += 1 }
      return counts.values.sorted { $0.check < $1.check }
    }
  }

  /// Where it lies in a workspace.
  package static let path: RepoPath = ".fieldbook/baseline.json"

  /// What is known, sorted, each once.
  package private(set) var entries: [Entry]

  /// A baseline of some entries; none unless said otherwise.
  package init(_ entries: some Sequence<Entry> = []) {
    self.entries = Set(entries).sorted()
  }

  /// Tells new findings from known ones.
  package func applied(to findings: [Diagnostic], line: (RepoPath, Int) -> String?) -> Split {
    let known = Set(entries)
    var left = known
    var split = Split()
    for (finding, entry) in zip(findings, Self.entries(of: findings, line)) {
      if !finding.isSensitive, known.contains(entry) {
        split.known.append(finding)
        left.remove(entry)
      } else {
        split.new.append(finding)
      }
    }
    split.stale = left.sorted()
    return split
  }

  /// The baseline without what is no longer found; with `grow`, all that is found now is added.
  package func updated(from findings: [Diagnostic], line: (RepoPath, Int) -> String?, grow: Bool) -> Baseline {
    let found = zip(findings, Self.entries(of: findings, line)).filter { !$0.0.isSensitive }.map(\.1)
    return Baseline(grow ? Set(found) : Set(entries).intersection(found))
  }

  private static func entries(of findings: [Diagnostic], _ line: (RepoPath, Int) -> String?) -> [Entry] {
    zip(findings, Fingerprint.all(findings, line: line)).map { finding, fingerprint in
      Entry(check: finding.id, path: finding.range.file, fingerprint: fingerprint)
    }
  }
}
