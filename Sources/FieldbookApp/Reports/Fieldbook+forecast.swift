internal import Diagnostics
internal import Git
internal import History
internal import Site
internal import PipelineMetrics
internal import WorkspaceModel

extension Fieldbook {
  /// The forecast of a quarter as it stands at the moment that is looked at, of what the chosen audience may see.
  package func forecast(period name: String? = nil) throws(FieldbookError) -> DraftedForecast {
    let visible = try visible()
    let clock = metricClock
    let settings = visible.workspace.settings
    let named = name.flatMap { MetricPeriod($0.uppercased(), settings: settings) }
    guard let period = name == nil ? MetricPeriod.quarter(of: clock.day, settings: settings) : named,
      period.name.contains("-Q")
    else {
      throw .usage("'\(name ?? "")' is no quarter", help: "write it such as 2026-Q4, or leave out --period")
    }
    guard period.end > clock.day else {
      throw .usage(
        "\(period.name) is over on \(ChangeFormat.day(clock.day)), the day that is looked at",
        help: "a forecast is frozen while its quarter lies ahead; look at an earlier day with --as-of")
    }
    let lives = DealLives(visible.workspace, visible.timeline, clock: clock)
    let snapshot = ForecastSnapshot(lives, for: period)
    return DraftedForecast(
      period: period.name, asOf: clock.now, commit: self.snapshot.revision?.commit,
      entries: snapshot.entries.map { entry in
        let parts = entry.record.components.map { String(decoding: $0, as: UTF8.self) }
        let deal = parts.count == 4 ? "\(parts[1])/\(entry.record.stem)" : entry.record.description
        return ForecastFile.Entry(deal: deal, category: entry.category, amount: entry.amount)
      })
  }

  /// Freezes a forecast: one commit, never over one that is frozen already.
  package func save(_ forecast: DraftedForecast) throws(FieldbookError) -> SavedEdition {
    let writer = EditionWriter(
      folder: options.workspace, workspace: snapshot.folder, signature: try signature(),
      message: "Freeze the forecast of \(forecast.period)\n\n"
        + "As of \(forecast.asOf.iso), commit \(snapshot.revision?.short ?? "none (files on disk)").",
      refusal: .usage(
        "the forecast of \(forecast.period) is frozen already: \(forecast.path)",
        help: "a frozen forecast is not replaced; see it with: fieldbook forecast --verify"))
    return try writer.save(Array(forecast.file.utf8), at: forecast.path)
  }

  /// The forecasts that were frozen, each beside what history says of its moment.
  package func frozenForecasts() throws(FieldbookError) -> [FrozenForecastLine] {
    let visible = try visible()
    return FrozenForecast.all(visible.workspace, visible.timeline, clock: metricClock).map { forecast in
      FrozenForecastLine(
        path: forecast.file.source.path, period: forecast.snapshot.period.name,
        isEdited: forecast.file.digest.map { $0 != forecast.file.contentDigest },
        differences: forecast.differences.map { difference in
          "\(difference.record): the file says \(difference.inFile ?? "nothing"), history \(difference.inHistory ?? "nothing")"
        }, reason: forecast.reason)
    }
  }
}
