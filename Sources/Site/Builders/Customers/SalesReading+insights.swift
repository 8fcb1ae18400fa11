internal import Diagnostics
internal import WorkspaceModel

extension SalesReading {
  /// Insights, accepted ones first, then by age and path, each with so many of the quotes that carry it.
  func insightItems(_ insights: [Insight], quotes limit: Int = .max) -> [InsightItem] {
    let order: [Insight.Status] = [.accepted, .proposed, .superseded, .rejected]
    let sorted = insights.sorted { left, right in
      let first = left.status.flatMap { order.firstIndex(of: $0) } ?? 1
      let second = right.status.flatMap { order.firstIndex(of: $0) } ?? 1
      if first != second { return first < second }
      let (younger, older) = (left.createdOn?.number ?? 0, right.createdOn?.number ?? 0)
      return younger != older ? younger > older : left.source.path < right.source.path
    }
    return sorted.compactMap { insight in
      guard let page = site.addresses.href(insight.source.path) else { return nil }
      return InsightItem(
        statement: insight.statement, page: page, kind: SalesWords.insightKind(insight.kind),
        status: insightStatus(insight),
        confidence: insight.confidence.map { "\(Format.percent($0)) sure" } ?? "Confidence unknown",
        author: authorName(insight), isFromModel: insight.authorKind == .model,
        quotes: Array(quotes(insight, on: page).prefix(limit)))
    }
  }

  /// The page of an insight.
  func insightPage(_ insight: Insight, at page: Href) -> InsightPage {
    let expires = insight.expiresOn
    return InsightPage(
      head: PageHead(
        title: insight.statement, kicker: "Insight", headIcon: "insight", crumbs: crumbs(insight.customer),
        badges: draftBadge(insight.source) + [SalesWords.insightKind(insight.kind), insightStatus(insight)],
        actions: actions(insight.source), notices: site.notices(for: insight.source.path)),
      factGroups: [
        FactGroup(
          groupTitle: "Insight",
          facts: [
            Fact(label: "Customer", values: [customerValue(insight.customer)]),
            Fact(label: "Deals", values: dealValues(insight.deals, of: insight.customer)),
            Fact(label: "Author", values: authorValues(insight)),
            Fact(label: "Written", values: dayValues(insight.createdOn)),
          ] + (expires == nil ? [] : [Fact(label: "Holds until", values: dayValues(expires))]))
      ],
      confidence: Meter(
        label: "Confidence", amount: insight.confidence.map { ($0 * Decimal4(100)).text } ?? "0", maximum: "100",
        reading: insight.confidence.map(Format.percent) ?? "Unknown",
        tone: insight.confidence.map { $0.tenThousandths >= 7000 ? "positive" : "neutral" } ?? "neutral",
        isUnknown: insight.confidence == nil),
      quotes: quotes(insight, on: page), body: site.body(of: insight.source.path, on: page),
      backlinks: site.backlinks(to: insight.source.path), provenance: site.provenance(insight.source))
  }

  /// Deals of a customer as values; a dash when it is about none, the slug where a deal is not visible.
  func dealValues(_ slugs: [String], of customer: String) -> [FactValue] {
    if slugs.isEmpty { return [FactValue(value: "–")] }
    return slugs.map { slug in
      guard let deal = site.index.deals["\(customer)/\(slug)"] else { return FactValue(value: slug) }
      return FactValue(value: deal.name, target: site.addresses.href(deal.source.path))
    }
  }

  private func insightStatus(_ insight: Insight) -> Badge {
    if let expires = insight.expiresOn, expires < today, insight.status == .accepted || insight.status == .proposed {
      return Badge(text: "Expired", tone: "warning")
    }
    return switch insight.status {
    case .accepted: Badge(text: "Accepted", tone: "positive")
    case .proposed: Badge(text: "Proposed", tone: "neutral")
    case .rejected: Badge(text: "Rejected", tone: "negative")
    case .superseded: Badge(text: "Superseded", tone: "neutral")
    case nil: Badge(text: "Status unknown", tone: "neutral")
    }
  }

  private func authorName(_ insight: Insight) -> String {
    guard let author = insight.author else { return "Unknown author" }
    return insight.authorKind == .model ? author : site.personName(author)
  }

  private func authorValues(_ insight: Insight) -> [FactValue] {
    guard let author = insight.author else { return [] }
    return insight.authorKind == .model ? [FactValue(value: author, remark: "model")] : [personValue(author)]
  }

  private func quotes(_ insight: Insight, on page: Href) -> [Quote] {
    insight.evidence.map { evidence in
      let source = record(evidence.source, ofCustomer: insight.customer)
      // The model wants an address: a source that is not visible leads back to the insight.
      let sourceLink = source.flatMap { link($0) } ?? Link(text: "A source that is not part of this site", href: page)
      let day = (source as? Interaction)?.occurredAt?.day
      return Quote(
        words: evidence.quote ?? "See the source; no words are quoted.", source: sourceLink, saidOn: day.map { Day($0) }
      )
    }
  }
}
