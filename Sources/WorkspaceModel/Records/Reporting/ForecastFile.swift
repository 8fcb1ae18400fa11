package import Diagnostics

/// A forecast that was frozen at a moment, deal by deal (domain 2.2: snapshots for forecasts).
package struct ForecastFile: WorkspaceRecord {
  /// A deal with what it was then.
  package struct Entry: Hashable, Sendable {
    /// "customer/deal".
    package var deal: String
    package var category: Deal.Category
    /// Nil when it had none.
    package var amount: Money?

    /// A deal by its parts.
    package init(deal: String, category: Deal.Category, amount: Money?) {
      self.deal = deal
      self.category = category
      self.amount = amount
    }

    /// Where the deal lies when it is a Markdown file.
    package var path: RepoPath? {
      let parts = deal.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
      return RepoPath("customers/\(parts[0])/deals/\(parts[1]).md")
    }
  }
  /// A number that somebody put in the place of the commit.
  package struct Override: Hashable, Sendable {
    package var amount: Money
    package var reason: String
  }

  package var source: RecordSource
  /// "2026-Q3".
  package var period: String?
  /// The moment that it stands for.
  package var asOf: Instant?
  /// Hash of the commit that was read.
  package var commit: String?
  /// In the order of the file.
  package var entries: [Entry]
  package var override: Override?
  /// What ``contentDigest`` was when it was frozen.
  package var digest: String?

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    period = fields.text("period", required: true)
    asOf = fields.instant("as_of", required: true)
    commit = fields.text("commit")
    entries = fields.records("deals", owner: "forecast deal") { entry in
      let deal = entry.text("deal", required: true)
      let category = entry.choice("category", Deal.Category.self, required: true)
      let amount = entry.money("amount")
      guard let deal, let category else { return nil }
      return Entry(deal: deal, category: category, amount: amount)
    }
    override = fields.record("override", owner: "override") { call in
      let reason = call.text("reason", required: true)
      let amount = call.money("amount")
      guard let amount, let reason else { return nil }
      return Override(amount: amount, reason: reason)
    }
    digest = fields.text("digest")
  }

  /// A hash of what is measured against it, whatever the file looks like.
  package var contentDigest: String { Self.digest(period: period, asOf: asOf, entries, override) }

  /// A hash of period, moment, categories and amounts; it tells mistakes from sound files and guards against nobody who
  /// wants to cheat.
  ///
  /// Names of deals are no part of it: whoever renames a customer renames it here as well, and falsifies nothing. That
  /// two deals were exchanged is for history to say, see `fieldbook forecast --verify`.
  package static func digest(period: String?, asOf: Instant?, _ entries: [Entry], _ override: Override? = nil) -> String
  {
    func text(_ money: Money?) -> String {
      money.map { "\($0.amount.text) \($0.currency) \($0.kind?.rawValue ?? "")" } ?? "no amount"
    }
    var hash = StableHash()
    hash.combine((period ?? "").utf8)
    hash.combine((asOf.map { String($0.seconds) } ?? "").utf8)
    for line in entries.map({ "\($0.category.rawValue): \(text($0.amount))" }).sorted() { hash.combine(line.utf8) }
    if let override {
      hash.combine(text(override.amount).utf8)
      hash.combine(override.reason.utf8)
    }
    return hash.hex
  }
}
