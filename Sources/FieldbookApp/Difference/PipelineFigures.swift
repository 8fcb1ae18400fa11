internal import PipelineMetrics
internal import WorkspaceModel

/// Sums of a workspace's deals that a comparison tells, by currency and kind.
struct PipelineFigures {
  /// In the order in which they are told.
  static let names = ["Open pipeline", "Weighted pipeline", "Won"]

  private var sums: [String: [MoneySum.Unit: Decimal4]] = [:]
  private var openDeals = 0
  private var unknownAmounts = 0

  /// Adds up the deals of a workspace.
  init(_ workspace: Workspace) {
    var (open, weighted, won) = (MoneySum(), MoneySum(), MoneySum())
    let today = Day(number: 0)
    for deal in workspace.deals {
      if deal.isOpen {
        open.add(deal.amount)
        openDeals += 1
        let standing = DealStanding(
          deal, workflow: workspace.workflow(for: deal), interactions: [], contacts: [], today: today)
        if let money = deal.amount, let odds = standing.probability {
          weighted.add(Money(money.amount * odds, currency: money.currency, kind: money.kind))
        }
      } else if deal.stage == "closed_won" {
        won.add(deal.amount)
      }
    }
    unknownAmounts = open.unknown
    for (name, sum) in zip(Self.names, [open, weighted, won]) {
      sums[name] = Dictionary(sum.sums.map { ($0.unit, $0.amount) }) { first, _ in first }
    }
  }

  /// The sums of one name by unit.
  subscript(name: String) -> [MoneySum.Unit: Decimal4] { sums[name] ?? [:] }

  /// Counts beside the sums.
  static func counts(_ old: PipelineFigures, _ new: PipelineFigures) -> [(name: String, old: Int, new: Int)] {
    [
      ("Open deals", old.openDeals, new.openDeals),
      ("Open deals without an amount", old.unknownAmounts, new.unknownAmounts),
    ]
  }

  /// A sum that differs, in words.
  static func figure(
    _ name: String, _ unit: MoneySum.Unit, from old: Decimal4, to new: Decimal4
  ) -> WorkspaceDifference.Figure {
    let kind = unit.kind.map { " " + ($0 == .oneTime ? "one-time" : $0.rawValue.uppercased()) } ?? ""
    return WorkspaceDifference.Figure(
      name: name, old: ChangeFormat.number(old), new: "\(ChangeFormat.number(new)) \(unit.currency)\(kind)",
      note: ChangeFormat.change(from: old, to: new))
  }
}
