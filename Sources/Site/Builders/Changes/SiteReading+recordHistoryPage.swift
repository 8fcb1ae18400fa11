internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// A page for every record that is there and has more than one version.
  func recordHistoryPlan() -> [PlannedPage] {
    changes.historyAddresses.enumerated().compactMap { place, address in
      guard let address else { return nil }
      return PlannedPage(address, Self.section(of: changes.timeline.records[place].kind)) {
        $0.recordHistoryPage(place, at: Href(address))
      }
    }
  }

  /// Everything that history knows of one record; the newest thirty versions with their differences.
  func recordHistoryPage(_ place: Int, at page: Href) -> RecordHistoryPage {
    let record = changes.timeline.records[place]
    let shown = record.versions.prefix(30)
    var budget = DifferenceBudget(bytes: 400_000)
    var days: [VersionDay] = []
    for number in shown.indices {
      guard let touch = changes.touch(record: place, version: number) else { continue }
      let day = changes.days[record.versions[number].commit]
      let item = versionItem(touch, on: page, &budget)
      if days.last?.on.machine == day.iso {
        days[days.count - 1].versions.append(item)
      } else {
        days.append(VersionDay(on: weekday(day), versions: [item]))
      }
    }
    return RecordHistoryPage(
      head: historyHead(record), days: days, older: olderVersions(record, from: shown.endIndex),
      ending: ending(record))
  }

  private func historyHead(_ record: RecordHistory) -> PageHead {
    let own = Crumb(text: title(of: record, isAmongItsCustomers: true), href: self.page(of: record) ?? Href("/"))
    let customer = ChangesIndex.customer(of: record).flatMap { slug in
      addresses.customer(slug).map { Crumb(text: customerName(slug), href: $0) }
    }
    let above = customer.map { record.kind == .customer ? [] : [$0] } ?? []
    var notices: [Notice] = []
    if record.isCutOff, let oldest = record.versions.last {
      notices.append(
        Notice(
          kind: "unknown", icon: "question",
          noticeTitle: "History before \(Format.day(changes.days[oldest.commit])) is unknown",
          explanation: "This clone is shallow; git fetch --unshallow brings the rest."))
    }
    let writers = Set(record.versions.map { contributors.token(changes.timeline.commits[$0.commit].author) })
    let span = record.versions.last.map { " since \(Format.day(changes.days[$0.commit]))" } ?? ""
    return PageHead(
      title: title(of: record), kicker: "History of a \(record.kind.noun)", headIcon: KindWords.icon(record.kind),
      lede:
        "\(Format.count(record.versions.count, "version"))\(span), by \(Format.count(writers.count, "person", "people")).",
      crumbs: above + [own],
      actions: self.page(of: record).map { [Link(text: "Record", href: $0)] } ?? [], notices: notices)
  }

  private func versionItem(
    _ touch: ChangesIndex.Touch, on page: Href, _ budget: inout DifferenceBudget
  ) -> VersionItem {
    let place = changes.version(touch).commit
    let commit = changes.timeline.commits[place]
    return VersionItem(
      commitShort: changes.names[place], page: changes.page(of: place), subject: subject(of: commit),
      details: commit.details.isEmpty ? nil : commit.details, author: person(commit.author),
      others: others(of: commit), at: time(of: place), marks: marks(of: commit),
      trailers: trailers(of: commit), body: changeBody(touch, on: page, &budget))
  }

  private func olderVersions(_ record: RecordHistory, from start: Int) -> DataTable? {
    let older = record.versions[start...]
    guard !older.isEmpty else { return nil }
    return SalesTable.table(
      "Earlier versions", anchor: "earlier", countText: Format.count(older.count, "version"),
      columns: [
        SalesTable.column("Change"), SalesTable.column("Who", facet: true), SalesTable.column("When"),
        SalesTable.column("What"),
      ],
      rows: older.map { version in
        let commit = changes.timeline.commits[version.commit]
        return [
          SalesTable.text(subject(of: commit), target: changes.page(of: version.commit)),
          SalesTable.text(contributorName(commit.author)), SalesTable.day(changes.days[version.commit]),
          verbs(version).first.map { SalesTable.badge($0) } ?? SalesTable.text("Changed"),
        ]
      }, empty: ("", ""))
  }

  private func ending(_ record: RecordHistory) -> String {
    guard let oldest = record.versions.last else { return "" }
    let day = Format.day(changes.days[oldest.commit])
    if record.isCutOff { return "What happened before \(day) lies beyond this clone." }
    if case .copied(let from) = oldest.change { return "Began on \(day) as a copy of \(from)." }
    let isImport = changes.timeline.commits[oldest.commit].isBaseline
    return isImport ? "Imported on \(day)." : "Added on \(day)."
  }

  /// The first paragraph of a message, or that there is none.
  func subject(of commit: TimelineCommit) -> String { commit.subject.isEmpty ? "No message" : commit.subject }

  /// The lines at the end of a message that say something to a reader.
  func trailers(of commit: TimelineCommit) -> [TrailerLine] {
    let told: Set<String> = ["co-authored-by", "signed-off-by", "change-id"]
    return commit.trailers.filter { !told.contains($0.key.lowercased()) }.map { trailer in
      TrailerLine(key: Slug.title(of: trailer.key.lowercased()), entry: Self.withoutAddress(trailer.value))
    }
  }

  /// "Dana Whitfield" of "Dana Whitfield <dana@larkspur.example>".
  private static func withoutAddress(_ text: String) -> String {
    guard text.hasSuffix(">"), let open = text.lastIndex(of: "<"), open > text.startIndex else { return text }
    return text[..<open].split(separator: " ").joined(separator: " ")
  }

  /// The entry of the side navigation under which a record of a kind lies.
  static func section(of kind: RecordKind) -> SiteSection {
    switch kind {
    case .customer, .contacts, .interaction, .insight, .task, .usage, .billing: .customers
    case .deal: .deals
    case .battlecard: .battlecards
    case .playbook: .playbooks
    case .template: .templates
    case .training: .training
    case .security: .security
    case .workflow: .workflows
    case .people: .people
    case .agents, .claudeAgent, .toolsMap: .agents
    case .integration: .integrations
    case .triggers: .rules
    case .access, .approvals: .access
    case .retention, .controls, .processing: .compliance
    case .forecast: .pipeline
    case .report: .reports
    case .alert: .pulse
    case .settings, .redirects, .contextTemplate, .dailyPlan, .assistantSettings, .page, .data, .asset: .pages
    }
  }
}
