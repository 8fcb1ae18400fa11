package import Diagnostics
package import Markdown

/// Who a site is built for.
package enum Audience: Hashable, Sendable {
  /// A group of `workspace-setup/access.yaml`.
  case group(String)
  /// One person: all their groups, and what is personal to them.
  case person(String)

  /// The group's or person's id.
  package var id: String {
    switch self {
    case .group(let id), .person(let id): id
    }
  }
}

/// The part of a workspace that one audience may know of.
///
/// Only ``AccessPolicy`` makes one. Records, documents and history facts of everything else are gone before anything is
/// computed, linked, indexed or compared, so what is built from this value cannot leak them.
package struct VisibleWorkspace: Sendable {
  /// For whom.
  package let audience: Audience
  /// How pages call the audience.
  package let audienceTitle: String
  /// The records that remain.
  package private(set) var workspace: Workspace
  /// Rendered bodies of the records that remain, by path.
  package private(set) var documents: [RepoPath: MarkdownDocument]
  /// Why a body could not be rendered, by path.
  package private(set) var refusals: [RepoPath: String]
  /// History of the files that remain, by path.
  package let facts: [RepoPath: RecordFacts]
  /// Findings in files that remain.
  package private(set) var findings: [Diagnostic]
  /// History of the records that remain, without versions from a time when they were hidden.
  package let timeline: Timeline
  /// Contents of the versions in the timeline.
  package let versions: VersionTexts
  private let hidden: HiddenFields

  /// Whether the audience may know of a field, by its key path; see ``FieldEvent/field``.
  package func showsField(_ field: String, of path: RepoPath) -> Bool {
    guard let kind = KindOfPath.kind(of: path) else { return true }
    return !hidden.contain(field, of: [kind])
  }

  /// The same with what was found by looking at nothing else, in place of the findings of some checks.
  package func finding(_ found: [Diagnostic], inPlaceOf ids: Set<String>) -> VisibleWorkspace {
    var visible = self
    visible.findings = (findings.filter { !ids.contains($0.id) } + found).sorted()
    return visible
  }

  /// The same with another text of a record whose fields are the same; of one that does not remain nothing is taken.
  package func telling(_ source: RecordSource, _ document: MarkdownDocument?, refusal: String?) -> VisibleWorkspace {
    guard workspace.paths.contains(source.path) else { return self }
    var visible = self
    visible.workspace.setText(of: source)
    visible.documents[source.path] = document
    visible.refusals[source.path] = refusal
    return visible
  }

  fileprivate init(
    audience: Audience, audienceTitle: String, workspace: Workspace, documents: [RepoPath: MarkdownDocument],
    refusals: [RepoPath: String], facts: [RepoPath: RecordFacts], findings: [Diagnostic], timeline: Timeline,
    versions: VersionTexts, hidden: HiddenFields
  ) {
    self.audience = audience
    self.audienceTitle = audienceTitle
    self.workspace = workspace
    self.documents = documents
    self.refusals = refusals
    self.facts = facts
    self.findings = findings
    self.timeline = timeline
    self.versions = versions
    self.hidden = hidden
  }
}

/// Decides who sees what; the only maker of ``VisibleWorkspace``.
package struct AccessPolicy: Sendable {
  private let rules: AccessRules
  private let people: [TeamMember]

  /// The policy of a workspace.
  package init(_ workspace: Workspace) {
    rules = workspace.access
    people = workspace.people
  }

  /// The audience by its name, a group before a person; nil when there is none of that name.
  package func audience(named name: String?) -> Audience? {
    guard let name else { return .group(rules.defaultAudience) }
    if rules.audiences.contains(where: { $0.id == name }) { return .group(name) }
    return people.contains { $0.id == name } ? .person(name) : nil
  }

  /// Names that ``audience(named:)`` knows.
  package var knownNames: [String] { rules.audiences.map(\.id) + people.map(\.id) }

  /// Takes out everything that the audience may not know of, and with limits what assistants may not.
  ///
  /// `earlier` is the same audience's part of an earlier state of the same workspace, whose history is the same, as are
  /// its rules, the labels of its records and the paths that there are: then the same part of the history is visible,
  /// and it is not filtered again.
  package func visible(
    _ workspace: Workspace, to audience: Audience, documents: [RepoPath: MarkdownDocument],
    refusals: [RepoPath: String], facts: [RepoPath: RecordFacts], findings: [Diagnostic],
    timeline: Timeline = Timeline(), versions: VersionTexts = VersionTexts(),
    historyOf earlier: VisibleWorkspace? = nil, limits: AssistantLimits? = nil
  ) -> VisibleWorkspace {
    let groups = groups(of: audience)
    // Forecasts are made of the amounts of deals.
    let hidesForecasts = hiddenFields(groups).contains("deal.amount")
    var labels: [RepoPath: [String]] = [:]
    for record in workspace.records where !record.source.audience.isEmpty {
      labels[record.source.path] = record.source.audience
    }
    func isAllowed(_ path: RepoPath, _ labels: [String]) -> Bool {
      !(limits?.hides(path) ?? false) && self.sees(path, labels: labels, audience, groups)
    }
    // A forecast that tells of one deal that is hidden would tell its amount.
    let closed = Set(
      workspace.forecasts.lazy.filter { forecast in
        forecast.entries.contains { $0.path.map { !isAllowed($0, labels[$0] ?? []) } ?? false }
      }.map(\.source.path))
    func isSeen(_ path: RepoPath, _ labels: [String]) -> Bool {
      if hidesForecasts, KindOfPath.kind(of: path) == .forecast { return false }
      return isAllowed(path, labels) && !closed.contains(path)
    }
    let sees: (RecordSource) -> Bool = { isSeen($0.path, $0.audience) }
    let seesPath: (RepoPath) -> Bool = { isSeen($0, labels[$0] ?? []) }
    var kept = workspace.filtered(sees)
    kept.paths = workspace.paths.filter(seesPath)
    kept.redirects = ledger(workspace, timeline, sees: isSeen)
    if let source = workspace.peopleSource, !sees(source) {
      kept.people = []
      kept.peopleSource = nil
    }
    let isRuleFile = { (file: PlainFile) in file.source.kind == .access }
    if workspace.plainFiles.contains(where: isRuleFile), !kept.plainFiles.contains(where: isRuleFile) {
      // What the rules hide is named in them.
      kept.access.audiences = []
    }
    kept.dropUnmentionedCustomers()
    let customers = { kind in Set(kept.tables.filter { $0.source.kind == kind }.compactMap(\.customer)) }
    let (usageSeen, billingSeen) = (customers(.usage), customers(.billing))
    kept.usage = workspace.usage.filter { usageSeen.contains($0.key) }
    kept.invoices = workspace.invoices.filter { billingSeen.contains($0.key) }
    kept.hideFields(hiddenFields(groups))
    let hidden = HiddenFields(hiddenFields(groups))
    let history = TimelineFilter(
      sees: isSeen, seesNow: seesPath, hidden: hidden)
    let (keptTimeline, keptVersions) =
      earlier.map { ($0.timeline, $0.versions) } ?? history.visible(timeline, versions)
    let title = groups.first { .group($0.id) == audience }?.title
    return VisibleWorkspace(
      audience: audience, audienceTitle: title ?? people.first { $0.id == audience.id }?.name ?? audience.id,
      workspace: kept, documents: documents.filter { kept.paths.contains($0.key) },
      refusals: refusals.filter { kept.paths.contains($0.key) }, facts: facts.filter { kept.paths.contains($0.key) },
      findings: References.visible(findings.filter { seesPath($0.range.file) }, in: kept), timeline: keptTimeline,
      versions: keptVersions, hidden: hidden)
  }

  /// The entries of the ledger that name only paths of which the audience may know.
  ///
  /// A path counts as hidden when its folder is, or when the labels of anything that lay there hid it.
  private func ledger(
    _ workspace: Workspace, _ timeline: Timeline, sees: (RepoPath, [String]) -> Bool
  ) -> RedirectLedger? {
    guard let ledger = workspace.redirects else { return nil }
    let named = ledger.paths
    var labels: [RepoPath: Set<[String]>] = [:]
    workspace.forEachSource { if named.contains($0.path) { labels[$0.path, default: []].insert($0.audience) } }
    for record in timeline.records {
      for version in record.versions where version.blob != nil && named.contains(version.path) {
        labels[version.path, default: []].insert(version.audience)
      }
    }
    return ledger.visible { path in (labels[path] ?? [[]]).allSatisfy { sees(path, $0) } }
  }

  private func groups(of audience: Audience) -> [AccessRules.Audience] {
    switch audience {
    case .group(let id): rules.audiences.filter { $0.id == id }
    case .person(let id): rules.audiences.filter { $0.members.contains("*") || $0.members.contains(id) }
    }
  }

  /// What no audience can change comes first: `personal/` belongs to one person.
  private func sees(
    _ path: RepoPath, labels: [String], _ audience: Audience, _ groups: [AccessRules.Audience]
  ) -> Bool {
    // What the ledger names may be hidden, so it is no file of any site; its entries are looked at one by one.
    if path == RedirectLedger.path { return false }
    let parts = path.components
    if let top = parts.first, top.elementsEqual("personal".utf8) {
      guard case .person(let id) = audience, parts.count >= 3 else { return false }
      // A folder bears the whole id: "john.smith" is nobody's but his, though its stem is "john".
      return parts[2].elementsEqual(id.utf8) || (parts.count == 3 && path.stem == id)
    }
    return groups.contains { group in
      group.sees(path) && (labels.isEmpty || labels.contains(group.id))
    }
  }

  /// A field stays hidden only when none of the reader's groups may see it.
  private func hiddenFields(_ groups: [AccessRules.Audience]) -> Set<String> {
    guard var hidden = groups.first.map({ Set($0.hiddenFields) }) else { return [] }
    for group in groups.dropFirst() { hidden.formIntersection(group.hiddenFields) }
    return hidden
  }
}

extension Workspace {
  /// Takes out customers that only hidden records imply.
  fileprivate mutating func dropUnmentionedCustomers() {
    let mentioned = impliedCustomers
    customers.removeAll { !paths.contains($0.source.path) && !mentioned.contains($0.slug) }
  }

  /// Takes single fields out of every record; a name that is not known here is reported by the checks.
  fileprivate mutating func hideFields(_ names: Set<String>) {
    if names.contains("contact.phones") || names.contains("contact.emails") {
      for list in contactLists.indices {
        for index in contactLists[list].contacts.indices {
          if names.contains("contact.phones") { contactLists[list].contacts[index].phones = [] }
          if names.contains("contact.emails") { contactLists[list].contacts[index].emails = [] }
        }
        contactLists[list].source.fields = nil
      }
    }
    if names.contains("customer.arr") {
      for index in customers.indices {
        customers[index].arr = nil
        customers[index].source.fields = nil
      }
    }
    if names.contains("deal.amount") {
      for index in deals.indices {
        deals[index].amount = nil
        deals[index].fieldHistory.removeAll { $0.field == "amount" }
        deals[index].source.fields = nil
      }
    }
    if names.contains("person.quotas") {
      for index in people.indices { people[index].quotas = [] }
      peopleSource?.fields = nil
      for index in plainFiles.indices where plainFiles[index].source.kind == .people {
        plainFiles[index].source.fields = nil
      }
    }
  }
}
