internal import Diagnostics
internal import WorkspaceModel

/// Records of one customer, or of one kind where no customer is concerned, in the order in which pages show them.
struct ChangeGrouping: Sendable {
  /// Slug of the customer; nil for records that belong to none.
  let customer: String?
  /// The kind that they share when there is no customer.
  let kind: RecordKind?
  /// Places in ``Timeline/records``, deals first.
  let records: [Int]

  /// Groups records: customers by name, then the rest by kind.
  static func groups(_ places: [Int], in site: SiteReading) -> [ChangeGrouping] {
    let records = site.changes.timeline.records
    var byCustomer: [String: [Int]] = [:]
    var byKind: [RecordKind: [Int]] = [:]
    for place in places {
      if let customer = ChangesIndex.customer(of: records[place]) {
        byCustomer[customer, default: []].append(place)
      } else {
        byKind[records[place].kind, default: []].append(place)
      }
    }
    let order: (Int, Int) -> Bool = { left, right in
      let (first, second) = (KindWords.rank(records[left].kind), KindWords.rank(records[right].kind))
      return first != second ? first < second : left < right
    }
    let customers = byCustomer.map { (name: site.customerName($0.key), slug: $0.key, places: $0.value) }
      .sorted { ($0.name, $0.slug) < ($1.name, $1.slug) }
    let kinds = byKind.sorted { left, right in
      (KindWords.rank(left.key), left.key.rawValue) < (KindWords.rank(right.key), right.key.rawValue)
    }
    return customers.map { ChangeGrouping(customer: $0.slug, kind: nil, records: $0.places.sorted(by: order)) }
      + kinds.map { ChangeGrouping(customer: nil, kind: $0.key, records: $0.value.sorted(by: order)) }
  }
}

extension SiteReading {
  /// A group under its heading; `change` makes a record's part.
  ///
  /// Anchors count what stands on the page, so that a record that comes elsewhere leaves the page as it is.
  func changeGroup(_ group: ChangeGrouping, number: Int, change: (Int) -> RecordChange) -> ChangeGroup {
    ChangeGroup(
      groupTitle: group.customer.map(customerName) ?? group.kind.map(KindWords.plural) ?? "Other",
      groupPage: group.customer.flatMap { addresses.customer($0) }, anchor: "group-\(number)",
      countText: Format.count(group.records.count, "record"),
      records: group.records.enumerated().map { place, record in
        var change = change(record)
        change.anchor = "record-\(number)-\(place + 1)"
        return change
      })
  }
}
