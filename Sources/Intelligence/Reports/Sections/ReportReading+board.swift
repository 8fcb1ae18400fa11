internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Net and gross retention of the last year.
  func retentionRates() -> SectionData {
    var section = SectionData("retention_rates", ["label", "value"], none: "no recurring revenue is on file")
    let year = MetricPeriod.last(365, through: today)
    let retained = RevenueRetention(workspace, sources.visible.timeline, clock: clock, during: year, scope: scope)
    for metric in [retained.net, retained.gross, retained.logoChurn] {
      section.note(metric)
      section.add(metric, metric.definition.title, ReportWords.figure(metric))
    }
    return section
  }

  /// Won of closed deals by rival over a year; small numbers as fractions.
  func competitorRates() -> SectionData {
    var section = SectionData(
      "competitors", ["competitor", "value", "n"], none: "no deal with a named rival closed in the last 365 days")
    let year = MetricPeriod.last(365, through: today)
    var record: [String: (won: Int, all: [RepoPath])] = [:]
    for life in lives.lives where !life.competitors.isEmpty {
      for closing in life.closings(through: today, mode: .final)
      where year.contains(closing.on) && lives.credits(scope, closing.owner) {
        for rival in life.competitors {
          record[rival, default: (0, [])].won += closing.isWon ? 1 : 0
          record[rival]?.all.append(life.record)
        }
      }
    }
    for (rival, entry) in record.sorted(by: {
      $0.value.all.count == $1.value.all.count ? $0.key < $1.key : $0.value.all.count > $1.value.all.count
    }) {
      let ratio = Ratio(entry.won, of: entry.all.count)
      section.add(
        entry.all, rivals([rival]),
        entry.all.count < Metric.smallNumber ? ratio.map { "won \($0.sides)" } : ratio.map { "won \($0.percent)" },
        String(entry.all.count))
    }
    return section
  }

  /// Shares of the five largest customers in recurring revenue, in each currency and kind.
  func concentration() -> SectionData {
    var section = SectionData("concentration", ["title", "share"], none: "no customer has recurring revenue on file")
    let earning = accounts.filter { $0.arr != nil }
    var total = MoneySum()
    for account in earning { total.add(account.arr) }
    let sorted = earning.sorted { left, right in
      let (one, other) = (left.arr?.amount ?? .zero, right.arr?.amount ?? .zero)
      return one == other ? left.slug < right.slug : one > other
    }
    for account in sorted {
      guard let arr = account.arr,
        let all = total.sums.first(where: { $0.unit.currency == arr.currency && $0.unit.kind == arr.kind })?.amount,
        let ratio = Ratio(arr.amount, of: all)
      else { continue }
      section.add(
        account.source.path, account.name,
        "\(ratio.percent) of \(ReportWords.money(Money(all, currency: arr.currency, kind: arr.kind)))")
    }
    section.limit(5, "customer")
    return section
  }

  /// Open tasks with high priority: what needs a decision, by whom and until when.
  func decisions() -> SectionData {
    var section = SectionData("decisions", ["due", "title", "owner"], none: "no open task has high priority")
    for (task, due) in openTasks({ _ in true }) where task.priority == .high {
      section.add(task.source.path, ChangeFormat.day(due), qualified(task.title, task.customer), name(task.owner))
    }
    section.limit(10, "task")
    return section
  }
}
