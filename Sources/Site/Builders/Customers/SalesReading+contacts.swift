internal import WorkspaceModel

extension SalesReading {
  /// Somebody's part in a deal.
  struct CommitteePart {
    let deal: Deal
    let member: WorkspaceModel.CommitteeMember
  }

  /// Parts of contacts in deals of a customer by contact id, those in open deals first.
  func committeeParts(_ slug: String) -> [String: [CommitteePart]] {
    var parts: [String: [CommitteePart]] = [:]
    for deal in site.index.dealsOf[slug] ?? [] {
      for member in deal.committee {
        parts[member.contact, default: []].append(CommitteePart(deal: deal, member: member))
      }
    }
    return parts
  }

  /// The contacts of a customer, by weight in the open deals; those who left come last.
  func contactItems(_ slug: String) -> [ContactItem] {
    let parts = committeeParts(slug)
    return sortedContacts(slug, parts).map { contact in
      let own = parts[contact.id] ?? []
      var roles: [Badge] = []
      for role in own.compactMap(\.member.role)
      where !roles.contains(where: { $0.text == SalesWords.committeeRole(role) }) {
        roles.append(Badge(text: SalesWords.committeeRole(role), tone: SalesWords.tone(role)))
      }
      if own.contains(where: { $0.member.isPrimary && $0.deal.isOpen }) {
        roles.append(Badge(text: "Primary", tone: "info"))
      }
      return ContactItem(
        initials: Format.initials(contact.name), name: contact.name, anchor: contact.id, position: position(contact),
        roles: roles, standing: own.first.flatMap { standing($0.member) }, email: contact.emails.first,
        phone: contact.phones.first, lastContact: lastContact(contact.id, own).map { Day($0, relativeTo: today) },
        hasLeft: contact.status == .left, isDoNotContact: contact.doNotContact == true)
    }
  }

  /// The contacts of a customer in the order of their lists.
  func sortedContacts(_ slug: String, _ parts: [String: [CommitteePart]]) -> [Contact] {
    func weight(_ id: String) -> Int {
      (parts[id] ?? []).reduce(0) { $0 + ($1.deal.isOpen ? 10 + ($1.member.influence ?? 0) : 0) }
    }
    let keyed = (site.index.contactsOf[slug] ?? []).map {
      (contact: $0, weight: weight($0.id), name: $0.name.lowercased())
    }
    return keyed.sorted { left, right in
      let (leftGone, rightGone) = (left.contact.status == .left, right.contact.status == .left)
      if leftGone != rightGone { return rightGone }
      if left.weight != right.weight { return left.weight > right.weight }
      return (left.name, left.contact.id) < (right.name, right.contact.id)
    }.map(\.contact)
  }

  /// "Head of Facilities, Operations".
  func position(_ contact: Contact) -> String? {
    let parts = [contact.jobTitle, contact.department].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// "In favour, influence 4 of 5".
  func standing(_ member: WorkspaceModel.CommitteeMember) -> String? {
    let parts = [member.stance.map(SalesWords.stance), member.influence.map { "influence \($0) of 5" }]
    let known = parts.compactMap { $0 }
    guard let first = known.first else { return nil }
    return ([first.prefix(1).uppercased() + first.dropFirst()] + known.dropFirst()).joined(separator: ", ")
  }

  /// The last two-way contact, from interactions and from what deals say.
  func lastContact(_ id: String, _ parts: [CommitteePart]) -> WorkspaceModel.Day? {
    (parts.compactMap { lastTwoWay($0.member) } + [standings.lastTwoWayWith[id]].compactMap { $0 }).max()
  }
}
