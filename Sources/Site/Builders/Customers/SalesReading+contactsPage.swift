internal import WorkspaceModel

extension SalesReading {
  /// Everything about the contacts of a customer: a table of all, then one table each under the contact's id.
  func contactsPage(_ list: ContactList) -> TablePage {
    let slug = list.customer
    let parts = committeeParts(slug)
    let contacts = sortedContacts(slug, parts)
    let left = contacts.count { $0.status == .left }
    let lede = Format.count(contacts.count, "person", "people") + (left > 0 ? ", \(left) of them left" : "")
    return TablePage(
      head: PageHead(
        title: "Contacts", kicker: site.customerName(slug), headIcon: "people", lede: lede, crumbs: crumbs(slug),
        badges: draftBadge(list.source), actions: actions(list.source), notices: site.notices(for: list.source.path)),
      tables: [overview(contacts, parts)] + contacts.map { contactTable($0, parts[$0.id] ?? []) },
      provenance: site.provenance(list.source))
  }

  private func overview(_ contacts: [Contact], _ parts: [String: [CommitteePart]]) -> DataTable {
    SalesTable.table(
      "All contacts", anchor: "all-contacts", hidesCaption: true, countText: Format.count(contacts.count, "contact"),
      isFilterable: true,
      columns: [
        SalesTable.column("Name"), SalesTable.column("Position"), SalesTable.column("Department", facet: true),
        SalesTable.column("Seniority", facet: true), SalesTable.column("Role", facet: true),
        SalesTable.column("E-mail"), SalesTable.column("Last two-way"), SalesTable.column("Status", facet: true),
      ],
      rows: contacts.map { contact in
        let own = parts[contact.id] ?? []
        return [
          SalesTable.text(
            contact.name, target: Href("", fragment: contact.id), avatar: Format.initials(contact.name)),
          SalesTable.text(contact.jobTitle), SalesTable.text(contact.department),
          SalesTable.text(contact.seniority.map(SalesWords.seniority)),
          own.first.map { SalesTable.badge(roleBadge($0.member)) } ?? SalesTable.nothing(remark: "in no deal"),
          contact.emails.first.map { SalesTable.text($0, target: Href("mailto:\($0)")) } ?? SalesTable.unknown(),
          SalesTable.day(lastContact(contact.id, own), relativeTo: today), SalesTable.badge(statusBadge(contact)),
        ]
      },
      empty: ("No contacts yet", "Add the first one to contacts.yaml."))
  }

  private func contactTable(_ contact: Contact, _ parts: [CommitteePart]) -> DataTable {
    var rows: [[Cell]] = []
    func add(_ name: String, _ cell: Cell) { rows.append([SalesTable.text(name), cell]) }
    func add(_ name: String, _ text: String?) {
      if let text { add(name, SalesTable.text(text)) }
    }
    add("Status", SalesTable.badge(statusBadge(contact)))
    add("Position", position(contact))
    add("Seniority", contact.seniority.map(SalesWords.seniority))
    for email in contact.emails { add("E-mail", SalesTable.text(email, target: Href("mailto:\(email)"))) }
    for phone in contact.phones { add("Phone", SalesTable.text(phone)) }
    add("Time zone", contact.timeZone)
    add("Language", contact.language)
    for part in parts {
      add(
        "Role in a deal",
        SalesTable.text(
          part.deal.name, target: site.addresses.href(part.deal.source.path),
          remark: [SalesWords.committeeRole(part.member.role), standing(part.member)].compactMap { $0 }
            .joined(separator: ", ")))
    }
    add(
      "Last two-way contact",
      SalesTable.day(lastContact(contact.id, parts)))
    for job in contact.employment {
      let span = [job.from.map { "from \(Format.day($0))" }, job.to.map { "to \(Format.day($0))" }].compactMap { $0 }
      add(
        "Employment",
        SalesTable.text(
          site.customerName(job.account), target: site.addresses.customer(job.account),
          remark: span.isEmpty ? nil : span.joined(separator: " ")))
    }
    if contact.status == .left { add("Left on", SalesTable.day(contact.leftOn)) }
    add("Lawful basis", SalesTable.text(contact.lawfulBasis.map { Slug.title(of: $0.rawValue) }))
    add("Source", contact.origin.map { Slug.title(of: $0) })
    add("Note", contact.note)
    return SalesTable.table(
      contact.name, anchor: contact.id, countText: position(contact) ?? "Position unknown",
      columns: [SalesTable.column("Attribute", sorts: false), SalesTable.column("Value", sorts: false)], rows: rows,
      empty: ("Nothing known", "Add what you know to contacts.yaml."))
  }

  private func roleBadge(_ member: WorkspaceModel.CommitteeMember) -> Badge? {
    member.role.map { Badge(text: SalesWords.committeeRole($0), tone: SalesWords.tone($0)) }
  }

  private func statusBadge(_ contact: Contact) -> Badge? {
    if contact.doNotContact == true { return Badge(text: "Do not contact", tone: "urgent") }
    return switch contact.status {
    case .active: Badge(text: "Active", tone: "positive")
    case .left: Badge(text: "Has left", tone: "warning")
    case nil: nil
    }
  }
}
