internal import WorkspaceModel

extension SalesReading {
  /// One chart a metric, by name.
  func sparklines(_ slug: String) -> [Sparkline] {
    let byMetric = Dictionary(grouping: site.workspace.usage[slug] ?? [], by: \.metric)
    return byMetric.sorted { $0.key < $1.key }.compactMap { metric, points in
      sparkline(metric, points.filter { $0.day <= today }.sorted { $0.day < $1.day }.suffix(120))
    }
  }

  private func sparkline(_ metric: String, _ points: ArraySlice<UsagePoint>) -> Sparkline? {
    guard let first = points.first, let last = points.last else { return nil }
    let values = points.map(\.value.approximation)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    // A series that hardly moves must not look like one that leaps: the box spans at least a tenth of the highest.
    let span = max(high - low, abs(high) / 10, 0.0001)
    let length = max(1, last.day.days(since: first.day))
    let pairs = drawn(points).map { point -> (x: String, y: String) in
      let x = points.count == 1 ? 240 : Double(point.day.days(since: first.day)) / Double(length) * 240
      let y = 44 - (point.value.approximation - low) / span * 40
      return (whole(x), whole(y))
    }
    let change = change(points)
    return Sparkline(
      metric: Slug.title(of: metric), latest: reading(last), change: change?.text,
      changeTone: change?.tone ?? "neutral", points: pairs.map { "\($0.x),\($0.y)" }.joined(separator: " "),
      lastX: pairs.last?.x ?? "240", lastY: pairs.last?.y ?? "44", reading: sentence(points, first, last))
  }

  /// As many points as a line of this width can show, the last one always among them.
  private func drawn(_ points: ArraySlice<UsagePoint>) -> [UsagePoint] {
    let step = max(1, (points.count + 23) / 24)
    return points.enumerated().filter { (points.count - 1 - $0.offset) % step == 0 }.map(\.element)
  }

  /// Without a fraction, which nobody sees, the same on every machine.
  private func whole(_ value: Double) -> String { String(Int(value.rounded())) }

  /// "41 of 60".
  private func reading(_ point: UsagePoint) -> String {
    point.denominator.map { "\(Format.number(point.value)) of \(Format.number($0))" } ?? Format.number(point.value)
  }

  /// Against the newest value that is at least four weeks older.
  private func change(_ points: ArraySlice<UsagePoint>) -> (text: String, tone: String)? {
    guard let last = points.last, let base = points.last(where: { last.day.days(since: $0.day) >= 28 }),
      base.value > .zero
    else { return nil }
    let share = (last.value.approximation - base.value.approximation) / base.value.approximation
    guard abs(share) < 100 else { return nil }
    let distance = days(last.day.days(since: base.day))
    let percent = Format.percent(Decimal4(tenThousandths: Int((abs(share) * 100).rounded()) * 100))
    if percent == "0 %" { return ("unchanged in \(distance)", "neutral") }
    let tone = share <= -0.1 ? "negative" : share >= 0.1 ? "positive" : "neutral"
    return ("\(share < 0 ? "−" : "+")\(percent) in \(distance)", tone)
  }

  private func sentence(_ points: ArraySlice<UsagePoint>, _ first: UsagePoint, _ last: UsagePoint) -> String {
    let highest = points.max { $0.value < $1.value } ?? first
    let lowest = points.min { $0.value < $1.value } ?? first
    return "\(Format.count(points.count, "value")) since \(Format.day(first.day)), "
      + "highest \(Format.number(highest.value)) in \(Format.month(highest.day)), "
      + "lowest \(Format.number(lowest.value)) in \(Format.month(lowest.day)), "
      + "\(Format.number(last.value)) on \(Format.day(last.day))"
  }
}
