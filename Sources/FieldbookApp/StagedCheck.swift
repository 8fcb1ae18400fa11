internal import Diagnostics
internal import Git
internal import History
internal import Markdown
internal import WorkspaceModel

/// Checks a small commit without reading the whole workspace.
///
/// A commit that only adds or changes ordinary records, and takes nothing away that others may point at, can be wrong
/// only in what it touches and in what stands beside it. Then it is enough to read that, see ``StagedScope``, as it is
/// staged and as HEAD has it. When anything comes up this way the whole workspace is checked, so that what is reported
/// is always the exact answer. What only the whole can show in such a commit is left to CI: an imported id, a name or a
/// title that a record of another customer has as well, and what a record of another customer quotes or counts. (Mail
/// addresses of contacts and domains of customers stand in files of which each change has everything checked.)
struct StagedCheck {
  let changes: WorkspaceChanges
  private let options: OpenOptions
  private let reader: WorkspaceReader

  /// Compares the index with HEAD; reads no file yet.
  init(_ options: OpenOptions) throws(FieldbookError) {
    self.options = options
    do {
      reader = try WorkspaceReader(options.workspace, isHook: true)
      changes = try reader.stagedChanges()
    } catch {
      throw .repository(error)
    }
  }

  /// A report when there is nothing to find; nil when only a check of everything can tell.
  func quickly() async throws(FieldbookError) -> CheckReport? {
    guard changes.removed.isEmpty, changes.touched.allSatisfy(Self.isOrdinary) else { return nil }
    var (old, new): ([RepoPath: WorkspaceFile], [WorkspaceFile]) = ([:], [])
    let staged: WorkspaceSnapshot
    var scope: StagedScope
    do {
      for change in changes.files {
        old[change.path] = try reader.file(change.path, change.old)
        if let file = try reader.file(change.path, change.new) { new.append(file) }
      }
      if new.contains(where: { Self.losesHeadings(old[$0.path], $0) }) { return nil }
      guard let found = StagedScope(new) else { return nil }
      scope = found
      staged = try reader.staged { scope.reads($0) }
    } catch {
      throw .repository(error)
    }
    var before = staged
    before.files = staged.files.compactMap { changes.touched.contains($0.path) ? old[$0.path] : $0 }
    var narrow = options
    narrow.needsHistory = false
    async let was = Fieldbook(before, narrow)
    let now = await Fieldbook(staged, narrow)
    guard Self.hasFirmNames(now, changes.touched, scope), Self.keepsLabels(await was, now, changes.touched),
      Fieldbook.introduced(now, await was.findings, changes, touches: true).findings.isEmpty
    else { return nil }
    return CheckReport(fieldbook: now, findings: [], older: 0, touchedFiles: changes.touched.count)
  }

  /// Whether a file defines nothing that another file could miss after a change.
  private static func isOrdinary(_ path: RepoPath) -> Bool {
    switch KindOfPath.kind(of: path) {
    case .interaction, .insight, .task, .deal, .page, .usage, .billing, .dailyPlan, .asset, nil: true
    default: false
    }
  }

  /// Whether a text lost a heading that links may name.
  private static func losesHeadings(_ old: WorkspaceFile?, _ new: WorkspaceFile) -> Bool {
    guard KindOfPath.isMarkdown(new.path), let old, case .bytes(let before) = old.content else { return false }
    guard case .bytes(let after) = new.content else { return true }
    return !headings(before).isSubset(of: headings(after))
  }

  private static func headings(_ bytes: [UInt8]) -> Set<String> {
    let body = FrontMatter(bytes[...]).body
    guard case .document(let document) = MarkdownRenderer.render(body) else { return [] }
    return Set(document.headings.map(\.id))
  }

  /// Whether what the wiki links of the touched texts mean depends on no record that was not read.
  private static func hasFirmNames(_ fieldbook: Fieldbook, _ touched: Set<RepoPath>, _ scope: StagedScope) -> Bool {
    let links = touched.flatMap { fieldbook.documents[$0]?.links ?? [] }.filter { $0.kind == .wiki }
    if links.isEmpty { return true }
    let index = LinkIndex(fieldbook.workspace)
    return links.allSatisfy { link in
      guard link.reach == .relative else { return true }
      return index.idPart(ofWiki: link.path).map(scope.knowsAll(named:)) ?? false
    }
  }

  /// Whether records that links elsewhere may lead to are still called the same and still meant for the same people.
  private static func keepsLabels(_ was: Fieldbook, _ now: Fieldbook, _ touched: Set<RepoPath>) -> Bool {
    func sources(_ workspace: Workspace) -> [RepoPath: RecordSource] {
      var sources: [RepoPath: RecordSource] = [:]
      workspace.forEachSource { if touched.contains($0.path) { sources[$0.path] = $0 } }
      return sources
    }
    let new = sources(now.workspace)
    return sources(was.workspace).allSatisfy { path, old in
      guard let new = new[path] else { return false }
      return old.title == new.title && old.audience == new.audience && old.isDraft == new.isDraft
    }
  }
}
