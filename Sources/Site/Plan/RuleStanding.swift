/// How a rule that is looked at every day stands among the records that an audience may see.
package struct RuleStanding: Sendable {
  /// A subject that could not be judged.
  package struct Unknown: Sendable {
    /// "acme", "acme/rollout".
    package var subject: String
    /// "health_score: insufficient data".
    package var reason: String

    /// A subject and why nobody can tell.
    package init(subject: String, reason: String) {
      self.subject = subject
      self.reason = reason
    }
  }

  /// Subjects that were looked at.
  package var looked: Int
  /// In order.
  package var unknown: [Unknown]

  /// A standing by its parts.
  package init(looked: Int, unknown: [Unknown]) {
    self.looked = looked
    self.unknown = unknown
  }
}
