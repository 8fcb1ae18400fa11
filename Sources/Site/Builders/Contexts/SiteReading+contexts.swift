internal import Diagnostics
internal import Intelligence
internal import WorkspaceModel

extension SiteReading {
  /// A page for each customer with what assistants are given of it.
  func contextPlan(_ sources: Once<ReportSources>) -> [PlannedPage] {
    let packs = Once { [inputs] in
      // What assistants may not know of, the copied text does not tell them either.
      PackSources(inputs.assistants.map { ReportSources($0, clock: self.metricClock) } ?? sources.value)
    }
    let known = inputs.assistants?.workspace.customers ?? workspace.customers
    return known.compactMap { customer in
      guard addresses.href(customer.source.path) != nil else { return nil }
      return PlannedPage(Self.contextPage(customer.slug).path, .customers) { reading in
        reading.contextPage(customer, packs.value)
      }
    }
  }

  /// Where the pack of a customer stands.
  static func contextPage(_ slug: String) -> Href { Href("/customers/\(slug)/context/") }

  /// Leads to the pack of a customer; nil for one that assistants know nothing of.
  func contextLink(_ customer: Customer) -> Link? {
    guard inputs.assistants?.workspace.customers.contains(where: { $0.slug == customer.slug }) ?? true else {
      return nil
    }
    return Link(text: "Context pack", href: Self.contextPage(customer.slug))
  }

  private func contextPage(_ customer: Customer, _ packs: PackSources) -> ContextPage {
    var options = PackOptions(.compact)
    // The newest commit of the repository may be about something that this audience knows nothing of.
    options.commit = visible.timeline.commits.last?.short
    let pack = try? packs.pack(customer.slug, options)
    var facts = [textFact("Purpose", "Meeting")]
    if let pack {
      facts.append(
        textFact("Tokens", "\(Format.grouped(pack.tokens)) of \(Format.grouped(pack.manifest.budgetTokens))"))
      facts.append(textFact("Left out", pack.manifest.omissions))
      facts.append(textFact("Estimated by", pack.manifest.estimator))
    }
    return ContextPage(
      head: PageHead(
        title: "Context pack", kicker: customer.name, headIcon: "agent",
        lede: "What an assistant should know of the account before it helps, within 5,000 tokens.",
        crumbs: [
          Crumb(text: "Customers", href: Href("/customers/")),
          Crumb(text: customer.name, href: addresses.customer(customer.slug) ?? Href("/customers/")),
        ]),
      facts: facts, text: pack?.text, commands: Self.commands(customer.slug), provenance: provenance(customer.source))
  }

  private static func commands(_ slug: String) -> [CommandLine] {
    [
      CommandLine(purpose: "Up to 40,000 tokens", line: "fieldbook context \(slug) --tier standard"),
      CommandLine(
        purpose: "Up to 200,000 tokens", line: "fieldbook context \(slug) --tier extended --output packs"),
      CommandLine(purpose: "For a deal review", line: "fieldbook context \(slug) --purpose \"deal review\""),
      CommandLine(purpose: "For a renewal", line: "fieldbook context \(slug) --purpose renewal"),
      CommandLine(purpose: "For a QBR", line: "fieldbook context \(slug) --purpose qbr"),
    ]
  }
}
