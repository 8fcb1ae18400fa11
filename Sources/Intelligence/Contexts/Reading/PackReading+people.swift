internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension PackReading {
  var peopleItems: [PackItem] {
    let active = activeContacts
    let contacts = sources.reports.contacts.contacts(with: slug)
    var last: [String: Day] = [:]
    var count: [String: Int] = [:]
    for contact in contacts { for person in contact.people { last[person] = contact.on } }
    for interaction in past { for person in interaction.participants { count[person, default: 0] += 1 } }
    var parts: [String: [(deal: Deal, member: CommitteeMember)]] = [:]
    for deal in deals { for member in deal.committee { parts[member.contact, default: []].append((deal, member)) } }
    let people = (sources.contactsOf[slug] ?? []).map { person in
      let mine = parts[person.id] ?? []
      let main = mine.first { $0.deal.isOpen } ?? mine.first
      let day = last[person.id] ?? main?.member.lastTwoWayOn
      let role = words(main?.member.role?.rawValue) ?? "no role noted"
      var values: [String: PackValue] = ["name": .text(person.name), "role": .text(role)]
      values["title"] = .text(person.jobTitle ?? "title unknown")
      values["department"] = .text(person.department ?? "department unknown")
      values.set("seniority", words(person.seniority?.rawValue))
      values.set("language", person.language)
      values.set("time_zone", person.timeZone)
      values.set("influence", main?.member.influence.map(String.init))
      values.set("stance", main?.member.stance.map(Self.stance))
      values["status"] = .text(status(person))
      values["last_two_way_on"] = .text(words(day) ?? "none noted")
      values["interaction_count"] = .text(String(count[person.id] ?? 0))
      values["roles"] = .text(
        mine.isEmpty
          ? "none noted"
          : mine.map { "\(words($0.member.role?.rawValue) ?? "unknown") in \($0.deal.name)" }.joined(separator: "; "))
      let hasLeft = person.status == .left
      return PackItem(
        id: "contacts#\(person.id)", list: "people", day: day,
        keys: active.contains(person.id) && !hasLeft ? ["contact:\(person.id)"] : [],
        relevance: hasLeft ? 30 : relevance(mine.map(\.deal.slug), of: main == nil ? 60 : 130), values: values,
        line: "- \(person.name), \(person.jobTitle ?? "title unknown"): \(role)\(hasLeft ? ", left" : "")")
    }
    return people.enumerated().sorted { left, right in
      left.element.relevance == right.element.relevance
        ? left.offset < right.offset : left.element.relevance > right.element.relevance
    }.map(\.element)
  }

  private func status(_ person: Contact) -> String {
    var parts = [person.status?.rawValue ?? "status unknown"]
    if let day = words(person.leftOn) { parts.append("left on \(day)") }
    if person.doNotContact == true { parts.append("do not contact") }
    return parts.joined(separator: ", ")
  }
}
