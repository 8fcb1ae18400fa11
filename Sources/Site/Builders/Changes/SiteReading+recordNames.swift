internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// What lists of changes call a record: with its customer where that does not stand beside it.
  func title(of record: RecordHistory, isAmongItsCustomers: Bool = false) -> String {
    if record.isPresent, let present = index.records[record.path] {
      return isAmongItsCustomers ? present.title : qualifiedTitle(present)
    }
    let name = record.path.stem
    let customer = ChangesIndex.customer(of: record)
    switch record.kind {
    case .customer: return customer.map(customerName) ?? Slug.title(of: name)
    case .contacts, .usage, .billing:
      return customer.map { "\(customerName($0)): \(KindWords.label(record.kind).lowercased())" }
        ?? Slug.title(of: name)
    default:
      guard let customer, !isAmongItsCustomers else { return Slug.title(of: name) }
      return "\(customerName(customer)): \(Slug.title(of: name).lowercased())"
    }
  }

  /// The page of a record as long as it is there.
  func page(of record: RecordHistory) -> Href? { record.isPresent ? addresses.href(record.path) : nil }

  /// The page with all changes of a record; the only one when there are more than one.
  func historyPage(of path: RepoPath) -> Href? {
    guard let record = changes.record(at: path) else { return nil }
    return changes.historyAddresses[record].map { Href($0) }
  }

  /// A record as one commit changed it, under its own heading.
  func recordChange(
    _ touch: ChangesIndex.Touch, on page: Href, isAmongItsCustomers: Bool, _ budget: inout DifferenceBudget
  ) -> RecordChange {
    heading(touch.record, isAmongItsCustomers, body: changeBody(touch, on: page, &budget))
  }

  /// A record with what happened to it.
  func heading(_ place: Int, _ isAmongItsCustomers: Bool, body: ChangeBody) -> RecordChange {
    let record = changes.timeline.records[place]
    return RecordChange(
      anchor: "record", icon: KindWords.icon(record.kind), kindLabel: KindWords.label(record.kind),
      recordTitle: title(of: record, isAmongItsCustomers: isAmongItsCustomers), recordPage: self.page(of: record),
      recordHistory: changes.historyAddresses[place].map { Href($0) }, body: body)
  }

  /// "Friday, 20 Nov 2026".
  func weekday(_ day: WorkspaceModel.Day) -> Day {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return Day(machine: day.iso, text: "\(names[day.isoWeekday - 1]), \(Format.day(day))")
  }

  /// The time of day of a commit, and the whole moment for machines.
  func time(of commit: Int) -> Day {
    let moment = changes.moments[commit]
    return Day(machine: moment.iso, text: moment.clock)
  }
}
