/// What is settled about a customer before its story begins: name, trade and people.
struct AccountSeed {
  var account: Account
  /// Everybody who may turn up, in the order in which they do.
  var people: [Contact]
  /// Asked to be forgotten before the history ends.
  var isErased: Bool

  /// So many customers that stay, and a few that go; the first ones are the same however many there are.
  static func make(_ count: Int, seed: UInt64, start: DemoDay) -> [AccountSeed] {
    var dice = Dice(seed: seed, stream: 1)
    var registry = NameRegistry()
    var seeds: [AccountSeed] = []
    var left = count
    while left > 0 {
      let isErased = seeds.count % 40 == 39
      if !isErased { left -= 1 }
      seeds.append(one(seeds.count, isErased: isErased, start: start, &registry, &dice))
    }
    return seeds
  }

  private static func one(
    _ index: Int, isErased: Bool, start: DemoDay, _ registry: inout NameRegistry, _ dice: inout Dice
  ) -> AccountSeed {
    let industry = dice.pick(Industry.all)
    let region = Region.all[dice.weighted([14, 9, 9, 18, 5, 18, 6, 7, 8, 6, 6])]
    let (name, slug, word) = registry.company(industry, &dice)
    // Most are small for their trade.
    let span = industry.size.count
    let sites = industry.size.lowerBound + dice.roll(span) * dice.roll(100) / 100
    let employees = sites * dice.within(9...70) / (industry.size.upperBound > 100 ? 3 : 1) + dice.within(20...120)
    let sellers = Vendor.people.filter { $0.role == "ae" && $0.team == region.team && $0.id != Vendor.successor }
    let account = Account(
      index: index, name: name, slug: slug, word: word,
      domain: String(slug.filter { $0 != "-" }) + ".example", region: region, industry: industry,
      city: dice.pick(region.cities), siteCount: sites, employees: employees,
      tier: employees > 2400 ? "strategic" : employees > 500 ? "key" : "standard",
      source: ["inbound", "outbound", "referral", "partner", "event"][dice.weighted([26, 36, 18, 6, 14])],
      executive: dice.pick(sellers).id,
      care: dice.pick(["oliver.brandt", "nadia.haddad", "nadia.haddad", Vendor.headOfCare]),
      engineer: dice.pick(["ben.adeyemi", "claire.fontaine"]), reviewedOn: start)
    let people = (0..<dice.within(3...6)).map { position in
      contact(position, at: account, start: start, &registry, &dice)
    }
    return AccountSeed(account: account, people: people, isErased: isErased)
  }

  private static func contact(
    _ position: Int, at account: Account, start: DemoDay, _ registry: inout NameRegistry, _ dice: inout Dice
  ) -> Contact {
    let table = account.region.names
    let name = "\(dice.pick(table.first)) \(dice.pick(table.last))"
    let titles = AccountWords.titles
    let place =
      position == 0
      ? dice.pick([0, 0, 7, 3]) : position == 1 ? dice.pick([1, 1, 8, 6]) : 2 + dice.roll(titles.count - 2)
    let (title, seniority, department, role) = titles[place]
    let id = registry.contact(name, at: account.word)
    let plain = name.split(separator: " ").map { Slug.of(String($0)) }
    // A second person of one name at one company has an address of their own, as they have an id.
    let local = id == plain.joined(separator: "-") ? plain.joined(separator: ".") : id
    return Contact(
      id: id, name: name, title: title, seniority: seniority,
      department: department, role: role, email: "\(local)@\(account.domain)",
      phone: dice.chance(450) ? "\(account.region.phone) \(DemoDay.two(dice.within(1...99)))" : nil,
      since: DemoDay(start.parts.year - dice.within(1...9), dice.within(1...12), 1))
  }
}
