/// Whether something holds, as far as it is known (Kleene's strong logic).
package enum Truth: Hashable, Sendable {
  case no, unknown, yes

  /// A truth that is known.
  init(_ value: Bool) { self = value ? .yes : .no }

  /// Yes as soon as one is; unknown when one of the others might be.
  static func any(_ parts: some Sequence<Truth>) -> Truth {
    var result = Truth.no
    for part in parts {
      if part == .yes { return .yes }
      if part == .unknown { result = .unknown }
    }
    return result
  }

  /// No as soon as one is; unknown when one of the others might be.
  static func all(_ parts: some Sequence<Truth>) -> Truth {
    var result = Truth.yes
    for part in parts {
      if part == .no { return .no }
      if part == .unknown { result = .unknown }
    }
    return result
  }

  /// What is not known stays so.
  static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }
}
