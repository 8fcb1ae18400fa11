internal import History
internal import Site
internal import WorkspaceModel

extension Fieldbook {
  /// What pages say of the moment that the site shows, beside records and clock.
  func siteInputs(_ visible: VisibleWorkspace) -> SiteInputs {
    var places: [String: Int] = [:]
    for (place, commit) in visible.timeline.commits.enumerated() { places[commit.id] = place }
    // A tag of a commit that this audience knows nothing of stands where the last one before it does.
    let known = snapshot.history.commits.map(\.id)
    var latest: Int?
    var standing: [String: Int] = [:]
    for id in known {
      latest = places[id] ?? latest
      standing[id] = latest
    }
    let tags = snapshot.tags.compactMap { tag in
      standing[tag.commit].map { SiteInputs.Tag(tag.name, commit: $0) }
    }
    let review = snapshot.base.flatMap { base in
      standing[base.commit].map { SiteInputs.Tag(base.name, commit: $0) }
    }
    let zone = WorkspaceZone(workspace.settings.timeZone)
    var inputs = SiteInputs(
      tags: tags, review: review, ribbon: ribbon, baseURL: nil, offsetMinutes: { zone.offsetMinutes(at: $0) },
      ruleStandings: visible.workspace.ruleFiles.isEmpty ? nil : ruleStandings(visible))
    inputs.assistants = shownToAssistants(visible)
    return inputs
  }

  /// Said on every page while the site shows the past.
  private var ribbon: String? {
    guard options.showsRibbon, let revision = snapshot.revision, let newest = snapshot.newest,
      newest != revision.commit || options.asOf != nil
    else { return nil }
    return "As of \(ChangeFormat.day(clock.today)) · commit \(revision.short)"
  }
}
