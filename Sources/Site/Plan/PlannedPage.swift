internal import Diagnostics

/// The parts of the site that the side navigation leads to.
package enum SiteSection: String, CaseIterable, Sendable {
  case home, changes, customers, deals, pipeline, pulse, reports
  case battlecards, playbooks, templates, training, security, toolkit
  case people, workflows, rules, agents, integrations, compliance, access, health, pages
}

/// A page that will be made: where it goes and how its model comes about.
struct PlannedPage: Sendable {
  /// Ends in a slash: "/customers/acme/".
  let address: String
  /// The entry of the side navigation that is current on it.
  let section: SiteSection
  /// The file that it is made from; `index.md` and `index.json` stand beside such a page.
  let source: RepoPath?
  /// Works the model out; called on any thread, once.
  let model: @Sendable (SiteReading) -> any PageModel

  init(
    _ address: String, _ section: SiteSection, source: RepoPath? = nil,
    model: @escaping @Sendable (SiteReading) -> any PageModel
  ) {
    self.address = address
    self.section = section
    self.source = source
    self.model = model
  }
}
