internal import PipelineMetrics
internal import WorkspaceModel

/// Lays the steps of a waterfall out as bars.
struct WaterfallDrawing {
  /// What a bar stands for.
  enum Kind: String { case total, gain, loss }

  /// A step with its amount, above zero.
  struct Step {
    let label: String
    let amount: Decimal4
    let kind: Kind
  }

  private let steps: [Step]
  /// Of 200 units, so many stay free above the highest bar for its amount.
  private static let (above, room) = (24, 170)

  init(_ steps: [Step]) {
    self.steps = steps
  }

  /// The bars between the lowest and the highest level, and a sentence that tells them.
  func chart(_ unit: MoneySum.Unit, _ name: String) -> WaterfallChart {
    var level = 0
    var spans: [(low: Int, high: Int)] = []
    for step in steps {
      let amount = step.amount.tenThousandths
      switch step.kind {
      case .total:
        spans.append((min(0, amount), max(0, amount)))
        level = amount
      case .gain:
        spans.append((level, level + amount))
        level += amount
      case .loss:
        spans.append((level - amount, level))
        level -= amount
      }
    }
    let (low, high) = (spans.map(\.low).min() ?? 0, max(1, spans.map(\.high).max() ?? 1))
    func y(_ value: Int) -> Int {
      // In floating point only where nothing but a drawing depends on it.
      Self.above + Int((Double(high - value) / Double(max(1, high - low)) * Double(Self.room)).rounded())
    }
    // Few bars stand close together rather than being as wide as the page.
    let slot = min(2_000, 10_000 / max(1, steps.count))
    let bars = zip(steps, spans).enumerated().map { index, pair in
      let (step, span) = pair
      let top = y(span.high)
      return WaterfallBar(
        kind: step.kind.rawValue, label: step.label, amountText: text(step, unit),
        left: percent(index * slot + slot / 8), middle: percent(index * slot + slot / 2), width: percent(slot * 3 / 4),
        top: String(top), height: String(max(2, y(span.low) - top)), amountY: String(top - 6))
    }
    let told = zip(steps, bars).map { "\($0.label.lowercased()) \($1.amountText)" }.joined(separator: ", ")
    return WaterfallChart(
      reading: "\(name), \(MetricWords.unit(unit)): \(told)", unitName: MetricWords.unit(unit), bars: bars)
  }

  private func text(_ step: Step, _ unit: MoneySum.Unit) -> String {
    let amount = Format.compact(step.amount, currency: unit.currency)
    return switch step.kind {
    case .total: amount
    case .gain: "+\(amount)"
    case .loss: "−\(amount)"
    }
  }

  private func percent(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
