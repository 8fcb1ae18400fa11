/// How values read in sentences about changes, the same on every machine.
package enum ChangeFormat {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let longest = 120

  /// "30 Jun 2026".
  package static func day(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return "\(number) \(months[month - 1]) \(year)"
  }

  /// "84,000", with its decimals where there are any.
  package static func number(_ number: Decimal4) -> String {
    let text = Array(number.text.utf8).drop { $0 == UInt8(ascii: "-") }
    let parts = text.split(separator: UInt8(ascii: "."))
    let whole = parts.first.map(Array.init) ?? []
    var bytes: [UInt8] = []
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    if parts.count == 2 { bytes += [UInt8(ascii: ".")] + parts[1] }
    return (number < .zero ? "−" : "") + String(decoding: bytes, as: UTF8.self)
  }

  /// "84,000 EUR ARR".
  static func money(_ money: Money, kind: Bool) -> String {
    let kindName = money.kind.map { $0 == .oneTime ? " one-time" : " \($0.rawValue)" } ?? ""
    return "\(number(money.amount)) \(money.currency)\(kind ? kindName : "")"
  }

  /// "60 %".
  static func percent(_ share: Decimal4) -> String {
    let tenths = (abs(share.tenThousandths) + 5) / 10
    let sign = share.tenThousandths < 0 ? "−" : ""
    return tenths % 10 == 0 ? "\(sign)\(tenths / 10) %" : "\(sign)\(tenths / 10).\(tenths % 10) %"
  }

  /// "+12 %", "−18 %"; nil when there is nothing to compare with, or so much more that a share says nothing.
  package static func change(from old: Decimal4, to new: Decimal4) -> String? {
    guard old > .zero, new >= .zero else { return nil }
    let share = Double(new.tenThousandths - old.tenThousandths) / Double(old.tenThousandths) * 100
    guard abs(share) < 1000 else { return nil }
    let whole = Int(share.rounded())
    if whole == 0 { return share < 0 ? "under −1 %" : "under +1 %" }
    return whole < 0 ? "−\(-whole) %" : "+\(whole) %"
  }

  /// "1 day", "23 days".
  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(number(Decimal4(count))) days" }

  /// Any value; long texts are cut between words.
  static func value(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): cut(text)
    case .number(let number): Self.number(number)
    case .money(let money): Self.money(money, kind: true)
    case .day(let day): Self.day(day)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let list): list.isEmpty ? "none" : cut(list.joined(separator: ", "))
    }
  }

  /// One line of at most so many characters.
  static func cut(_ text: String) -> String {
    let words = text.prefix(longest * 4).split { $0.isWhitespace || $0.isNewline }
    var line = ""
    for word in words {
      if line.count + word.count > longest { return line.isEmpty ? "\(word.prefix(longest))…" : line + " …" }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line
  }
}
