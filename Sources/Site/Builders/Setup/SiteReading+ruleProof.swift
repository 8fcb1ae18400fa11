internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// What proves a rule: how its alerts were judged, how soon they were answered.
  func ruleProof(_ alerts: [Alert]) -> [Fact] {
    let judged = alerts.filter { $0.verdict == .useful || $0.verdict == .noise }
    let useful = judged.count { $0.verdict == .useful }
    let minutes = alerts.compactMap { alert -> Int? in
      guard let fired = alert.firedAt, let answered = alert.acknowledgedAt else { return nil }
      return max(0, answered.seconds - fired.seconds) / 60
    }.sorted()
    let open = alerts.count { $0.state == .firing }
    return [
      Fact(
        label: "Precision",
        values: judged.isEmpty
          ? []
          : [FactValue(value: "\(useful) of \(judged.count)", remark: judged.count == 1 ? "judged" : "judged useful")]),
      Fact(
        label: "Answered after",
        values: minutes.isEmpty
          ? []
          : [
            FactValue(
              value: Self.spoken(minutes: minutes[(minutes.count - 1) / 2]),
              remark: minutes.count == 1 ? "once" : "median of \(minutes.count)")
          ]),
      Fact(label: "Open now", values: [FactValue(value: Format.grouped(open))]),
    ]
  }

  /// "42 minutes", "5 hours", "3 days".
  static func spoken(minutes: Int) -> String {
    if minutes < 120 { return Format.count(minutes, "minute") }
    return minutes < 2880
      ? Format.count((minutes + 30) / 60, "hour") : Format.count((minutes + 720) / 1440, "day")
  }

  /// What a rule could not judge today; nil for one that waits for something to happen.
  func unknowns(_ rule: TriggerRule) -> RuleUnknowns? {
    guard let standing = inputs.standings?.value[rule.id], rule.event == "daily" || rule.event == nil else {
      return nil
    }
    if standing.looked == 0 { return nil }
    let reasons = Dictionary(grouping: standing.unknown, by: \.reason).mapValues(\.count).sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }
    let told = reasons.prefix(3).map { "\(Self.reason($0.key)) (\($0.value))" }
    let more = reasons.count > 3 ? ", and \(reasons.count - 3) other reasons" : ""
    return RuleUnknowns(
      unknownText: standing.unknown.isEmpty
        ? "All \(Format.grouped(standing.looked)) could be judged."
        : "Could not judge \(Format.grouped(standing.unknown.count)) of \(Format.grouped(standing.looked)): "
          + "\(told.joined(separator: ", "))\(more).",
      unknownSubjects: standing.unknown.prefix(40).map { item in
        let subject = subject(item.subject)
        return FactValue(value: subject.text, target: subject.href)
      })
  }

  /// "Health score: insufficient data" for "health_score: insufficient data".
  private static func reason(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":") else { return text }
    let name = text[..<colon].split(separator: ".").last.map(String.init) ?? ""
    return Slug.title(of: name).lowercased() + text[colon...]
  }

  /// The back-test that was kept of a rule.
  func backTest(_ rule: TriggerRule) -> RuleBackTest? {
    let path = RepoPath("reporting/pulse/backtests/\(rule.id).md")
    guard let page = workspace.pages.first(where: { $0.source.path == path }), let href = addresses.href(path),
      let fields = page.source.fields, let from = fields["from"]?.text.flatMap({ WorkspaceModel.Day(iso: $0) }),
      let until = fields["until"]?.text.flatMap({ WorkspaceModel.Day(iso: $0) })
    else { return nil }
    func number(_ name: String) -> Int? { fields[name]?.text.flatMap { Int($0) } }
    let episodes = number("episodes") ?? 0
    var sentence =
      "From \(Format.day(from)) to \(Format.day(until)) it would have fired "
      + "\(episodes == 0 ? "never" : episodes == 1 ? "once" : "\(Format.grouped(episodes)) times")."
    if let useful = number("useful"), let answered = number("answered") {
      sentence += " Of the alerts that really came, \(useful) of \(answered) were judged useful."
    }
    if let unknown = number("not_judged"), unknown > 0 {
      sentence += " \(Format.count(unknown, "evaluation")) could not be judged."
    }
    let months = (fields["months"]?.entries ?? []).map {
      (month: $0.key, count: $0.value.text.flatMap { Int($0) } ?? 0)
    }
    let most = max(1, months.map(\.count).max() ?? 1)
    let bars = months.suffix(36).enumerated().map { place, entry in
      let height = entry.count == 0 ? 1 : max(3, entry.count * 30 / most)
      return MonthBar(
        offset: place * 11, top: 32 - height, height: height, monthText: "\(entry.month): \(entry.count)",
        isEmpty: entry.count == 0)
    }
    return RuleBackTest(
      page: href, sentence: sentence, isOutdated: fields["rule_digest"]?.text != rule.digest,
      bars: bars, barsWidth: bars.count * 11,
      reading: "Episodes by month: \(months.suffix(36).map { "\($0.month) \($0.count)" }.joined(separator: ", "))")
  }
}
