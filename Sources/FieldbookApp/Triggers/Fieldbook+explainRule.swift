package import Automation
internal import Diagnostics
internal import Site
package import WorkspaceModel

extension Fieldbook {
  /// Why a rule fires for a subject at a moment, or does not.
  package static func explain(
    _ options: OpenOptions, rule: String, subject: String
  ) async throws(FieldbookError) -> RuleExplanation {
    let fieldbook = try await open(triggerOptions(options, at: nil))
    let workspace = fieldbook.workspace
    let wanted = RuleSubject(subject)
    let accounts = workspace.customers.map(\.slug)
    guard accounts.contains(wanted.account) else {
      throw .usage(
        "there is no customer '\(wanted.account)'",
        help: NearestWord.to(wanted.account, among: accounts).map { "did you mean '\($0)'?" }
          ?? "write customer, or customer/deal")
    }
    let deals = workspace.deals.filter { $0.customer == wanted.account }.map(\.slug)
    if let deal = wanted.deal, !deals.contains(deal) {
      throw .usage(
        "'\(wanted.account)' has no deal '\(deal)'",
        help: NearestWord.to(deal, among: deals).map { "did you mean '\($0)'?" }
          ?? "one of: \(deals.joined(separator: ", "))")
    }
    guard let explanation = RuleExplanation(fieldbook.triggerInput(TriggerOptions()), rule: rule, subject: wanted)
    else {
      throw fieldbook.noRule(rule)
    }
    return explanation
  }

  /// The rules of a workspace and those that cannot be evaluated, with the alerts of each.
  package static func rules(
    _ options: OpenOptions
  ) async throws(FieldbookError) -> (set: RuleSet, alerts: [Alert], today: WorkspaceModel.Day) {
    var opening = triggerOptions(options, at: nil)
    opening.needsHistory = false
    let fieldbook = try await open(opening)
    return (RuleSet(fieldbook.workspace), fieldbook.workspace.alerts, fieldbook.clock.today)
  }
}
