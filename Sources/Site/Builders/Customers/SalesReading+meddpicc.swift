internal import WorkspaceModel

extension SalesReading {
  private static let letters: [WorkspaceModel.MeddpiccElement.Name: String] = [
    .metrics: "M", .economicBuyer: "E", .decisionCriteria: "DC", .decisionProcess: "DP", .paperProcess: "PP",
    .identifiedPain: "I", .champion: "CH", .competition: "CO",
  ]

  /// The eight elements in order, unknown ones too (domain 1.5).
  func meddpicc(_ deal: Deal) -> [MeddpiccElement] {
    WorkspaceModel.MeddpiccElement.Name.allCases.map { name in
      let element = deal.meddpicc.first { $0.name == name }
      let score = element?.score ?? 0
      return MeddpiccElement(
        letter: Self.letters[name] ?? "", name: Slug.title(of: name.rawValue), score: String(score),
        scoreLabel: [
          "Unknown", "Our assumption", "Stated by one contact", "Confirmed by two or in writing",
        ][min(3, max(0, score))],
        finding: element?.text,
        evidence: (element?.evidence ?? []).compactMap { path in
          record(path, ofCustomer: deal.customer).flatMap { link($0) }
        },
        asOf: element?.asOf.map { Day($0) })
    }
  }

  /// How many of the eight the customer has stated: score 2 or more.
  func completeness(_ deal: Deal) -> Meter {
    let known = deal.meddpicc.count { ($0.score ?? 0) >= 2 }
    return Meter(
      label: "Known from the customer", amount: String(known), maximum: "8", reading: "\(known) of 8",
      tone: known >= 5 ? "positive" : known >= 3 ? "warning" : "urgent", isUnknown: deal.meddpicc.isEmpty)
  }
}
