/// Somebody who wrote a commit, named as `.mailmap` wants them named.
package struct Contributor: Hashable, Sendable {
  package var name: String
  /// The mail address; may be empty or no address at all.
  package var email: String
  /// Whether `fieldbook.yaml` lists the address as a machine's.
  package var isBot: Bool

  /// Somebody by name and address.
  package init(name: String, email: String, isBot: Bool = false) {
    self.name = name
    self.email = email
    self.isBot = isBot
  }
}

/// One commit of the official history: the first parents of the commit that is read.
package struct TimelineCommit: Hashable, Sendable {
  /// A `Key: value` line at the end of a commit message.
  package struct Trailer: Hashable, Sendable {
    package var key: String
    package var value: String

    /// A line by its two sides.
    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A commit of a side branch that a merge brought in.
  package struct SideCommit: Hashable, Sendable {
    package var id: String
    package var author: Contributor
    /// First line of the message.
    package var subject: String

    /// A commit by its parts.
    package init(id: String, author: Contributor, subject: String) {
      self.id = id
      self.author = author
      self.subject = subject
    }
  }

  /// The whole hash.
  package var id: String
  /// When it became official: the committer's time, mended so that it never decreases along the first parents.
  package var recordedAt: Instant
  /// The committer's time as the commit has it.
  package var committedAt: Instant
  /// Whether the committer's clock is more than a day off its neighbours'.
  package var isClockSuspect = false
  package var author: Contributor
  /// From `Co-authored-by:` lines and from the commits of a merged branch, without the author.
  package var coAuthors: [Contributor] = []
  /// First paragraph of the message, on one line.
  package var subject: String
  /// The rest of the message without trailers.
  package var details = ""
  package var trailers: [Trailer] = []
  /// How many commits it continues: none for a first one, two and more for a merge.
  package var parents: Int
  /// What a merge brought in, oldest first.
  package var side: [SideCommit] = []
  /// Whether `.git-blame-ignore-revs` names it: it changed the form of files and not what they say.
  package var isFormOnly = false
  /// Whether it is a bulk import: its values count, the transitions to them do not.
  package var isBaseline = false

  /// A commit with what every commit has.
  package init(
    id: String, recordedAt: Instant, committedAt: Instant, author: Contributor, subject: String, parents: Int = 1
  ) {
    self.id = id
    self.recordedAt = recordedAt
    self.committedAt = committedAt
    self.author = author
    self.subject = subject
    self.parents = parents
  }

  /// The seven characters that people say.
  package var short: String { String(id.prefix(7)) }
}
