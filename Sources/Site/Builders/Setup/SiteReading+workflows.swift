internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The index of workflows and context templates, and a page for each.
  func workflowPlan() -> [PlannedPage] {
    guard !workspace.workflows.isEmpty || !workspace.contextTemplates.isEmpty else { return [] }
    var deals: [String: [String: Int]] = [:]
    for deal in workspace.deals where deal.isOpen {
      deals[workspace.workflow(for: deal).workflowID, default: [:]][deal.stage ?? "", default: 0] += 1
    }
    let counts = deals
    var plan = [PlannedPage("/workflows/", .workflows) { $0.workflowIndex(counts) }]
    for workflow in workspace.workflows {
      guard let href = addresses.href(workflow.source.path) else { continue }
      plan.append(
        PlannedPage(href.path, .workflows, source: workflow.source.path) {
          $0.workflowPage(workflow, href, counts[workflow.workflowID] ?? [:])
        })
    }
    for template in workspace.contextTemplates {
      guard let href = addresses.href(template.source.path) else { continue }
      plan.append(
        PlannedPage(href.path, .workflows, source: template.source.path) { $0.contextTemplatePage(template, href) })
    }
    return plan
  }

  private func workflowIndex(_ counts: [String: [String: Int]]) -> IndexPage {
    let cards = workspace.workflows.compactMap { workflow -> Card? in
      guard let href = addresses.href(workflow.source.path) else { return nil }
      var details = [Format.count(workflow.stages.count, "stage")]
      let open = counts[workflow.workflowID]?.values.reduce(0, +) ?? 0
      if workflow.subject == .deal { details.append(Format.count(open, "open deal")) }
      return Card(
        icon: "workflow", title: workflow.title, page: href, summary: summary(of: workflow.source),
        badges: [Badge(text: workflow.subject == .deal ? "Deals" : "Accounts", tone: "neutral")], details: details,
        owner: workflow.owner.map { person($0) })
    }
    let templates = workspace.contextTemplates.sorted {
      ($0.budgetTokens ?? Int.max, $0.source.path) < ($1.budgetTokens ?? Int.max, $1.source.path)
    }
    .compactMap { template -> Card? in
      guard let href = addresses.href(template.source.path) else { return nil }
      return Card(
        icon: "template", title: template.title, page: href, summary: summary(of: template.source), badges: [],
        details: [template.budgetTokens.map { "\(Format.grouped($0)) tokens" } ?? "Budget unknown"], owner: nil)
    }
    let groups = [
      CardGroup(
        groupTitle: "Workflows", anchor: "workflows", countText: Format.count(cards.count, "workflow"),
        groupSummary: "The stages of deals and accounts, and what must be known before each is left.", cards: cards,
        isOrdered: false, emptyTitle: "No workflows yet", emptyHint: "The standard stages are used."),
      CardGroup(
        groupTitle: "Context templates", anchor: "context-templates",
        countText: Format.count(templates.count, "template"),
        groupSummary: "What an assistant is told about a customer, by size.", cards: templates, isOrdered: false,
        emptyTitle: "No context templates", emptyHint: "Add one under customers/templates."),
    ]
    return IndexPage(
      head: PageHead(
        title: "Workflows", kicker: "Workspace", headIcon: "workflow", lede: "How deals and accounts move."),
      intro: nil, groups: groups.filter { !$0.cards.isEmpty }, provenance: nil)
  }

  private func workflowPage(_ workflow: Workflow, _ href: Href, _ counts: [String: Int]) -> WorkflowPage {
    WorkflowPage(
      head: PageHead(
        title: workflow.title, kicker: "Workflow", headIcon: "workflow", lede: workflow.source.summary,
        crumbs: [Crumb(text: "Workflows", href: Href("/workflows/"))], people: answerers(workflow.owner),
        actions: pageActions(workflow.source, at: href.path)),
      facts: [
        textFact("Applies to", workflow.subject == .deal ? "Deals" : "Accounts"),
        textFact("Stages", String(workflow.stages.count)), peopleFact("Owner", workflow.owner.map { [$0] } ?? []),
      ],
      stages: workflow.stages.enumerated().map { number, stage in
        workflowStage(stage, number + 1, count: workflow.subject == .deal ? counts[stage.id] ?? 0 : nil)
      },
      provenance: provenance(workflow.source))
  }

  private func workflowStage(_ stage: Workflow.Stage, _ number: Int, count: Int?) -> WorkflowStage {
    let play = stage.play.flatMap { index.playbooks[$0] }.flatMap { playbook in
      addresses.href(playbook.source.path).map { Link(text: playbook.title, href: $0) }
    }
    return WorkflowStage(
      number: number, anchor: stage.id, stageName: stage.name, odds: stage.probability.map(Format.percent),
      category: stage.category.map(SalesWords.category),
      staleAfter: stage.staleAfterDays.map { "Stale after \(Format.count($0, "day"))" }, play: play,
      population: count.flatMap {
        $0 > 0 ? Link(text: "\(Format.count($0, "deal")) now", href: Href("/pipeline/")) : nil
      },
      criteria: stage.exitCriteria.map { WorkflowCriterion(text: $0.text, needs: $0.needs) })
  }

  private func contextTemplatePage(_ template: ContextTemplate, _ href: Href) -> TemplatePage {
    TemplatePage(
      head: PageHead(
        title: template.title, kicker: "Context template", headIcon: "template", lede: template.source.summary,
        crumbs: [Crumb(text: "Workflows", href: Href("/workflows/"))],
        actions: pageActions(template.source, at: href.path), notices: notices(for: template.source.path)),
      facts: [
        textFact("Tier", template.tier.map { Slug.title(of: $0.rawValue) }),
        textFact("Budget", template.budgetTokens.map { "\(Format.grouped($0)) tokens" }),
      ],
      variables: [], body: body(of: template.source.path, on: href) ?? HTML(bytes: []),
      source: Self.bodyText(template.source), backlinks: backlinks(to: template.source.path),
      provenance: provenance(template.source))
  }
}
