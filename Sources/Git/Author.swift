/// Who wrote a commit.
package struct Author: Hashable, Sendable {
  /// The name as in the commit.
  package var name: String
  /// The mail address as in the commit.
  package var email: String

  /// Somebody by name and address.
  package init(name: String, email: String) {
    self.name = name
    self.email = email
  }
}
