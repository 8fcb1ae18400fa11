internal import WorkspaceModel

/// Decides how much of each item is told, by the rules of domain 4.2.
///
/// Each section has its part of the room; what it does not need goes to the next one. Within a section the items that
/// matter most come first, by age and relevance: some of them are told at length, then all others in a line as long as
/// there is room, then more at length. What people or deals have open is never without a line while there is any room.
struct PackFit {
  /// An item with what each of its lengths costs.
  private struct Candidate {
    var costs: [Int]
    var rank: Int
    var day: Int
    var id: String
    var keys: [String]
    /// The longest that it may be while others want the room.
    var cap: Int
    /// −1 while it is not told at all.
    var level = -1

    var spent: Int { level < 0 ? 0 : costs[level] }
  }

  private var candidates: [[Candidate]]
  private let draft: PackDraft
  private let options: PackOptions

  /// What is told of each item, by section and by place among its pieces; words are told in full.
  private(set) var details: [[PackDetail]]
  /// Costs of all pieces that are told.
  private(set) var spent = 0

  /// Fits a draft into some room; `cost` tells what a text costs where it will stand.
  init(
    _ draft: PackDraft, _ options: PackOptions, today: Day, room: Int, cost: (PackText, PackDetail, String) -> Int,
    cap: Int
  ) throws(PackError) {
    self.draft = draft
    self.options = options
    details = draft.sections.map { $0.pieces.map { _ in .full } }
    candidates = draft.sections.map { section in
      section.pieces.compactMap { piece in
        guard case .item(let item) = piece else { return nil }
        return Self.candidate(item, section, options, today: today, cost: cost, largest: cap)
      }
    }
    try fill(room)
    write()
  }

  private static func candidate(
    _ item: PackText, _ section: PackDraftSection, _ options: PackOptions, today: Day,
    cost: (PackText, PackDetail, String) -> Int, largest: Int
  ) -> Candidate {
    var costs = item.texts.map { cost(item, $0.detail, $0.text) }
    // What no volume can hold is told shorter.
    while costs.count > 1, let last = costs.last, last > largest { costs.removeLast() }
    let age = item.day.map { max(0, today.days(since: $0)) } ?? 365
    var cap = costs.count - 1
    if section.isDated, let window = options.tier.fullWindow, age > window {
      cap = options.tier == .compact ? 0 : max(0, cap - 1)
    }
    return Candidate(
      costs: costs, rank: item.relevance * 10_000 / (30 + min(age, 10_000)), day: item.day?.number ?? .min,
      id: item.id, keys: item.keys, cap: cap)
  }

  private mutating func fill(_ room: Int) throws(PackError) {
    var room = room
    for (place, section) in draft.sections.enumerated() where section.section.isBinding {
      for index in candidates[place].indices {
        candidates[place][index].level = candidates[place][index].costs.count - 1
        room -= candidates[place][index].spent
      }
    }
    if room < 0 { throw .tooSmall(needed: -room, budget: 0) }
    let free = draft.sections.indices.filter { !draft.sections[$0].section.isBinding }
      .sorted { (Self.place(draft.sections[$0].section), $0) < (Self.place(draft.sections[$1].section), $1) }
    let weights = free.map { max(1, weight($0)) }
    let whole = weights.reduce(0, +)
    var (left, carried) = (room, 0)
    for (place, weight) in zip(free, weights) {
      let allowance = max(0, min(left, room / whole * weight + carried))
      let used = fit(place, allowance, limit: left)
      carried += room / whole * weight - used
      left -= used
    }
    for place in free { left -= widen(place, left) }
  }

  private static func place(_ section: PackSection) -> Int { PackSection.allCases.firstIndex(of: section) ?? 0 }

  private func weight(_ place: Int) -> Int {
    let section = draft.sections[place].section
    return section.share(options.tier) * section.weight(options.purpose) / 100
  }

  /// Indices of a section's items, what matters most first.
  private func ranked(_ place: Int) -> [Int] {
    let all = candidates[place]
    return all.indices.sorted { left, right in
      let (one, two) = (all[left], all[right])
      if one.rank != two.rank { return one.rank > two.rank }
      return one.day == two.day ? one.id < two.id : one.day > two.day
    }
  }

  private mutating func fit(_ place: Int, _ allowance: Int, limit: Int) -> Int {
    let order = ranked(place)
    var used = 0
    // One item for each key, even when the section has no room of its own left.
    var covered: Set<String> = []
    for index in order where candidates[place][index].keys.contains(where: { !covered.contains($0) }) {
      if take(place, index, level: 0, &used, limit) { covered.formUnion(candidates[place][index].keys) }
    }
    // Those that matter most at length.
    let atLength = allowance * 6 / 10
    for index in order {
      let item = candidates[place][index]
      for level in stride(from: item.cap, through: 0, by: -1) where level > item.level {
        if take(place, index, level: level, &used, atLength) { break }
      }
    }
    for index in order where candidates[place][index].level < 0 { _ = take(place, index, level: 0, &used, allowance) }
    for level in 1...2 {
      for index in order where candidates[place][index].level < level && candidates[place][index].level >= 0 {
        let wanted = min(level, candidates[place][index].cap)
        if wanted > candidates[place][index].level { _ = take(place, index, level: wanted, &used, allowance) }
      }
    }
    return used
  }

  /// Uses what nobody wanted.
  private mutating func widen(_ place: Int, _ room: Int) -> Int {
    var used = 0
    let order = ranked(place)
    for index in order where candidates[place][index].level < 0 { _ = take(place, index, level: 0, &used, room) }
    for index in order where candidates[place][index].level >= 0 {
      let item = candidates[place][index]
      let highest = options.tier == .compact ? item.cap : item.costs.count - 1
      for level in stride(from: highest, to: item.level, by: -1) {
        if take(place, index, level: level, &used, room) { break }
      }
    }
    return used
  }

  private mutating func take(_ place: Int, _ index: Int, level: Int, _ used: inout Int, _ limit: Int) -> Bool {
    let item = candidates[place][index]
    guard item.costs.indices.contains(level) else { return false }
    let more = item.costs[level] - item.spent
    guard used + more <= limit else { return false }
    candidates[place][index].level = level
    used += more
    return true
  }

  private mutating func write() {
    for (place, section) in draft.sections.enumerated() {
      var next = 0
      for (index, piece) in section.pieces.enumerated() {
        guard case .item(let item) = piece else { continue }
        let candidate = candidates[place][next]
        next += 1
        spent += candidate.spent
        details[place][index] = candidate.level < 0 ? .dropped : item.texts[candidate.level].detail
      }
    }
  }
}
