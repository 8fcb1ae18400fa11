internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// Targets of somebody: the running period first, then those to come, then past ones, newest first.
  func quotas(of member: TeamMember, _ shelf: SetupShelf) -> [QuotaItem] {
    let dated = member.quotas.enumerated().map { number, quota in
      (number, quota, FiscalPeriod(quota.period, yearStart: workspace.settings.fiscalYearStart))
    }
    let sorted = dated.sorted { left, right in
      let (first, second) = (rank(left.2), rank(right.2))
      return first != second ? first < second : left.0 < right.0
    }
    let team = shelf.team(of: member.id)
    return sorted.map { _, quota, period in
      QuotaItem(
        period: period?.name ?? quota.period, measure: Slug.title(of: quota.measure ?? "bookings"),
        goal: quota.target?.short ?? "Unknown", attainment: attainment(of: quota, in: period, team: team, shelf))
    }
  }

  private func rank(_ period: FiscalPeriod?) -> (Int, Int) {
    guard let period else { return (3, 0) }
    if period.contains(today) { return (0, period.lastDay.number) }
    return period.firstDay > today ? (1, period.firstDay.number) : (2, -period.firstDay.number)
  }

  /// What the person and their team won in the period, in the money of the target; unknown when it cannot be told.
  private func attainment(
    of quota: TeamMember.Quota, in period: FiscalPeriod?, team: Set<String>, _ shelf: SetupShelf
  ) -> Meter {
    let measure = quota.measure ?? "bookings"
    guard let period, let target = quota.target, target.amount > .zero, ["bookings", "renewals"].contains(measure)
    else { return unknownMeter("Unknown") }
    if period.firstDay > today { return unknownMeter("Not begun") }
    var won = Decimal4.zero
    var counted = 0
    var others = 0
    var seen: Set<RepoPath> = []
    for person in team {
      let wins = measure == "renewals" ? shelf.renewalsOf[person] : shelf.winsOf[person]
      for win in wins ?? [] where period.contains(win.on) && win.on <= today {
        // Split credit adds up over a team; credit that several have as a whole counts once.
        let isSplit = Deal.isWhole(win.deal.credit)
        guard isSplit || seen.insert(win.deal.source.path).inserted else { continue }
        if let amount = win.deal.amount, amount.currency == target.currency, amount.kind == target.kind {
          let hundredth = Decimal4(tenThousandths: 100)
          won = won + (isSplit ? amount.amount * (win.share * hundredth) : amount.amount)
          counted += 1
        } else {
          others += 1
        }
      }
    }
    if counted == 0, others > 0 {
      return unknownMeter("Unknown, \(Format.count(others, "won deal")) in other money or without an amount")
    }
    let permille = Self.permille(won, of: target.amount)
    let money = Format.compact(won, currency: target.currency)
    let note = others > 0 ? ", \(Format.count(others, "won deal")) not counted" : ""
    return Meter(
      label: team.count > 1 ? "Attained by the team" : "Attained",
      amount: Decimal4(tenThousandths: permille * 1000).text,
      maximum: "100", reading: "\(Format.percent(Decimal4(tenThousandths: permille * 10))), \(money)\(note)",
      tone: Self.tone(permille, isOver: period.lastDay < today), isUnknown: false)
  }

  private func unknownMeter(_ reading: String) -> Meter {
    Meter(label: "Attained", amount: "0", maximum: "100", reading: reading, tone: "neutral", isUnknown: true)
  }

  private static func permille(_ part: Decimal4, of whole: Decimal4) -> Int {
    let (part, whole) = (max(0, part.tenThousandths), whole.tenThousandths)
    if part < Int.max / 1000 { return min(1_000_000, part * 1000 / whole) }
    return min(1_000_000, part / max(1, whole / 1000))
  }

  private static func tone(_ permille: Int, isOver: Bool) -> String {
    if permille >= 1000 { return "positive" }
    guard isOver else { return "neutral" }
    return permille >= 800 ? "warning" : "urgent"
  }
}
