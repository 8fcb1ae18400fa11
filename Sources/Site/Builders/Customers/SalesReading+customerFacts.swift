internal import WorkspaceModel

extension SalesReading {
  /// The attribute panel of a customer; contract and success only where there is something to say.
  func customerFacts(_ customer: Customer) -> [FactGroup] {
    [accountGroup(customer), contractGroup(customer), successGroup(customer), systemsGroup(customer.externalIDs)]
      .compactMap { $0 }
  }

  private func accountGroup(_ customer: Customer) -> FactGroup {
    var facts = [
      Fact(label: "Industry", values: textValues(customer.industry)),
      Fact(label: "Segment", values: textValues(customer.segment.map(SalesWords.segment))),
      Fact(label: "Tier", values: textValues(customer.tier.map { Slug.title(of: $0.rawValue) })),
      Fact(label: "Employees", values: textValues(customer.employees.map(Format.grouped))),
      Fact(label: "Country", values: textValues(customer.country)),
      Fact(
        label: "Domains",
        values: customer.domains.map { FactValue(value: $0, target: Self.isHostName($0) ? Href("https://\($0)") : nil) }
      ),
      Fact(label: "Came through", values: textValues(customer.origin.map { Slug.title(of: $0.rawValue) })),
      Fact(label: "Reviewed", values: dayValues(customer.reviewedOn)),
    ]
    if let legalName = customer.legalName {
      facts.insert(Fact(label: "Legal name", values: [FactValue(value: legalName)]), at: 0)
    }
    if !customer.aliases.isEmpty {
      facts.append(Fact(label: "Also called", values: customer.aliases.map { FactValue(value: $0) }))
    }
    if let parent = customer.parent { facts.append(Fact(label: "Belongs to", values: [customerValue(parent)])) }
    if !customer.tags.isEmpty {
      facts.append(Fact(label: "Tags", values: customer.tags.map { FactValue(value: $0, tone: "neutral") }))
    }
    return FactGroup(groupTitle: "Account", facts: facts)
  }

  private func contractGroup(_ customer: Customer) -> FactGroup? {
    let isKnown =
      customer.arr != nil || customer.contractStart != nil || customer.contractEnd != nil || customer.renewalOn != nil
    guard isKnown || customer.lifecycle == .customer else { return nil }
    var facts = [
      Fact(label: "ARR", values: textValues(customer.arr.map { Format.money($0, kind: false) })),
      Fact(label: "Started", values: dayValues(customer.contractStart)),
      Fact(label: "Ends", values: dayValues(customer.contractEnd)),
      Fact(label: "Renewal", values: dayValues(customer.renewalOn)),
      Fact(label: "Notice", values: noticeValues(customer)),
      Fact(label: "Sites", values: textValues(customer.sitesContracted.map(Format.grouped))),
      Fact(label: "Seats", values: textValues(customer.seatsPurchased.map(Format.grouped))),
    ]
    if let day = customer.cancellationNoticeOn { facts.append(Fact(label: "Notice given", values: dayValues(day))) }
    if let day = customer.churnedOn {
      facts.append(Fact(label: "Churned", values: dayValues(day)))
      facts.append(Fact(label: "Reason", values: textValues(customer.churnReason.map { Slug.title(of: $0) })))
    }
    return FactGroup(groupTitle: "Contract", facts: facts)
  }

  private func noticeValues(_ customer: Customer) -> [FactValue] {
    let renews = customer.autoRenew.map { $0 ? "renews by itself" : "does not renew by itself" }
    guard let notice = customer.noticeDays else { return renews.map { [FactValue(value: $0)] } ?? [] }
    let last = (customer.contractEnd ?? customer.renewalOn).map { "by \(Format.day($0.adding(days: -notice)))" }
    let remarks = [last, renews].compactMap { $0 }
    return [FactValue(value: days(notice), remark: remarks.isEmpty ? nil : remarks.joined(separator: ", "))]
  }

  private func successGroup(_ customer: Customer) -> FactGroup? {
    guard let success = customer.success else { return nil }
    let criteria = success.criteriaAgreed.map { agreed in
      success.criteriaMet.map { "\($0) of \(agreed)" } ?? "Unknown of \(agreed)"
    }
    let score = success.nps.map { [FactValue(value: String($0), remark: success.npsOn.map { Format.day($0) })] }
    return FactGroup(
      groupTitle: "Success",
      facts: [Fact(label: "Criteria met", values: textValues(criteria)), Fact(label: "NPS", values: score ?? [])])
  }

  /// Whether a text may become the host of a link.
  private static func isHostName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
      }
  }
}
