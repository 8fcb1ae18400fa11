/// An account: the organisation that buys, bought or might buy (domain: account).
package struct Customer: WorkspaceRecord {
  /// Where the relation stands as a whole.
  package enum Lifecycle: String, CaseIterable, Sendable { case prospect, customer, former, partner }
  /// What an account that bought is going through.
  package enum AccountStage: String, CaseIterable, Sendable { case onboarding, success, expansion, renewal, churned }
  /// Size class that targets and comparisons are made for.
  package enum Segment: String, CaseIterable, Sendable { case enterprise, midMarket = "mid_market", smb }
  /// How much attention the account gets.
  package enum Tier: String, CaseIterable, Sendable { case strategic, key, standard }
  /// How the account first came to us.
  package enum Origin: String, CaseIterable, Sendable { case inbound, outbound, referral, partner, event }

  /// Agreed outcomes and the last answer to "would you recommend us".
  package struct Success: Sendable {
    /// Net promoter score, −100 to 100.
    package var nps: Int?
    /// When the score was asked.
    package var npsOn: Day?
    /// Success criteria agreed with the customer.
    package var criteriaAgreed: Int?
    /// How many of them are met.
    package var criteriaMet: Int?
  }

  package var source: RecordSource
  /// Name in use.
  package var name: String
  /// Name in contracts.
  package var legalName: String?
  /// Other names people write.
  package var aliases: [String]
  /// Mail domains that belong to nobody else.
  package var domains: [String]
  /// Slug of the customer it belongs to.
  package var parent: String?
  /// Branch of trade.
  package var industry: String?
  /// Headcount.
  package var employees: Int?
  /// ISO 3166 alpha-2 code.
  package var country: String?
  package var segment: Segment?
  package var tier: Tier?
  package var lifecycle: Lifecycle?
  package var accountStage: AccountStage?
  /// Person ids by role: ae, csm, se.
  package var owners: [(role: String, person: String)]
  /// Recurring value per year.
  package var arr: Money?
  package var contractStart: Day?
  package var contractEnd: Day?
  package var renewalOn: Day?
  /// Days of notice before the contract ends.
  package var noticeDays: Int?
  package var autoRenew: Bool?
  /// Sites under contract.
  package var sitesContracted: Int?
  /// Seats under contract.
  package var seatsPurchased: Int?
  package var success: Success?
  /// The states that the account went through, in the order of the file.
  package var accountHistory: [AccountVisit]
  /// What the account reached on the way, in the order of the file.
  package var milestones: [Milestone]
  /// When the customer gave notice.
  package var cancellationNoticeOn: Day?
  package var churnedOn: Day?
  package var churnReason: String?
  package var origin: Origin?
  /// When somebody last made sure that the profile is right.
  package var reviewedOn: Day?
  package var tags: [String]
  /// Whether the customer does not want to be told of to assistants.
  package var noAI: Bool?
  /// Ids in other systems, by system.
  package var externalIDs: [(system: String, id: String)]

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    name = fields.text("name") ?? source.title
    legalName = fields.text("legal_name")
    aliases = fields.texts("aliases")
    domains = fields.texts("domains")
    parent = fields.text("parent")
    industry = fields.text("industry")
    employees = fields.integer("employees", in: 0...10_000_000)
    country = fields.text("country")
    segment = fields.choice("segment", Segment.self)
    tier = fields.choice("tier", Tier.self)
    lifecycle = fields.choice("lifecycle", Lifecycle.self)
    accountStage = fields.choice("account_stage", AccountStage.self)
    owners =
      fields.record("owners", owner: "owners") { owners in
        ["ae", "csm", "se", "sdr", "manager"].compactMap { role in owners.text(role).map { (role, $0) } }
      } ?? []
    arr = fields.money("arr")
    contractStart = fields.day("contract_start")
    contractEnd = fields.day("contract_end")
    renewalOn = fields.day("renewal_on")
    noticeDays = fields.integer("notice_days", in: 0...1000)
    autoRenew = fields.flag("auto_renew")
    sitesContracted = fields.integer("sites_contracted", in: 0...10_000_000)
    seatsPurchased = fields.integer("seats_purchased", in: 0...10_000_000)
    success = fields.record("success", owner: "success") { success in
      Success(
        nps: success.integer("nps", in: -100...100), npsOn: success.day("nps_on"),
        criteriaAgreed: success.integer("criteria_agreed", in: 0...1000),
        criteriaMet: success.integer("criteria_met", in: 0...1000))
    }
    accountHistory = fields.accountHistory()
    milestones = fields.milestones()
    cancellationNoticeOn = fields.day("cancellation_notice_on")
    churnedOn = fields.day("churned_on")
    churnReason = fields.text("churn_reason")
    origin = fields.choice("source", Origin.self)
    reviewedOn = fields.day("reviewed_on")
    tags = fields.texts("tags")
    noAI = fields.flag("no_ai")
    externalIDs = fields.externalIDs()
  }

  /// Person id of an owner by role.
  package func owner(_ role: String) -> String? { owners.first { $0.role == role }?.person }
}

extension FieldReader {
  /// Ids in other systems: any system name, always text.
  mutating func externalIDs() -> [(system: String, id: String)] {
    guard let node = node("external_ids") else { return [] }
    guard let entries = node.entries else {
      reportWrongType(node, "external_ids", expected: "a mapping of system to id")
      return []
    }
    return entries.compactMap { entry in
      guard let id = entry.value.text else { return nil }
      reportAmbiguity(entry.value)
      return (entry.key, id)
    }
  }
}
