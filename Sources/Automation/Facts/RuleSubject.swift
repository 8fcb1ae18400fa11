/// What an episode is about: an account, a deal of it, or one interaction.
package struct RuleSubject: Hashable, Sendable, Comparable {
  /// Customer slug.
  package var account: String
  /// Deal slug.
  package var deal: String?
  /// Slug of an interaction, where each is an episode of its own.
  package var interaction: String?

  /// A subject by its parts.
  package init(account: String, deal: String? = nil, interaction: String? = nil) {
    self.account = account
    self.deal = deal
    self.interaction = interaction
  }

  /// Reads `norrvik-foods`, `norrvik-foods/ledger` or `norrvik-foods#2026-10-12-call`.
  package init(_ text: String) {
    let halves = text.split(separator: "#", maxSplits: 1)
    let parts = (halves.first ?? "").split(separator: "/", maxSplits: 1).map(String.init)
    self.init(
      account: parts.first ?? "", deal: parts.count > 1 ? parts[1] : nil,
      interaction: halves.count > 1 ? String(halves[1]) : nil)
  }

  /// As files write it.
  package var text: String {
    account + (deal.map { "/\($0)" } ?? "") + (interaction.map { "#\($0)" } ?? "")
  }

  /// Orders by account, then deal, then interaction.
  package static func < (left: RuleSubject, right: RuleSubject) -> Bool {
    (left.account, left.deal ?? "", left.interaction ?? "") < (right.account, right.deal ?? "", right.interaction ?? "")
  }
}
