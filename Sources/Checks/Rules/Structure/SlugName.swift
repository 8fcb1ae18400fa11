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
    var bad: [RecordSource] = []
    func look(_ sources: some Sequence<RecordSource>) {
      for source in sources where !Self.isSlug(Self.stem(source.path)) { bad.append(source) }
    }
    look(workspace.deals.lazy.map(\.source))
    look(workspace.interactions.lazy.map(\.source))
    look(workspace.insights.lazy.map(\.source))
    look(workspace.tasks.lazy.map(\.source))
    look(workspace.battlecards.lazy.map(\.source))
    look(workspace.playbooks.lazy.map(\.source))
    look(workspace.templates.lazy.map(\.source))
    look(workspace.lessons.lazy.map(\.source))
    look(workspace.securityPages.lazy.map(\.source))
    look(workspace.workflows.lazy.map(\.source))
    look(workspace.contextTemplates.lazy.map(\.source))
    look(workspace.integrations.lazy.map(\.source))
    look(workspace.reports.lazy.map(\.source))
    look(workspace.alerts.lazy.map(\.source))
    if wanted == true { look(workspace.pages.lazy.map(\.source).filter { !Self.hasUsualName($0.path) }) }
    let folders = workspace.customers.lazy.map(\.source).filter { !Self.isSlug(Array($0.slug.utf8)[...]) }
    if bad.isEmpty, folders.isEmpty { return [] }
    let candidates =
      bad.compactMap { RenameCandidate($0.path, $0.kind, slug: Self.slug(of: $0.path.stem)) }
      + folders.compactMap { RenameCandidate($0.path.parent, .customer, slug: Self.slug(of: $0.slug)) }
    let references = RenameReferences(candidates.filter { Self.isKnown($0.kind) }, in: input)
    let list = PathList(workspace.paths)
    return bad.map { report($0.path, $0.path.stem, "file", SourceRange(wholeFile: $0.path), references) }
      + folders.map {
        report($0.path.parent, $0.slug, "folder", input.range(inFolder: $0.path.parent, list), references)
      }
  }

  private func report(
    _ path: RepoPath, _ name: String, _ what: String, _ range: SourceRange, _ references: RenameReferences
  ) -> Diagnostic {
    let better = name.utf8.allSatisfy { $0 < 0x80 } ? Self.slug(of: name) : ""
    let fixIt = references.fixIt(for: path)
    let links = fixIt == nil ? " and mend the links to it" : ""
    return finding(
      "'\(name)' is no good name for a \(what)", at: range,
      help: better.isEmpty
        ? "use lower-case letters, digits and hyphens" : "rename the \(what) to '\(better)'\(links)",
      fixIts: fixIt.map { [$0] } ?? [])
  }

  /// What is named by rules and fields beyond those that are followed keeps its name until a person changes it.
  private static func isKnown(_ kind: RecordKind) -> Bool { kind != .workflow && kind != .integration }

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

  /// The name in lower case, everything between words as one hyphen; a dot within a word or number stays.
  private static func slug(of name: String) -> String {
    var slug: [UInt8] = []
    let bytes = name.utf8.map(TextScan.lower)
    for (index, byte) in bytes.enumerated() {
      let isInside = index + 1 < bytes.count && isWord(bytes[index + 1]) && slug.last.map(isWord) == true
      if isWord(byte) || byte == UInt8(ascii: ".") && isInside {
        slug.append(byte)
      } else if let last = slug.last, last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
}
