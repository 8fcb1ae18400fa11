internal import Diagnostics
internal import PipelineMetrics
internal import Site
internal import WorkspaceModel

/// Two states of a workspace as one audience may see them, side by side.
struct DifferenceSides {
  let old: VisibleWorkspace
  let new: VisibleWorkspace
  /// Files that moved, new path to old.
  let formerPaths: [RepoPath: RepoPath]
  private let oldFiles: [RepoPath: [UInt8]]
  private let newFiles: [RepoPath: [UInt8]]

  /// Joins both states; `moves` lead from old to new paths.
  init(
    old: VisibleWorkspace, new: VisibleWorkspace, moves: [RepoPath: RepoPath], oldFiles: [RepoPath: [UInt8]],
    newFiles: [RepoPath: [UInt8]]
  ) {
    self.old = old
    self.new = new
    self.oldFiles = oldFiles
    self.newFiles = newFiles
    // What moved from or to a place that is hidden came or went.
    formerPaths = Dictionary(
      moves.filter { old.workspace.paths.contains($0.key) && new.workspace.paths.contains($0.value) }
        .map { ($0.value, $0.key) }
    ) { first, _ in first }
  }

  /// Records that differ, in the order of paths.
  var records: [WorkspaceDifference.Record] {
    let words = ChangeWords(ChangeNames(new.workspace))
    let oldRecords = Self.sources(old.workspace)
    let newRecords = Self.sources(new.workspace)
    let leftBehind = Set(formerPaths.values)
    var records: [WorkspaceDifference.Record] = []
    for (path, source) in newRecords {
      let former = formerPaths[path] ?? path
      guard oldRecords[former] != nil else {
        records.append(record(.added, source, new.workspace))
        continue
      }
      let isMoved = former != path
      if !isMoved, oldFiles[path] == newFiles[path] { continue }
      var found = record(isMoved ? .moved(from: former) : .changed, source, new.workspace)
      found.fields = changes(former, path)
      found.texts = words.texts(found.fields, in: path)
      records.append(found)
    }
    for (path, source) in oldRecords where newRecords[path] == nil && !leftBehind.contains(path) {
      records.append(record(.removed, source, old.workspace))
    }
    return records.sorted { $0.path < $1.path }
  }

  /// Fields that an audience may not see were taken out of the records, so they are not compared either.
  private func changes(_ former: RepoPath, _ path: RepoPath) -> [WorkspaceModel.FieldChange] {
    let before = oldFiles[former].map { RecordFields($0, path: former) }
    let after = newFiles[path].map { RecordFields($0, path: path) }
    let all = FieldComparison.changes(from: before, to: after)
    return all.filter { new.showsField($0.field, of: path) }
  }

  private func record(
    _ change: WorkspaceDifference.Record.Change, _ source: RecordSource, _ workspace: Workspace
  ) -> WorkspaceDifference.Record {
    let parts = source.path.components
    let slug =
      parts.count > 2 && parts[0].elementsEqual("customers".utf8) ? String(decoding: parts[1], as: UTF8.self) : nil
    let customer = slug.flatMap { slug in workspace.customers.first { $0.slug == slug }?.title }
    return WorkspaceDifference.Record(
      change: change, path: source.path, kind: source.kind, title: source.title, customer: customer, fields: [],
      texts: [])
  }

  private static func sources(_ workspace: Workspace) -> [RepoPath: RecordSource] {
    Dictionary(workspace.records.map { ($0.source.path, $0.source) }) { first, _ in first }
  }

  // MARK: What follows

  /// Sums of the pipeline that differ.
  var figures: [WorkspaceDifference.Figure] {
    var figures: [WorkspaceDifference.Figure] = []
    let (before, after) = (PipelineFigures(old.workspace), PipelineFigures(new.workspace))
    for name in PipelineFigures.names {
      for unit in Set(before[name].keys).union(after[name].keys).sorted() {
        let (left, right) = (before[name][unit] ?? .zero, after[name][unit] ?? .zero)
        if left == right { continue }
        figures.append(PipelineFigures.figure(name, unit, from: left, to: right))
      }
    }
    for (name, left, right) in PipelineFigures.counts(before, after) where left != right {
      figures.append(.init(name: name, old: String(left), new: String(right), note: nil))
    }
    return figures
  }

  /// Addresses that come, that go, and that lead elsewhere.
  var pages: (new: [String], lost: [String], redirects: [WorkspaceDifference.Redirect]) {
    let (before, after) = (SiteAddresses(old.workspace), SiteAddresses(new.workspace))
    let oldPages = Set(old.workspace.records.compactMap { before.href($0.source.path)?.path })
    let newPages = Set(new.workspace.records.compactMap { after.href($0.source.path)?.path })
    var redirects: Set<WorkspaceDifference.Redirect> = []
    for (path, former) in formerPaths {
      guard let from = before.href(former)?.path, let to = after.href(path)?.path, from != to, !newPages.contains(from)
      else { continue }
      redirects.insert(.init(from: from, to: to))
    }
    let led = Set(redirects.map(\.from))
    return (
      newPages.subtracting(oldPages).sorted(), oldPages.subtracting(newPages).subtracting(led).sorted(),
      redirects.sorted { $0.from < $1.from }
    )
  }

  /// Alerts that come, go or change their state.
  var alerts: [String] {
    let before = Dictionary(old.workspace.alerts.map { ($0.source.path, $0) }) { first, _ in first }
    let after = Dictionary(new.workspace.alerts.map { ($0.source.path, $0) }) { first, _ in first }
    var lines: [String] = []
    for (path, alert) in after {
      guard let former = before[path] else {
        lines.append("New alert: \(alert.title)")
        continue
      }
      if former.state != alert.state {
        lines.append("\(alert.title): \(Self.name(former.state)) → \(Self.name(alert.state))")
      }
    }
    for (path, alert) in before where after[path] == nil { lines.append("No longer on file: \(alert.title)") }
    return lines.sorted()
  }

  private static func name(_ state: Alert.State?) -> String { state?.rawValue ?? "unknown" }
}
