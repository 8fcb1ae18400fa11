internal import Diagnostics
internal import WorkspaceModel

/// A claim that is bound to data has a value that the data can bear out.
struct ClaimNotComparable: Check {
  let id = "claim-not-comparable"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.warning
  let rule = "a claim with a metric has one number in ours that can be compared with it, or no ours at all"
  let rationale =
    "A claim that looks bound to its source and is compared with nothing is trusted more than it deserves."
  let examples = [
    CheckExample(
      """
      === sales-toolkit/battlecards/kilovane.md
      ---
      claims:
        - {topic: Win rate, ours: ▶most of them, metric: win_rate}
        - {topic: Share won, ours: ▶between 50 % and 60 %, metric: win_rate}
        - {topic: Wins, ours: ▶"45,000 EUR", metric: win_rate}
        - {topic: Fresh rate, ours: ▶60 %, metric: win_rate period=this_week}
      ---
      """, setting: .figures),
    CheckExample(
      """
      === sales-toolkit/battlecards/kilovane.md
      ---
      claims:
        - {topic: Win rate, ours: 62 % of 13 deals, metric: win_rate}
        - {topic: Share won, metric: win_rate}
        - {topic: Rate, ours: most of them}
      ---
      """, setting: .figures),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    BoundClaim.all(in: input).compactMap { bound in
      guard bound.figure.comparison(with: bound.typed) == nil else { return nil }
      if case .unknown = bound.figure.value {
        return finding(
          "claim about '\(bound.claim.topic)' says '\(bound.typed)', the data say \(bound.figure.text)",
          at: bound.range,
          help: "leave 'ours' out until there is a figure, or take the metric away and name another source")
      }
      return finding(
        "claim about '\(bound.claim.topic)' has no one number to compare with \(bound.query.text), which is "
          + bound.figure.sentence, at: bound.range,
        help: "write one number of that kind, or leave 'ours' out: the page then tells the live figure")
    }
  }
}

extension CheckExample.Setting {
  /// A workspace of which some figures are known.
  static var figures: CheckExample.Setting {
    var setting = CheckExample.Setting()
    func money(_ amount: Int) -> Money { Money(Decimal4(amount), currency: "EUR", kind: .arr) }
    setting.figures = FigureValues([
      MetricQuery("win_rate"): FigureValue(.share(Decimal4(8), of: Decimal4(13)), text: "61.5 % (n = 13)", n: 13),
      MetricQuery("win_rate competitor=kilovane"): FigureValue(
        .share(Decimal4(3), of: Decimal4(4)), text: "3 of 4", n: 4),
      MetricQuery("win_rate period=this_week"): FigureValue(
        .unknown("no deal closed in this week"), text: "unknown (no deal closed in this week)", n: 0),
      MetricQuery("average_deal_size"): FigureValue(.amounts([money(45_333)]), text: "45 kEUR ARR (n = 12)", n: 12),
      MetricQuery("sales_cycle"): FigureValue(.number(Decimal4(93), isDays: true), text: "93 days (n = 12)", n: 12),
      MetricQuery("coverage"): FigureValue(
        .multiple(Decimal4(170_000), of: Decimal4(85_000)), text: "2.0× (n = 4)", n: 4),
    ]) { _ in true }
    return setting
  }
}
