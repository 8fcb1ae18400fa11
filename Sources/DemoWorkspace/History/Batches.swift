/// Joins what one act did to many customers into one event.
enum Batches {
  /// The events in order of time, each batch of a day as one.
  static func joined(_ events: [Event]) -> [Event] {
    var result: [Event] = []
    var places: [String: Int] = [:]
    var counts: [Int: Int] = [:]
    for event in events.sorted(by: <) {
      guard let batch = event.batch else {
        result.append(event)
        continue
      }
      let key = "\(batch) \(event.day.number)"
      if let place = places[key] {
        result[place].changes += event.changes
        counts[place, default: 1] += 1
      } else {
        places[key] = result.count
        counts[result.count] = 1
        result.append(event)
      }
    }
    for (place, count) in counts { name(&result[place], count) }
    return result
  }

  private static func name(_ event: inout Event, _ count: Int) {
    event.weight = 20
    event.detail = nil
    switch event.batch {
    case "import":
      event.subject = "Import"
      event.action = "\(count) accounts with deals and contacts from Salesforce"
      event.detail = "Values as they stood that day. What happened before is only as good as the old system."
      event.trailers = ["Import-Source: salesforce"]
    case "handover":
      event.subject = "Handover"
      event.action =
        "\(count) accounts from \(Vendor.person(Vendor.leaver).name) to \(Vendor.person(Vendor.successor).name)"
    default:
      event.subject = "Sync"
      event.action = "usage and billing of \(count) accounts"
    }
  }
}
