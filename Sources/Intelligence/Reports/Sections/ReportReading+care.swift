internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Sponsors and champions who left or went quiet.
  func peopleChanges() -> SectionData {
    var section = SectionData(
      "people_changes", ["title", "contact", "reason"],
      none: "no champion or sponsor of these accounts left or went quiet")
    for account in accounts {
      var told: Set<String> = []
      let list = workspace.contactLists.first { $0.customer == account.slug }
      for contact in list?.contacts ?? [] where contact.status == .left {
        guard let left = contact.leftOn, today.days(since: left) <= 120, told.insert(contact.id).inserted else {
          continue
        }
        section.add(
          list?.source.path ?? account.source.path, account.name, contact.name, "left on \(ChangeFormat.day(left))")
      }
      for deal in workspace.deals where deal.customer == account.slug && deal.isOpen {
        for member in deal.committee where member.role == .champion || member.role == .executiveSponsor {
          guard let last = member.lastTwoWayOn, today.days(since: last) > 30, told.insert(member.contact).inserted
          else { continue }
          section.add(
            deal.source.path, account.name, anyName(member.contact),
            "\(ReportWords.words(member.role?.rawValue ?? "contact")), no two-way contact for \(age(since: last))")
        }
      }
    }
    return section
  }

  /// Success criteria met of those agreed.
  func criteriaStatus() -> SectionData {
    var section = SectionData(
      "criteria_status", ["title", "met", "agreed", "date"], none: "no success criteria are agreed with these accounts")
    for account in accounts {
      guard let agreed = account.success?.criteriaAgreed else { continue }
      section.add(
        account.source.path, account.name, account.success?.criteriaMet.map(String.init), String(agreed),
        account.reviewedOn.map { "profile reviewed \(ChangeFormat.day($0))" } ?? "never reviewed")
    }
    return section
  }

  /// Two-way contacts of the period, and accounts with none in 30 days.
  func contactsThisWeek() -> SectionData {
    var section = SectionData(
      "contacts_this_week", ["title", "contact", "date"], none: "no account of this scope is under contract")
    for account in accounts {
      let all = sources.contacts.contacts(with: account.slug)
      for contact in all where period.contains(contact.on) {
        section.add(contact.record, account.name, names(contact.people), ChangeFormat.day(contact.on))
      }
      guard all.last.map({ today.days(since: $0.on) > 30 }) ?? true else { continue }
      section.add(
        account.source.path, account.name, "nobody in 30 days",
        all.last.map { "last contact \(ChangeFormat.day($0.on))" } ?? "never in two-way contact")
    }
    return section
  }

  /// Names of contacts by id.
  func names(_ ids: Set<String>) -> String {
    ids.isEmpty ? "sender not noted" : ids.sorted().map(anyName).joined(separator: ", ")
  }
}
