package import Diagnostics
package import WorkspaceModel

/// What differs between two states of a workspace, and what follows from it.
package struct WorkspaceDifference: Sendable {
  /// A record that differs.
  package struct Record: Sendable {
    /// What became of it.
    package enum Change: Hashable, Sendable {
      case added, removed, changed
      /// It lies elsewhere now, perhaps with changes.
      case moved(from: RepoPath)
    }
    package var change: Change
    package var path: RepoPath
    package var kind: RecordKind
    package var title: String
    /// The customer it belongs to, by name.
    package var customer: String?
    /// Fields that differ, sorted by name; none for records that come or go.
    package var fields: [WorkspaceModel.FieldChange]
    /// The same in words, what matters most first.
    package var texts: [ChangeText]
  }

  /// A figure that differs.
  package struct Figure: Sendable {
    /// "Open pipeline, ARR".
    package var name: String
    package var old: String
    package var new: String
    /// "−18 %"; nil where that says nothing.
    package var note: String?
  }

  /// What an audience comes to see, or does not see any more, though the record itself stays.
  package struct Access: Sendable {
    package var audience: String
    package var gained: [RepoPath]
    package var lost: [RepoPath]
  }

  /// A page that answers at another address now.
  package struct Redirect: Hashable, Sendable {
    package var from: String
    package var to: String
  }

  /// How the two states are called: short hashes, or "work tree".
  package var names: (old: String, new: String)
  /// The audience that all this is told to.
  package var audienceTitle: String
  /// In the order of paths.
  package var records: [Record] = []
  package var figures: [Figure] = []
  /// Addresses of pages that come.
  package var newPages: [String] = []
  /// Addresses of pages that go without a successor.
  package var lostPages: [String] = []
  package var redirects: [Redirect] = []
  /// Alerts that come, go or change, as sentences.
  package var alerts: [String] = []
  package var access: [Access] = []
  /// Findings that were not there before, sorted by place.
  package var newFindings: [Diagnostic] = []
  /// How many findings are gone.
  package var mendedFindings = 0

  /// Whether nothing differs that this audience may know of.
  package var isEmpty: Bool { records.isEmpty && access.isEmpty }
}
