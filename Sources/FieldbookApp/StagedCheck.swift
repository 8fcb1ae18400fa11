internal import Checks
internal import Diagnostics
internal import Git
internal import History
internal import Markdown
internal import WorkspaceModel

/// Checks a small commit without reading the whole workspace.
///
/// A commit that only adds or changes ordinary records can be wrong only in the files that it touches, as long as it
/// takes nothing away that others may point at. Then it is enough to read those files, the customers they belong to,
/// and what every record may refer to. When anything is found this way the whole workspace is checked, so that what is
/// reported is always the exact answer. What only the whole can show in such a commit, a mail address that another
/// customer's contact has as well, is left to CI.
struct StagedCheck {
  let changes: WorkspaceChanges
  private let options: OpenOptions
  private let reader: WorkspaceReader
  private let snapshot: WorkspaceSnapshot

  /// Looks at the index; reads no file yet.
  init(_ options: OpenOptions) throws(FieldbookError) {
    self.options = options
    do {
      reader = try WorkspaceReader(options.workspace, isHook: true)
      snapshot = try reader.read(.index, withFacts: false, readsContents: false)
      changes = try reader.stagedChanges(snapshot)
    } catch {
      throw .repository(error)
    }
  }

  /// A report when there is nothing to find; nil when only a check of everything can tell.
  func quickly() async throws(FieldbookError) -> CheckReport? {
    guard changes.removed.isEmpty, changes.touched.allSatisfy(Self.isOrdinary) else { return nil }
    for path in changes.touched where try takesHeadingsAway(path) { return nil }
    var narrow = options
    let customers = Set(changes.touched.compactMap(Self.customer))
    var read = snapshot
    do {
      for index in read.files.indices {
        if let customer = Self.customer(read.files[index].path), !customers.contains(customer) { continue }
        read.files[index] = try reader.filled(read.files[index])
      }
    } catch {
      throw .repository(error)
    }
    narrow.needsHistory = false
    let fieldbook = await Fieldbook(read, narrow)
    if fieldbook.findings.contains(where: { changes.touched.contains($0.range.file) }) { return nil }
    return CheckReport(fieldbook: fieldbook, findings: [], older: 0, touchedFiles: changes.touched.count)
  }

  /// The folder of a customer; nil for everything that other records refer to.
  private static func customer(_ path: RepoPath) -> String? {
    let parts = path.components
    guard parts.count > 2, parts[0].elementsEqual("customers".utf8) else { return nil }
    let name = String(decoding: parts[1], as: UTF8.self)
    return name == "workflows" || name == "templates" ? nil : name
  }

  /// Whether a file defines nothing that another file could miss after a change.
  private static func isOrdinary(_ path: RepoPath) -> Bool {
    switch KindOfPath.kind(of: path) {
    case .interaction, .insight, .task, .deal, .page, .usage, .billing, .dailyPlan, .asset, nil: true
    default: false
    }
  }

  /// Whether a text lost a heading that links may name.
  private func takesHeadingsAway(_ path: RepoPath) throws(FieldbookError) -> Bool {
    guard KindOfPath.isMarkdown(path) else { return false }
    do {
      guard let old = try reader.headContents(of: path, snapshot) else { return false }
      guard let staged = snapshot.files.first(where: { $0.path == path }),
        case .bytes(let new) = try reader.filled(staged).content
      else { return true }
      return !Self.headings(old).isSubset(of: Self.headings(new))
    } catch {
      throw .repository(error)
    }
  }

  private static func headings(_ bytes: [UInt8]) -> Set<String> {
    let body = FrontMatter(bytes[...]).body
    guard case .document(let document) = MarkdownRenderer.render(body) else { return [] }
    return Set(document.headings.map(\.id))
  }
}
