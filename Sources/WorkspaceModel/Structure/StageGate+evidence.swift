package import Diagnostics

extension StageGate {
  /// The records that show why a criterion is in its state: what proves it, or where the proof would stand.
  ///
  /// Records that the elements of a deal name as evidence go before the deal itself.
  package func evidence(of criterion: Workflow.Criterion) -> [RepoPath] {
    if waiver(of: criterion) != nil { return own }
    guard let needs = criterion.needs, Self.understands(needs) else { return [] }
    let words = needs.split(separator: " ").map(String.init)
    let parts = words[0].split(separator: ".").map(String.init)
    switch parts.first {
    case "interactions": return interactions(Int(words[2]) ?? 0)
    case "meddpicc":
      let element = deal?.meddpicc.first { parts.count > 1 && $0.name.rawValue == parts[1] }
      let named = files(element?.evidence ?? [])
      return named.isEmpty ? own : named
    case "milestones":
      let named = files(customer?.milestone(parts[1])?.evidence ?? [])
      return named.isEmpty ? profile : named
    case "account", "success": return profile
    default: return own
    }
  }

  private var own: [RepoPath] { deal.map { [$0.source.path] } ?? profile }

  private var profile: [RepoPath] { customer.map { [$0.source.path] } ?? [] }

  /// The interaction that made the number full; the newest one while it is not.
  private func interactions(_ wanted: Int) -> [RepoPath] {
    let ordered = twoWay.sorted { left, right in
      let (one, other) = (left.occurredAt?.seconds ?? .max, right.occurredAt?.seconds ?? .max)
      return one == other ? left.source.path < right.source.path : one < other
    }
    guard let last = ordered.last else { return [] }
    return [(wanted > 0 && wanted <= ordered.count ? ordered[wanted - 1] : last).source.path]
  }

  private func files(_ links: [String]) -> [RepoPath] {
    guard let slug = deal?.customer ?? customer?.slug else { return [] }
    let folder = RepoPath("customers/\(slug)")
    return links.compactMap { link in
      folder.resolving(link.split(separator: "#", maxSplits: 1).first.map(String.init) ?? link)
    }
  }
}
