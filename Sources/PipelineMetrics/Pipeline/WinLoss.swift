internal import Diagnostics
internal import WorkspaceModel

/// The wins and losses of a period, told apart by why they were or against whom.
package struct WinLoss: Sendable {
  /// What wins and losses are told apart by.
  package enum Feature: String, Hashable, Sendable, CaseIterable { case reason, competitor }

  /// The deals that share a reason or a competitor.
  package struct Line: Sendable {
    /// Reason code or battlecard slug; nil for deals without one, and for all deals together.
    package let key: String?
    package let won: Metric
    package let lost: Metric
    /// Worth on closing.
    package let wonAmount: Metric
    /// Worth on closing.
    package let lostAmount: Metric
    /// won / (won + lost).
    package let rate: Metric

    /// How many closed.
    package var n: Int { rate.n }
  }

  package let feature: Feature
  package let period: MetricPeriod
  /// The most losses first, then the most deals; those without reason or competitor last.
  package let lines: [Line]
  /// All deals that closed in the period, each once.
  package let all: Line

  /// The deals that closed in a period, up to the clock's day; one against several competitors is in several lines.
  package init(
    _ lives: DealLives, by feature: Feature, during period: MetricPeriod, scope: MetricScope = .all,
    mode: OutcomeMode = .final
  ) {
    let outcomes = Outcomes(lives, in: scope, during: period, mode: mode)
    var groups: [String?: WinLossTally] = [:]
    var all = WinLossTally()
    for entry in outcomes.entries {
      all.take(entry, lives)
      for key in Self.keys(of: entry.life, by: feature) { groups[key, default: WinLossTally()].take(entry, lives) }
    }
    for life in outcomes.undated {
      all.leaveOut(life)
      for key in Self.keys(of: life, by: feature) { groups[key, default: WinLossTally()].leaveOut(life) }
    }
    self.feature = feature
    self.period = period
    let words = WinLossWords(
      feature: feature, period: period, mode: mode, reason: outcomes.reason ?? "no deal closed in \(period.name)")
    lines = groups.map { $0.value.line($0.key, lives, words) }.sorted(by: Self.stands)
    self.all = all.line(nil, lives, words.ofAll)
  }

  private static func keys(of life: DealLife, by feature: Feature) -> [String?] {
    switch feature {
    case .reason: return [life.reasonCode]
    case .competitor:
      var seen: Set<String> = []
      let names = life.competitors.filter { seen.insert($0).inserted }
      return names.isEmpty ? [nil] : names
    }
  }

  private static func stands(_ left: Line, before right: Line) -> Bool {
    guard let one = left.key, let other = right.key else { return left.key != nil && right.key == nil }
    if left.lost.n != right.lost.n { return left.lost.n > right.lost.n }
    return left.n == right.n ? one < other : left.n > right.n
  }
}

/// How the figures of a line are defined.
struct WinLossWords {
  let feature: WinLoss.Feature
  let period: MetricPeriod
  let mode: OutcomeMode
  /// Why there is nothing to tell.
  let reason: String
  private var isAll = false

  init(feature: WinLoss.Feature, period: MetricPeriod, mode: OutcomeMode, reason: String) {
    self.feature = feature
    self.period = period
    self.mode = mode
    self.reason = reason
  }

  /// The same for all deals together.
  var ofAll: WinLossWords {
    var words = self
    words.isAll = true
    return words
  }

  /// "lost_by_reason", "win_rate_by_competitor"; without the feature for all deals.
  func id(_ name: String) -> String { isAll ? name : "\(name)_by_\(feature.rawValue)" }

  /// What a figure counts, in a sentence.
  func sentence(_ figure: String, _ key: String?) -> String {
    let which =
      switch (feature, key) {
      case _ where isAll: ""
      case (.reason, let key?): " for the reason \(key)"
      case (.reason, nil): " without a reason"
      case (.competitor, let key?): " against \(key), alone or among others"
      case (.competitor, nil): " without a competitor"
      }
    return "\(figure) of deals closed in \(period.name)\(which); \(mode.words)"
  }
}

/// Gathers the deals of one line.
struct WinLossTally {
  private var won = Evidence()
  private var lost = Evidence()
  private var both = Evidence()
  private var wonAmount = Evidence()
  private var lostAmount = Evidence()
  private var sums: (won: MoneySum, lost: MoneySum) = (MoneySum(), MoneySum())

  /// Takes a win or a loss.
  mutating func take(_ entry: Outcomes.Entry, _ lives: DealLives) {
    let (record, commits) = (entry.life.record, entry.closing.commits)
    both.use(record, entry.closing.isWon ? "won" : "lost", entry.amount, commits: commits)
    if entry.closing.isWon {
      won.use(record, "won", entry.amount, commits: commits)
    } else {
      lost.use(record, "lost", entry.amount, commits: commits)
    }
    guard let amount = entry.amount else {
      let why = lives.whyUnpriced(entry.closing.amount)
      if entry.closing.isWon { wonAmount.leaveOut(record, why) } else { lostAmount.leaveOut(record, why) }
      return
    }
    if entry.closing.isWon {
      sums.won.add(amount)
      wonAmount.use(record, "won", amount, commits: commits)
    } else {
      sums.lost.add(amount)
      lostAmount.use(record, "lost", amount, commits: commits)
    }
  }

  /// Notes a deal that closed on an unknown day.
  mutating func leaveOut(_ life: DealLife) {
    let reason = "closed on an unknown day"
    both.leaveOut(life.record, reason)
    if life.stages.last == "closed_won" {
      won.leaveOut(life.record, reason)
      wonAmount.leaveOut(life.record, reason)
    } else {
      lost.leaveOut(life.record, reason)
      lostAmount.leaveOut(life.record, reason)
    }
  }

  /// The finished line.
  func line(_ key: String?, _ lives: DealLives, _ words: WinLossWords) -> WinLoss.Line {
    func count(_ evidence: Evidence, _ name: String) -> Metric {
      evidence.metric(
        MetricDefinition(words.id("\(name)_deals"), "\(name.capitalizedASCII) deals", words.sentence("number", key)),
        .deals, both.inputs.isEmpty ? .unknown(words.reason) : .count(evidence.inputs.count))
    }
    func amount(_ evidence: Evidence, _ sum: MoneySum, _ name: String) -> Metric {
      let isUnpriced = evidence.inputs.isEmpty && !evidence.leftOut.isEmpty
      return evidence.metric(
        lives.definition(
          words.id("\(name)_value"), "\(name.capitalizedASCII) value",
          words.sentence("sum of the amounts on closing", key)),
        .money,
        both.inputs.isEmpty
          ? .unknown(words.reason) : isUnpriced ? .unknown("no amount is known") : sum.value(orUnknown: ""))
    }
    return WinLoss.Line(
      key: key, won: count(won, "won"), lost: count(lost, "lost"), wonAmount: amount(wonAmount, sums.won, "won"),
      lostAmount: amount(lostAmount, sums.lost, "lost"),
      rate: both.metric(
        MetricDefinition(words.id("win_rate"), "Win rate", words.sentence("won / (won + lost)", key)), .share,
        Ratio(won.inputs.count, of: both.inputs.count).map(MetricValue.ratio) ?? .unknown(words.reason)))
  }
}

extension String {
  /// With a capital in front.
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
