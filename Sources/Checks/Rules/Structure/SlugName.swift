internal import Diagnostics
internal import WorkspaceModel

/// Records have names that are good addresses.
struct SlugName: Check {
  let id = "slug-name"
  let group = CheckGroup.structure
  let severity = Diagnostic.Severity.warning
  let rule = "records and customer folders are named in lower-case words joined by hyphens"
  let rationale = "The name is the record's address and id: capitals, spaces and signs make links that break elsewhere."
  let examples = [
    CheckExample("=== customers/Acme_Corp/profile.md\n▶---\nname: Acme\n---\n"),
    CheckExample(
      "=== customers/acme/profile.md\nAcme\n=== customers/acme/tasks/Call Bea.md\n▶---\nstatus: open\n---\n"),
    CheckExample("=== fieldbook.yaml\nstructure: {slugs: true}\n=== guides/Price_List.md\n▶Prices\n"),
    CheckExample(
      """
      === customers/acme-2/profile.md
      Acme
      === customers/acme-2/deals/rollout-v1.2.md
      ---
      stage: lead
      ---
      === customers/acme-2/deals/README.md
      An index may have its usual name.
      === customers/acme-2/Meeting Room Plan.md
      A document is no record.
      """),
    CheckExample("=== fieldbook.yaml\nstructure: {slugs: false}\n=== customers/ACME/profile.md\nAcme\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let wanted = input.workspace.settings.structure.wantsSlugs
    guard wanted != false, input.hasStructure else { return [] }
    let workspace = input.workspace
    var findings: [Diagnostic] = []
    func look(_ paths: some Sequence<RepoPath>) {
      for path in paths where !Self.isSlug(Self.stem(path)) {
        findings.append(report(path.stem, "file", SourceRange(wholeFile: path)))
      }
    }
    look(workspace.deals.lazy.map { $0.source.path })
    look(workspace.interactions.lazy.map { $0.source.path })
    look(workspace.insights.lazy.map { $0.source.path })
    look(workspace.tasks.lazy.map { $0.source.path })
    look(workspace.battlecards.lazy.map { $0.source.path })
    look(workspace.playbooks.lazy.map { $0.source.path })
    look(workspace.templates.lazy.map { $0.source.path })
    look(workspace.lessons.lazy.map { $0.source.path })
    look(workspace.securityPages.lazy.map { $0.source.path })
    look(workspace.workflows.lazy.map { $0.source.path })
    look(workspace.contextTemplates.lazy.map { $0.source.path })
    look(workspace.integrations.lazy.map { $0.source.path })
    look(workspace.reports.lazy.map { $0.source.path })
    look(workspace.alerts.lazy.map { $0.source.path })
    if wanted == true { look(workspace.pages.lazy.map { $0.source.path }.filter { !Self.hasUsualName($0) }) }
    let folders = workspace.customers.filter { !Self.isSlug(Array($0.slug.utf8)[...]) }
    if folders.isEmpty { return findings }
    let list = PathList(workspace.paths)
    return findings
      + folders.map { report($0.slug, "folder", input.range(inFolder: $0.source.path.parent, list)) }
  }

  private func report(_ name: String, _ what: String, _ range: SourceRange) -> Diagnostic {
    let better = Self.slug(of: name)
    return finding(
      "'\(name)' is no good name for a \(what)", at: range,
      help: better.isEmpty
        ? "use lower-case letters, digits and hyphens" : "rename the \(what) to '\(better)' and mend the links to it")
  }

  /// README and its like have the name that everybody knows them by.
  private static func hasUsualName(_ path: RepoPath) -> Bool {
    KindOfPath.isIndexName(path.nameText) || stem(path).allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x5F }
  }

  private static func stem(_ path: RepoPath) -> ArraySlice<UInt8> {
    let name = path.name
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return name }
    return name[..<dot]
  }

  /// Lower-case words and digits joined by single hyphens; dots, since people and versions have them.
  static func isSlug(_ name: ArraySlice<UInt8>) -> Bool {
    var isWord = false
    for byte in name {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: isWord = true
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        if !isWord { return false }
        isWord = false
      default: return false
      }
    }
    return isWord
  }

  private static func slug(of name: String) -> String {
    var slug: [UInt8] = []
    for byte in name.utf8 {
      let lower = TextScan.lower(byte)
      if (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower) {
        slug.append(lower)
      } else if let last = slug.last, last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }
}
