internal import WorkspaceModel

/// How values read on pages, the same on every machine and in every locale.
enum Format {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// "12 Oct 2026".
  static func day(_ day: WorkspaceModel.Day) -> String {
    let (year, month, number) = day.parts
    return "\(number) \(months[month - 1].prefix(3)) \(year)"
  }

  /// "October 2026".
  static func month(_ day: WorkspaceModel.Day) -> String {
    let (year, month, _) = day.parts
    return "\(months[month - 1]) \(year)"
  }

  /// "today", "in 4 days", "3 days ago"; a date once it is more than four weeks away.
  static func relative(_ day: WorkspaceModel.Day, to today: WorkspaceModel.Day) -> String {
    let distance = day.days(since: today)
    return switch distance {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case 2...28: "in \(distance) days"
    case -28 ... -2: "\(-distance) days ago"
    default: Format.day(day)
    }
  }

  /// "12 Oct 2026, 14:00".
  static func instant(_ instant: Instant) -> String { "\(day(instant.day)), \(instant.clock)" }

  /// "84,000"; up to two places where there are any.
  static func number(_ value: Decimal4) -> String {
    let hundredths = (value * Decimal4(100)).tenThousandths
    let rounded = (abs(hundredths) + 5000) / 10_000
    let sign = value.tenThousandths < 0 ? "−" : ""
    let fraction = rounded % 100
    let whole = grouped(rounded / 100)
    return fraction == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// "1,234,567".
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(abs(number)).utf8)
    var bytes: [UInt8] = number < 0 ? Array("−".utf8) : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// "84,000 EUR", with "ARR" behind where the kind is known and wanted.
  static func money(_ money: Money, kind: Bool = true) -> String {
    let kindText = kind ? money.kind.map { " " + kindName($0) } ?? "" : ""
    return "\(number(money.amount)) \(money.currency)\(kindText)"
  }

  /// "84 kEUR", "1.9 MEUR": for cards and sums, rounded half up.
  static func compact(_ amount: Decimal4, currency: String) -> String {
    let whole = (abs(amount.tenThousandths) + 5000) / 10_000
    let sign = amount.tenThousandths < 0 ? "−" : ""
    if whole >= 9_950_000 { return "\(sign)\(grouped((whole + 500_000) / 1_000_000)) M\(currency)" }
    if whole >= 999_500 {
      let tenths = (whole + 50_000) / 100_000
      return tenths % 10 == 0
        ? "\(sign)\(tenths / 10) M\(currency)" : "\(sign)\(tenths / 10).\(tenths % 10) M\(currency)"
    }
    if whole >= 10_000 { return "\(sign)\((whole + 500) / 1000) k\(currency)" }
    if whole >= 1000 {
      let tenths = (whole + 50) / 100
      return tenths % 10 == 0
        ? "\(sign)\(tenths / 10) k\(currency)" : "\(sign)\(tenths / 10).\(tenths % 10) k\(currency)"
    }
    return "\(sign)\(whole) \(currency)"
  }

  /// "ARR", "one-time".
  static func kindName(_ kind: Money.Kind) -> String { kind == .oneTime ? "one-time" : kind.rawValue }

  /// "40 %", at most one place.
  static func percent(_ share: Decimal4) -> String {
    let permille = (abs(share.tenThousandths) + 5) / 10
    let sign = share.tenThousandths < 0 ? "−" : ""
    return permille % 10 == 0 ? "\(sign)\(permille / 10) %" : "\(sign)\(permille / 10).\(permille % 10) %"
  }

  /// "1 deal", "4 deals", "no deals".
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    let words = number == 1 ? noun : plural ?? noun + "s"
    return number == 0 ? "no \(words)" : "\(grouped(number)) \(words)"
  }

  /// "JS" of "John Smith"; "?" when there is no name.
  static func initials(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard let first = words.first?.first else { return "?" }
    guard words.count > 1, let last = words.last?.first else { return String(first).uppercased() }
    return "\(first)\(last)".uppercased()
  }
}

extension Day {
  /// A day as it reads in full.
  init(_ day: WorkspaceModel.Day) {
    self.init(machine: day.iso, text: Format.day(day))
  }

  /// A day by its distance from today.
  init(_ day: WorkspaceModel.Day, relativeTo today: WorkspaceModel.Day) {
    self.init(machine: day.iso, text: Format.relative(day, to: today))
  }

  /// A moment with its time of day.
  init(_ instant: Instant) {
    self.init(machine: instant.iso, text: Format.instant(instant))
  }
}
