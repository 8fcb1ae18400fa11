internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// Who points at a page, and by which relation; made of typed references and of links in texts.
struct Backlinks: Sendable {
  private struct Source: Hashable, Sendable {
    let relation: Relation
    let path: RepoPath
  }
  /// How one record can point at another, in the order in which groups are shown.
  enum Relation: Int, Sendable, CaseIterable {
    case competitorIn, playedIn, evidenceFor, proofIn, assetOf, prerequisiteOf, aboutInTask, linkedFromDeals
    case linkedFromInteractions, linkedFromToolkit, linkedFromCustomers, linkedFrom

    /// The group's heading.
    var title: String {
      switch self {
      case .competitorIn: "Competitor in"
      case .playedIn: "Played in stages of"
      case .evidenceFor: "Evidence for"
      case .proofIn: "Proof on battlecards"
      case .assetOf: "Used by playbooks"
      case .prerequisiteOf: "Needed before"
      case .aboutInTask: "Subject of tasks"
      case .linkedFromDeals: "Cited in deals"
      case .linkedFromInteractions: "Mentioned in interactions"
      case .linkedFromToolkit: "Cited in the toolkit"
      case .linkedFromCustomers: "Cited in customer records"
      case .linkedFrom: "Linked from"
      }
    }
  }

  private var sources: [RepoPath: Set<Source>] = [:]

  init(_ visible: VisibleWorkspace, _ resolver: LinkResolver) {
    let workspace = visible.workspace
    for deal in workspace.deals {
      for competitor in deal.competitors {
        add(deal.source.path, .competitorIn, RepoPath("sales-toolkit/battlecards/\(competitor).md"))
      }
      let folder = RepoPath("customers/\(deal.customer)")
      for evidence in deal.meddpicc.flatMap(\.evidence) {
        if let path = folder.resolving(evidence) { add(deal.source.path, .evidenceFor, path) }
      }
    }
    for insight in workspace.insights {
      for evidence in insight.evidence {
        if let path = RepoPath("customers/\(insight.customer)").resolving(evidence.source) {
          add(insight.source.path, .evidenceFor, path)
        }
      }
    }
    for task in workspace.tasks {
      guard let customer = task.customer else { continue }
      for about in task.about {
        if let path = RepoPath("customers/\(customer)").resolving(about) { add(task.source.path, .aboutInTask, path) }
      }
    }
    for card in workspace.battlecards {
      for proof in card.proof {
        let parts = proof.deal.split(separator: "/")
        if parts.count == 2 { add(card.source.path, .proofIn, RepoPath("customers/\(parts[0])/deals/\(parts[1]).md")) }
      }
    }
    for playbook in workspace.playbooks {
      for asset in playbook.assets {
        if let path = playbook.source.path.parent.resolving(asset) { add(playbook.source.path, .assetOf, path) }
      }
    }
    for lesson in workspace.lessons {
      for slug in lesson.prerequisites {
        add(lesson.source.path, .prerequisiteOf, RepoPath("sales-toolkit/training/\(slug).md"))
      }
    }
    for workflow in workspace.workflows {
      for play in workflow.stages.compactMap(\.play) {
        add(workflow.source.path, .playedIn, RepoPath("sales-toolkit/playbooks/\(play).md"))
      }
    }
    for (path, document) in visible.documents {
      let relation = Self.relation(of: path)
      for link in document.links {
        if case .page(_, let target, _) = resolver.resolve(link, in: path), target != path {
          add(path, relation, target)
        }
      }
    }
  }

  /// The groups for a page, links sorted by title; `link` gives title and address of a pointing file.
  func groups(for path: RepoPath, link: (RepoPath) -> Link?) -> [BacklinkGroup] {
    guard let found = sources[path] else { return [] }
    let grouped = Dictionary(grouping: found, by: \.relation)
    return Relation.allCases.compactMap { relation in
      let links = (grouped[relation] ?? []).sorted { $0.path < $1.path }.compactMap { link($0.path) }
      guard !links.isEmpty else { return nil }
      let sorted = links.sorted { ($0.text, $0.href.path) < ($1.text, $1.href.path) }
      return BacklinkGroup(relation: relation.title, count: sorted.count, links: sorted)
    }
  }

  /// How many distinct files point here.
  func count(for path: RepoPath) -> Int { Set((sources[path] ?? []).map(\.path)).count }

  private mutating func add(_ source: RepoPath, _ relation: Relation, _ target: RepoPath) {
    sources[target, default: []].insert(Source(relation: relation, path: source))
  }

  private static func relation(of path: RepoPath) -> Relation {
    switch KindOfPath.kind(of: path) {
    case .deal: .linkedFromDeals
    case .interaction: .linkedFromInteractions
    case .battlecard, .playbook, .template, .training, .security: .linkedFromToolkit
    case .customer, .insight, .task: .linkedFromCustomers
    default: .linkedFrom
    }
  }
}
