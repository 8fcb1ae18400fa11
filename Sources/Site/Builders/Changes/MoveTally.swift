internal import PipelineMetrics
internal import WorkspaceModel

/// Sorts what changed in a stretch of time by what it means for sales.
struct MoveTally {
  /// Ways that a record can go, in the order in which they are told.
  enum Way: Int, CaseIterable {
    case won, lost, reopened, forward, back, raised, cut, pushed, pulled, newDeal, newCustomer, gone, battlecard

    /// The heading.
    var title: String {
      switch self {
      case .won: "Won"
      case .lost: "Lost"
      case .reopened: "Re-opened"
      case .forward: "Moved forward"
      case .back: "Moved back"
      case .raised: "Amount raised"
      case .cut: "Amount cut"
      case .pushed: "Close date pushed"
      case .pulled: "Close date pulled in"
      case .newDeal: "New deals"
      case .newCustomer: "New customers"
      case .gone: "Taken out"
      case .battlecard: "Battlecards updated"
      }
    }

    /// A class name for the mark beside it.
    var tone: String {
      switch self {
      case .won, .forward, .raised, .pulled: "positive"
      case .lost, .cut, .gone: "negative"
      case .reopened, .back, .pushed: "warning"
      case .newDeal, .newCustomer, .battlecard: "info"
      }
    }
  }

  /// A record that went a way; words are made only for those that are shown.
  private struct Pending {
    let place: Int
    let moved: ChangedField?
    let amount: Money?
    let weight: Int
  }

  private var pending: [Way: [Pending]] = [:]
  private(set) var wonSum = MoneySum()
  private(set) var lostSum = MoneySum()
  /// Net change of amounts by currency.
  private(set) var net: [String: Decimal4] = [:]
  private(set) var interactions = 0
  private let site: SiteReading
  private let end: Int

  init(_ site: SiteReading, _ net: NetChanges) {
    self.site = site
    end = net.commits.upperBound - 1
    for record in net.records { add(record) }
  }

  /// How many went a way.
  func count(_ way: Way) -> Int { pending[way]?.count ?? 0 }

  /// The heaviest that went a way.
  func moves(_ way: Way, limit: Int) -> [Move] {
    let sorted = (pending[way] ?? []).sorted { left, right in
      left.weight != right.weight ? left.weight > right.weight : left.place < right.place
    }
    return sorted.prefix(limit).map { one in
      let history = site.changes.timeline.records[one.place]
      return Move(
        recordTitle: site.title(of: history),
        recordPage: site.changes.historyAddresses[one.place].map { Href($0) } ?? site.page(of: history),
        moved: one.moved, figure: one.amount.map { Format.compact($0.amount, currency: $0.currency) })
    }
  }

  private mutating func add(_ record: NetChanges.Record) {
    switch record.kind {
    case .deal: addDeal(record)
    case .customer:
      if record.isGone {
        put(.gone, record)
      } else if record.isNew, !record.isImported {
        put(.newCustomer, record)
      }
    case .interaction: if record.isNew, !record.isImported { interactions += 1 }
    case .battlecard: if !record.isGone, !record.isImported { put(.battlecard, record) }
    default: break
    }
  }

  private mutating func addDeal(_ record: NetChanges.Record) {
    let amount = site.amount(ofDeal: record.place, after: end)
    if record.isGone { return put(.gone, record, amount: amount) }
    if record.isNew {
      if !record.isImported { put(.newDeal, record, amount: amount) }
      return
    }
    let words = EventWords(site, record: site.changes.timeline.records[record.place].path)
    if let stage = record.fields["stage"], stage.isMovement, !stage.isLevel {
      addStage(stage, record, amount, words)
    }
    if let field = record.fields["amount"], field.isMovement, case .money(let old)? = field.old,
      case .money(let new)? = field.new, old.currency == new.currency, old.amount != new.amount
    {
      let difference = new.amount - old.amount
      net[new.currency] = (net[new.currency] ?? .zero) + difference
      put(
        difference > .zero ? .raised : .cut, record, row: words.row("amount", from: field.old, to: field.new),
        weight: abs(difference.tenThousandths))
    }
    if let field = record.fields["close_on"], field.isMovement, case .day(let old)? = field.old,
      case .day(let new)? = field.new, old != new
    {
      let distance = abs(new.days(since: old))
      var row = words.row("close_on", from: field.old, to: field.new)
      // The heading says which way.
      row.effects = [Badge(text: Format.count(distance, "day"), tone: new > old ? "warning" : "positive")]
      put(new > old ? .pushed : .pulled, record, row: row, weight: distance)
    }
  }

  private mutating func addStage(
    _ stage: NetChanges.Field, _ record: NetChanges.Record, _ amount: Money?, _ words: EventWords
  ) {
    guard case .text(let new)? = stage.new else { return }
    let old: String? = if case .text(let old)? = stage.old { old } else { nil }
    let row = words.row("stage", from: stage.old, to: stage.new)
    let way: Way
    if new == "closed_won" {
      way = .won
      wonSum.add(amount)
    } else if new == "closed_lost" {
      way = .lost
      lostSum.add(amount)
    } else if old == "closed_won" || old == "closed_lost" {
      way = .reopened
    } else {
      way = row.effects.contains { $0.text == "Moved back" } ? .back : .forward
    }
    var told = row
    told.effects = []
    put(way, record, row: told, amount: amount, weight: amount.map { abs($0.amount.tenThousandths) } ?? 0)
  }

  private mutating func put(
    _ way: Way, _ record: NetChanges.Record, row: ChangedField? = nil, amount: Money? = nil, weight: Int = 0
  ) {
    pending[way, default: []].append(Pending(place: record.place, moved: row, amount: amount, weight: weight))
  }
}
