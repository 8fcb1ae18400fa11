/// Who and what a text is about, with every number drawn once so that all its sentences agree.
struct Scene {
  private var values: [String: String]

  /// Draws the numbers of a text about an account.
  init(_ account: Account, deal: Deal?, speakers: [Contact], day: DemoDay, rival: String, _ dice: inout Dice) {
    let sites = max(2, deal?.sites ?? account.siteCount)
    let currency = account.region.currency
    let industry = account.industry
    let first = speakers.first
    let second = speakers.count > 1 ? speakers[1] : nil
    values = [
      "company": account.name, "word": account.word, "city": account.city,
      "c1": first?.firstName ?? "our contact", "C1": first?.name ?? "our contact",
      "t1": first?.title ?? "the site manager", "c2": second?.firstName ?? "the plant manager",
      "rep": Vendor.person(deal?.owner ?? account.executive).firstName,
      "se": Vendor.person(account.engineer).firstName, "csm": Vendor.person(account.care).firstName,
      "site": industry.site, "sites": industry.sites, "n": "\(sites)",
      "few": "\(min(sites, dice.within(2...6)))", "load": dice.pick(industry.loads),
      "load2": dice.pick(industry.loads), "product": deal?.product ?? "Watch", "rival": rival,
      "amount": "\(Slug.grouped(deal?.amount ?? sites * 600)) \(currency)",
      "unit": "\(dice.pick([545, 560, 575, 590, 600, 610])) \(currency)",
      "pct": "\(dice.within(6...34))", "pct2": "\(dice.within(3...19))", "weeks": "\(dice.within(3...11))",
      "months": "\(dice.within(3...14))", "small": "\(dice.within(2...9))", "days": "\(dice.within(8...29))",
      "eur": "\(Slug.grouped(dice.within(9...190) * 1000)) \(currency)",
      "eur2": "\(Slug.grouped(dice.within(11...96) * 500)) \(currency)",
      "mwh": "\(Slug.grouped(dice.within(14...480) * 50)) MWh", "kw": "\(dice.within(4...96) * 10) kW",
      "hour": "\(DemoDay.two(dice.within(1...5))):\(dice.pick(["00", "15", "30", "45"]))",
      "weekday": dice.pick(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
      "soon": (day + dice.within(4...18)).nextWorkday.spoken, "later": (day + dice.within(30...75)).nextWorkday.spoken,
      "past": (day - dice.within(6...40)).spoken, "month": (day - dice.within(30...120)).monthName,
      "next": (day + dice.within(40...130)).monthName, "year": "\(day.parts.year + 1)",
      "ref": "\(dice.within(1000...9899))", "gw": "GW-\(dice.within(10...99))",
    ]
  }

  /// Puts another value under a name.
  subscript(key: String) -> String {
    get { values[key] ?? "" }
    set { values[key] = newValue }
  }

  /// Fills the names in braces.
  func fill(_ template: String) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let key = String(rest[..<close])
      precondition(values[key] != nil, "no value for {\(key)}")
      result += values[key] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
