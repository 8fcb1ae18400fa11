package import Diagnostics

/// What `redirects.yaml` keeps of addresses that were published once: where records went, and which are gone for good.
///
/// It is what remains when Git forgets: after a squash, a rewritten history or in a shallow clone.
package struct RedirectLedger: WorkspaceRecord {
  /// A record that lies elsewhere now.
  package struct Move: Sendable {
    /// Where it lay.
    package var from: Located<RepoPath>
    /// Where it went.
    package var to: Located<RepoPath>
    package var on: Day?

    init?(_ fields: inout FieldReader) {
      let from = fields.path("from")
      let to = fields.path("to")
      on = fields.day("on")
      guard let from, let to else { return nil }
      (self.from, self.to) = (from, to)
    }
  }

  /// A record that was removed and is not coming back.
  package struct Tombstone: Sendable {
    /// Where it lay.
    package var path: Located<RepoPath>
    package var on: Day?
    /// Why it went, for whoever comes by an old link.
    package var reason: String?

    init?(_ fields: inout FieldReader) {
      let path = fields.path("path")
      on = fields.day("on")
      reason = fields.text("reason")
      guard let path else { return nil }
      self.path = path
    }
  }

  /// The one place where it may lie.
  package static let path: RepoPath = "redirects.yaml"

  package var source: RecordSource
  package var moved: [Move]
  package var gone: [Tombstone]

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    moved = fields.records("moved", owner: "move", read: Move.init)
    gone = fields.records("gone", owner: "tombstone", read: Tombstone.init)
  }

  /// Every path that an entry names.
  var paths: Set<RepoPath> { Set(moved.flatMap { [$0.from.value, $0.to.value] } + gone.map(\.path.value)) }

  /// The entries that name only paths of which a reader may know.
  func visible(_ sees: (RepoPath) -> Bool) -> RedirectLedger {
    var kept = self
    kept.source.fields = nil
    kept.moved = moved.filter { sees($0.from.value) && sees($0.to.value) }
    kept.gone = gone.filter { sees($0.path.value) }
    return kept
  }
}

extension FieldReader {
  /// The path of a file within the workspace, which must be there.
  fileprivate mutating func path(_ name: String) -> Located<RepoPath>? {
    guard let node = node(name, required: true) else { return nil }
    guard let text = node.text, RepoPath(text).isSafeToWrite else {
      reportWrongType(
        node, name, expected: "the path of a file within the workspace",
        help: "write it as in customers/acme/profile.md"
      )
      return nil
    }
    return Located(RepoPath(text), at: node.range(in: file))
  }
}
