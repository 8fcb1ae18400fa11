internal import WorkspaceModel

/// A number that somebody typed, with what it counts and how exactly it is told.
struct TypedFigure: Hashable {
  /// What the number counts, by the characters around it.
  enum Unit: Hashable {
    case percent
    /// "3 of 4".
    case of(Decimal4)
    case times
    case money(String)
    case days
    /// Weeks, months and whatever else no metric is told in.
    case other
    /// Nothing is said.
    case none
  }

  /// In full: "45 kEUR" is 45,000.
  var value: Decimal4
  var unit: Unit
  /// The bytes of the number.
  var digits: Range<Int>
  /// The bytes of the number with what is behind it, as far as it says the unit.
  var range: Range<Int>
  /// Decimal places.
  var places: Int
  /// How many ones its unit has: 1,000 for "k".
  var scale: Int
  /// What stands between thousands.
  var grouping: String?
  /// Whether its places are behind a comma.
  var hasDecimalComma: Bool

  /// How far another number may be off and still be the same one, rounded.
  ///
  /// Zeros at the end of a whole number count as rounded from the third digit on; of a percentage all digits count.
  var tolerance: Decimal4 {
    var unit = scale * 10_000
    for _ in 0..<places { unit /= 10 }
    if places == 0, self.unit != .percent {
      var (rest, digits) = (value.tenThousandths / 10_000 / scale, 1)
      var power = rest
      while power >= 10 {
        power /= 10
        digits += 1
      }
      while digits > 2, rest % 10 == 0 {
        rest /= 10
        digits -= 1
        unit *= 10
      }
    }
    return Decimal4(tenThousandths: unit / 2)
  }

  /// Another number as it would be typed in the place of this one.
  func written(_ other: Decimal4) -> String {
    var unit = scale * 10_000
    var power = 1
    for _ in 0..<places {
      unit /= 10
      power *= 10
    }
    let rounded = (abs(other.tenThousandths) + unit / 2) / max(1, unit)
    var whole = Array(String(rounded / power))
    if let grouping {
      for place in stride(from: whole.count - 3, to: 0, by: -3) { whole.insert(contentsOf: grouping, at: place) }
    }
    let sign = other < .zero && rounded > 0 ? "-" : ""
    guard places > 0 else { return sign + String(whole) }
    let rest = String(rounded % power)
    let zeros = String(repeating: "0", count: places - rest.utf8.count)
    return "\(sign)\(String(whole))\(hasDecimalComma ? "," : ".")\(zeros)\(rest)"
  }
}
