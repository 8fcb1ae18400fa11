internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension PackReading {
  /// Accepted insights that no other section tells.
  var insightItems: [PackItem] {
    let elsewhere: Set<Insight.Kind> = [.commitment, .risk, .objection]
    return accepted.filter { $0.kind.map { !elsewhere.contains($0) } ?? true }.map { insight in
      let kind = words(insight.kind?.rawValue) ?? "insight"
      var values: [String: PackValue] = ["kind": .text(kind), "statement": .text(insight.statement)]
      values.set("confidence", insight.confidence?.text)
      values["author"] = .text(name(insight.author) ?? "unknown author")
      values["author_kind"] = .text(insight.authorKind?.rawValue ?? "unknown")
      values["created_on"] = .text(words(insight.createdOn) ?? "unknown day")
      values["source"] = .text(origin(insight))
      values["evidence"] = .list(
        insight.evidence.map { ["source": .text($0.source), "quote": .text($0.quote ?? "no quote")] })
      values.set("body", body(insight.source))
      return PackItem(
        id: id(insight.source.path), list: "insights", day: insight.createdOn,
        relevance: relevance(insight.deals, of: weight(insight)), values: values,
        line: "- \(kind): \(insight.statement)")
    }
  }

  private func weight(_ insight: Insight) -> Int {
    switch (options.purpose, insight.kind) {
    case (.renewal, .metric), (.qbr, .metric): 150
    case (.dealReview, .decision), (.dealReview, .buyingSignal): 150
    default: insight.authorKind == .model ? 80 : 100
    }
  }

  /// Rivals of open deals, then those of closed ones.
  var competitionItems: [PackItem] {
    var slugs: [String] = []
    for deal in openDeals + deals.filter({ !$0.isOpen }) {
      for slug in deal.competitors where !slugs.contains(slug) { slugs.append(slug) }
    }
    let open = Set(openDeals.flatMap(\.competitors))
    let said = accepted.filter { $0.kind == .competitor }
    return slugs.map { slug in
      let card = sources.battlecards[slug]
      let name = card?.competitor ?? Slug.title(of: slug)
      let answer = card?.thirtySecondAnswer ?? (card == nil ? "no battlecard" : "no answer written yet")
      var values: [String: PackValue] = ["name": .text(name)]
      values["thirty_second_answer"] = .text(
        card?.isNotToBeShared == true ? "\(answer) (the card is not to be shared)" : answer)
      values["when_they_win"] = .text(card.map { $0.whenTheyWin.joined(separator: "; ") } ?? "unknown")
      values["claims"] = .list((card?.claims ?? []).map(claim))
      let names = ([name] + (card?.aliases ?? [])).map { $0.lowercased() }
      let statements = said.filter { insight in names.contains { insight.statement.lowercased().contains($0) } }
      values["statements"] = .list(
        statements.flatMap { insight in
          insight.evidence.map { evidence in
            [
              "date": .text(words(insight.createdOn) ?? "unknown day"),
              "quote": .text(evidence.quote ?? insight.statement), "source": .text(evidence.source),
            ]
          }
        })
      return PackItem(
        id: card.map { id($0.source.path) } ?? "sales-toolkit/battlecards/\(slug)", list: "competitors",
        day: card?.reviewedOn, relevance: open.contains(slug) ? 140 : 70, values: values,
        summary: excerpt(answer).map { "- \(name): \($0)" }, line: "- \(name)")
    }
  }

  private func claim(_ claim: Battlecard.Claim) -> [String: PackValue] {
    let isExpired = claim.expiresOn.map { $0 < today } ?? false
    var values: [String: PackValue] = ["topic": .text(claim.topic + (isExpired ? " (expired, verify first)" : ""))]
    values["ours"] = .text(claim.ours ?? claim.metric.map { "the metric \($0)" } ?? "not noted")
    values["theirs"] = .text(claim.theirs ?? "not noted")
    values["source"] = .text(claim.source ?? "no source")
    values["verified_on"] = .text(words(claim.verifiedOn) ?? "never")
    return values
  }
}
