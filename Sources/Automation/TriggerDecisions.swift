package import Diagnostics
package import WorkspaceModel

/// What a run decided, and what it looked at on the way.
package struct TriggerDecisions: Sendable {
  /// What becomes of one episode.
  package struct Change: Sendable {
    /// What happened.
    package enum Kind: String, Sendable {
      case opened, pending, resolved, expired, silenced, inhibited, escalated, removed, acknowledged
    }
    package var kind: Kind
    /// As it is afterwards.
    package var episode: Episode
    /// Whether the file is new.
    package var isNew: Bool
  }

  /// What became of the subjects of one rule.
  package struct Tally: Sendable {
    package var rule: String
    /// Subjects or events that were looked at.
    package var looked = 0
    package var held = 0
    /// Subjects that could not be judged, with the reason, in order.
    package var unknown: [(subject: String, reason: String)] = []
    /// Events within an episode or its quiet time.
    package var again = 0
    /// Subjects whose last episode closed too recently.
    package var cooling = 0
    /// Phrases that were turned around.
    package var negated = 0
    /// Phrases that were only thought of.
    package var supposed = 0
    /// Phrases that somebody else said.
    package var otherSpeaker = 0
    /// New episodes that nobody may see all evidence of.
    package var withheld = 0
    /// How many episodes it wanted to open, when that was too many.
    package var overLimit: Int?
  }

  /// In the order of rules, then of subjects.
  package var changes: [Change] = []
  /// In the order of rules.
  package var tallies: [Tally] = []
  /// Files to write or take away, in the order of paths.
  package var writes: [FileWrite] = []
  /// Rules that were not looked at.
  package var unread: [RuleSet.Unread] = []
  /// Events that were looked at and led to nothing: they are not news any more, which a commit has to say.
  package var spent = 0
  /// Whether nothing may be written, since a rule that waits for events would open too many episodes.
  package var isStopped = false

  /// When time alone may change something again; nil before anything was decided.
  package var deadline: Instant?

  /// Whether there is anything to commit.
  package var isEmpty: Bool { writes.isEmpty && spent == 0 }
}

/// A file that a run writes; what it was before is read from the commit that it goes onto.
package struct FileWrite: Hashable, Sendable {
  /// What becomes of the file.
  package enum Content: Hashable, Sendable {
    case created(String)
    /// Fields of the front matter or document that get these lines.
    case edited([FieldEdit])
    /// A patch of another file.
    case proposed(ForecastProposal)
    case removed
  }
  package var path: RepoPath
  package var content: Content

  /// A write by its parts.
  package init(_ path: RepoPath, _ content: Content) {
    self.path = path
    self.content = content
  }
}
