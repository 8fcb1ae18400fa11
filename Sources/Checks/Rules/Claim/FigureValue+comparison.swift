internal import WorkspaceModel

/// What a typed number and the live one come to, side by side.
struct FigureComparison {
  let typed: TypedFigure
  /// The live number in the unit of the typed one.
  let live: Decimal4
  /// What to write in place of ``place``, so that it agrees.
  let replacement: String
  /// The bytes of the typed text that are replaced.
  let place: Range<Int>
  let agrees: Bool
}

extension FigureValue {
  /// The one number of a text that can be compared; nil when there is none, or nobody can tell which of several.
  func comparison(with text: String) -> FigureComparison? {
    let all = TypedFigure.all(in: text).compactMap(comparison)
    let explicit = all.filter { $0.typed.unit != .none }
    let fractions = all.filter { if case .of = $0.typed.unit { true } else { false } }
    // A fraction with its percentage beside it is told by the fraction.
    if fractions.count == 1 { return fractions[0] }
    if !explicit.isEmpty { return explicit.count == 1 ? explicit[0] : nil }
    return all.count == 1 ? all[0] : nil
  }

  /// A typed number beside this one; nil when they are of different kinds.
  func comparison(_ typed: TypedFigure) -> FigureComparison? {
    switch (value, typed.unit) {
    case (.share(let part, let whole), .of(let typedWhole)):
      return FigureComparison(
        typed: typed, live: part, replacement: "\(part.text) of \(whole.text)", place: typed.range,
        agrees: typed.value == part && typedWhole == whole)
    case (.share(let part, let whole), .percent):
      guard let live = Self.quotient(part, whole, times: 100) else { return nil }
      // Of few deals no percentage is told alone.
      guard n >= 10 else {
        return FigureComparison(
          typed: typed, live: live, replacement: text, place: typed.range, agrees: Self.isNear(typed, live))
      }
      return comparison(typed, live)
    case (.multiple(let part, let whole), .times):
      return Self.quotient(part, whole, times: 1).flatMap { comparison(typed, $0) }
    case (.amounts(let amounts), .money(let currency)):
      let found = amounts.filter { $0.currency == currency }
      return found.count == 1 ? comparison(typed, found[0].amount) : nil
    case (.number(let live, isDays: true), .days), (.number(let live, isDays: _), .none):
      return comparison(typed, live)
    default: return nil
    }
  }

  private func comparison(_ typed: TypedFigure, _ live: Decimal4) -> FigureComparison {
    FigureComparison(
      typed: typed, live: live, replacement: typed.written(live), place: typed.digits,
      agrees: Self.isNear(typed, live))
  }

  private static func isNear(_ typed: TypedFigure, _ live: Decimal4) -> Bool {
    let distance = typed.value - live
    return (distance < .zero ? .zero - distance : distance) <= typed.tolerance
  }

  private static func quotient(_ part: Decimal4, _ whole: Decimal4, times: Int128) -> Decimal4? {
    guard whole != .zero else { return nil }
    let scaled = Int128(part.tenThousandths) * times * 10_000
    return Decimal4(tenThousandths: Int(clamping: scaled / Int128(whole.tenThousandths)))
  }
}
