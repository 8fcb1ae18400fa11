internal import Diagnostics
package import PipelineMetrics
package import WorkspaceModel

/// The periods that reports may be asked for, by name.
package enum ReportPeriods {
  /// Names without a number in them.
  package static let names = [
    "today", "yesterday", "this_week", "last_week", "this_month", "last_month", "this_quarter", "last_quarter",
    "this_year", "last_year", "last_7_days", "last_14_days", "last_28_days", "last_90_days", "last_365_days",
    "next_working_day",
  ]

  /// The period of a name on a day: one of ``names``, `last_<n>_days`, `2026-Q1`, `2026-03`, `2026` or a day; nil when
  /// unknown.
  package static func period(_ text: String, on today: Day, settings: Settings) -> MetricPeriod? {
    let name = text.lowercased().split { $0 == "-" || $0 == " " }.joined(separator: "_")
    switch name {
    case "today": return MetricPeriod(today, until: today.adding(days: 1), name: name)
    case "yesterday": return MetricPeriod(today.adding(days: -1), until: today, name: name)
    case "next_working_day":
      let next = settings.workingTime.workingDay(after: today)
      return MetricPeriod(next, until: next.adding(days: 1), name: name)
    case "this_week", "last_week":
      let start = settings.weekStart.start(of: today).adding(days: name == "last_week" ? -7 : 0)
      return MetricPeriod(start, until: start.adding(days: 7), name: name)
    case "this_month": return month(of: today, settings)
    case "last_month":
      return month(of: today, settings).flatMap { month(of: $0.eve, settings) }
    case "this_quarter": return MetricPeriod.quarter(of: today, settings: settings)
    case "last_quarter":
      return MetricPeriod.quarter(of: today, settings: settings)
        .flatMap { MetricPeriod.quarter(of: $0.eve, settings: settings) }
    case "next_quarter":
      return MetricPeriod.quarter(of: today, settings: settings)
        .flatMap { MetricPeriod.quarter(of: $0.end, settings: settings) }
    case "this_year": return year(of: today, settings)
    case "last_year": return year(of: today, settings).flatMap { year(of: $0.eve, settings) }
    default: break
    }
    let parts = name.split(separator: "_")
    if parts.count == 3, parts[0] == "last", parts[2] == "days", let days = Int(parts[1]), (1...3660).contains(days) {
      return .last(days, through: today)
    }
    if let day = Day(iso: text) { return MetricPeriod(day, until: day.adding(days: 1), name: text) }
    return MetricPeriod(text.uppercased(), settings: settings)
  }

  /// The name that a misspelt one most likely stands for.
  package static func nearest(to name: String) -> String? { NearestWord.to(name, among: names) }

  private static func month(of day: Day, _ settings: Settings) -> MetricPeriod? {
    MetricPeriod(String(day.iso.prefix(7)), settings: settings)
  }

  private static func year(of day: Day, _ settings: Settings) -> MetricPeriod? {
    for year in [day.parts.year, day.parts.year - 1] {
      let text = String(Day(year: year, month: 1, day: 1)?.iso.prefix(4) ?? "")
      if let period = MetricPeriod(text, settings: settings), period.contains(day) { return period }
    }
    return nil
  }
}
