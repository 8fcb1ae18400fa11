package import Diagnostics

/// What ids are called in sentences about changes; an id without a name is shown as words.
package struct ChangeNames: Sendable {
  /// A stage of the workflow of a deal.
  package var stage: @Sendable (_ id: String, _ record: RepoPath) -> String?
  /// Somebody who works here.
  package var person: @Sendable (_ id: String) -> String?
  /// Somebody at a customer.
  package var contact: @Sendable (_ id: String) -> String?
  /// A battlecard.
  package var competitor: @Sendable (_ id: String) -> String?

  /// Names by functions, all of which may know nothing.
  package init(
    stage: @escaping @Sendable (String, RepoPath) -> String? = { _, _ in nil },
    person: @escaping @Sendable (String) -> String? = { _ in nil },
    contact: @escaping @Sendable (String) -> String? = { _ in nil },
    competitor: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.stage = stage
    self.person = person
    self.contact = contact
    self.competitor = competitor
  }

  /// The names that a workspace gives.
  package init(_ workspace: Workspace) {
    let deals = Dictionary(workspace.deals.map { ($0.source.path, workspace.workflow(for: $0)) }) { first, _ in first }
    let other = workspace.workflows.first { $0.workflowID == "new-business" } ?? .standard
    let people = Dictionary(workspace.people.map { ($0.id, $0.name) }) { first, _ in first }
    let contacts = Dictionary(workspace.contacts.map { ($0.id, $0.name) }) { first, _ in first }
    let rivals = Dictionary(workspace.battlecards.map { ($0.slug, $0.title) }) { first, _ in first }
    self.init(
      stage: { (deals[$1] ?? other).stage($0)?.name }, person: { people[$0] }, contact: { contacts[$0] },
      competitor: { rivals[$0] })
  }
}
