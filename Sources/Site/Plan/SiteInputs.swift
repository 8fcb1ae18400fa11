package import WorkspaceModel

/// What the caller knows of a site beside its records and its clock.
package struct SiteInputs: Sendable {
  /// A name that somebody gave to a moment of the history.
  package struct Tag: Sendable {
    package var name: String
    /// Place of the commit in ``Timeline/commits``.
    package var commit: Int

    /// A name and the place of its commit.
    package init(_ name: String, commit: Int) {
      self.name = name
      self.commit = commit
    }
  }

  /// Names of moments that comparisons are made from; the newest twelve count.
  package var tags: [Tag]
  /// Where a branch that is under review left the one it goes to; nil for an ordinary site.
  package var review: Tag?
  /// Said on every page while the site shows the past: "As of 31 Mar 2026 · commit abc1234".
  package var ribbon: String?
  /// Where the site will stand, "https://fieldbook.example/"; nil keeps every address relative.
  package var baseURL: String?
  /// Minutes east of UTC where the workspace is at home at a moment, given in seconds; nil takes each writer's own.
  package var offsetMinutes: (@Sendable (Int) -> Int)?
  /// How each rule stands that is looked at every day, by its id; nil when nobody looked.
  let standings: Once<[String: RuleStanding]>?

  /// What assistants may know of the same; nil when that is all of it.
  package var assistants: VisibleWorkspace?

  /// Leaves out what is not known.
  package init(
    tags: [Tag] = [], review: Tag? = nil, ribbon: String? = nil, baseURL: String? = nil,
    offsetMinutes: (@Sendable (Int) -> Int)? = nil, ruleStandings: (@Sendable () -> [String: RuleStanding])? = nil
  ) {
    standings = ruleStandings.map { Once($0) }
    self.tags = tags
    self.review = review
    self.ribbon = ribbon
    self.baseURL = baseURL
    self.offsetMinutes = offsetMinutes
  }
}
