package import Diagnostics

/// Where the site has, or once had, the page of a file: told by where the file lies, and by nothing that it says.
package enum PageAddress {
  /// The address of the page of a file at a path; nil for what never has a page of its own by its path.
  ///
  /// Of two files that claim one address only the first has it, see the site's own list of addresses.
  package static func of(_ path: RepoPath, hasSales: Bool = true) -> String? {
    guard path.isSafeToWrite, let kind = KindOfPath.kind(of: path) else { return nil }
    let address: String
    switch kind {
    case .asset, .settings, .redirects, .agents, .assistantSettings: return nil
    case .people: address = "/people/"
    case .access, .approvals: address = "/access/"
    case .toolsMap: address = "/agents/"
    case .integration: address = "/integrations/"
    case .claudeAgent: address = "/agents/\(path.stem)/"
    case .triggers where isSharedRules(path): address = "/rules/"
    default: address = wanted(by: RecordParser.bare(path, kind), hasSales: hasSales)
    }
    return address == "/" || RepoPath(address.dropFirst().dropLast()).isSafeToWrite ? address : nil
  }

  /// Addresses of pages that are made of more than one file.
  package static let reserved: Set<String> = [
    "/", "/customers/", "/deals/", "/contacts/", "/pipeline/", "/people/", "/agents/", "/rules/", "/integrations/",
    "/reports/", "/pulse/", "/compliance/", "/access/", "/health/", "/workflows/", "/toolkit/", "/assets/",
    "/changes/", "/search/", "/toolkit/battlecards/", "/toolkit/playbooks/", "/toolkit/templates/",
    "/toolkit/training/",
    "/toolkit/security-compliance/",
  ]

  /// The address that a record with a page of its own claims.
  package static func wanted(by source: RecordSource, hasSales: Bool) -> String {
    let id = source.id
    switch source.kind {
    case .battlecard, .playbook, .template, .training, .security:
      return "/toolkit/\(id.dropFirst("sales-toolkit/".utf8.count))/"
    case .workflow: return "/workflows/\(source.slug)/"
    case .contextTemplate: return "/context-templates/\(source.slug)/"
    case .report: return "/reports/\(id.dropFirst("reporting/".utf8.count))/"
    case .forecast: return "/pipeline/forecasts/\(source.slug)/"
    case .alert: return "/pulse/\(source.slug)/"
    case .retention, .controls, .processing: return "/compliance/\(source.slug)/"
    case .dailyPlan: return "/plans/\(id.dropFirst("personal/daily-plans/".utf8.count))/"
    default: break
    }
    if id.isEmpty { return hasSales ? "/welcome/" : "/" }
    let path = source.kind == .data || source.kind == .usage || source.kind == .billing ? stemmed(source.path) : id
    for (folder, section) in sections where path == folder || path.hasPrefix(folder + "/") {
      return "/\(section)\(path.dropFirst(folder.utf8.count))/"
    }
    return "/\(path)/"
  }

  /// Whether a file holds rules that all share, which have one page together.
  package static func isSharedRules(_ path: RepoPath) -> Bool {
    path.bytes.starts(with: "workspace-setup/".utf8) && !path.parent.parent.isRoot
  }

  private static let sections = [
    ("sales-toolkit", "toolkit"), ("workspace-setup/compliance", "compliance"), ("workspace-setup", "setup"),
    ("reporting", "reports"),
  ]

  private static func stemmed(_ path: RepoPath) -> String { path.parent.appending(path.stem).description }
}

extension Workspace {
  /// Whether this is more than a folder of pages.
  package var hasSalesRecords: Bool {
    !customers.isEmpty || !deals.isEmpty || !battlecards.isEmpty || !people.isEmpty || !playbooks.isEmpty
  }
}
