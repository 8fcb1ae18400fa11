internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The connected systems, all on one page.
  func integrationPlan() -> [PlannedPage] {
    guard !workspace.integrations.isEmpty else { return [] }
    return [PlannedPage("/integrations/", .integrations) { $0.integrationsPage() }]
  }

  private func integrationsPage() -> IntegrationsPage {
    let sorted = workspace.integrations.sorted { ($0.title, $0.source.path) < ($1.title, $1.source.path) }
    let behind = sorted.count { $0.lastSync?.status != .ok }
    let systems = Format.count(sorted.count, "system")
    return IntegrationsPage(
      head: PageHead(
        title: "Integrations", kicker: "Workspace", headIcon: "integration",
        lede: behind == 0 ? "\(systems), all of them in step." : "\(systems), \(behind) of them not in step."),
      integrations: sorted.map(integrationItem), provenance: nil)
  }

  private func integrationItem(_ integration: Integration) -> IntegrationItem {
    let sync = integration.lastSync
    let status =
      switch sync?.status {
      case .ok: Badge(text: "Ok", tone: "positive")
      case .partial: Badge(text: "Partial", tone: "warning")
      case .failed: Badge(text: "Failed", tone: "urgent")
      case nil: Badge(text: sync == nil ? "Never" : "Unknown", tone: "neutral")
      }
    var result: String?
    if let sync, sync.fetched != nil || sync.written != nil {
      result = "\(Self.counted(sync.fetched)) fetched, \(Self.counted(sync.written)) written"
    }
    return IntegrationItem(
      anchor: integration.source.slug, title: integration.title, status: status,
      lastSync: sync?.at.map { instant in
        let text = Format.relative(instant.day, to: today)
        return Day(machine: instant.iso, text: "\(text), \(instant.clock)")
      }, syncResult: result, completeness: completeness(integration.completeness),
      facts: [
        peopleFact("Owner", integration.owner.map { [$0] } ?? []),
        textFact("Direction", integration.direction.map { $0 == .read ? "Reads" : "Reads and writes" }),
        locationFact(integration.location), textFact("Schedule", integration.schedule),
        textFact("Token in", integration.secretVariable),
      ],
      caution: integration.note,
      mappings: integration.mappings.map { FieldMapping(theirs: $0.from, ours: $0.to) },
      mappingText: integration.mappings.isEmpty
        ? "No fields mapped" : "\(Format.count(integration.mappings.count, "field")) mapped")
  }

  private func completeness(_ completeness: Integration.Completeness?) -> Meter {
    guard let completeness, let stored = completeness.stored, let total = completeness.atSource, total > 0 else {
      return Meter(
        label: "Stored here", amount: "0", maximum: "1", reading: "Unknown", tone: "neutral", isUnknown: true)
    }
    let checked = completeness.checkedOn.map { ", checked \(Format.relative($0, to: today))" } ?? ""
    let missing = max(0, total - stored)
    return Meter(
      label: "Stored here", amount: String(min(stored, total)), maximum: String(total),
      reading: "\(Format.grouped(stored)) of \(Format.grouped(total))\(checked)",
      tone: missing <= total / 20 ? "positive" : missing <= total / 5 ? "warning" : "urgent", isUnknown: false)
  }

  private func locationFact(_ location: String?) -> Fact {
    let isAddress = location.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? false
    return Fact(
      label: "Where",
      values: location.map { [FactValue(value: $0, target: isAddress ? Href($0) : nil)] } ?? [])
  }

  private static func counted(_ number: Int?) -> String { number.map(Format.grouped) ?? "unknown" }
}
