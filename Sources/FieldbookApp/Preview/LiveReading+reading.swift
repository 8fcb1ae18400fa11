internal import Checks
internal import Diagnostics
internal import History
internal import Markdown
internal import Site
internal import WorkspaceModel

extension LiveReading {
  /// Reads a workspace from the beginning, with all checks.
  static func open(_ options: OpenOptions) async throws(FieldbookError) -> LiveReading {
    var timings = Timings()
    let reader = try Fieldbook.reader(options)
    let snapshot = try Fieldbook.read(reader, options)
    let examined = await Examined(snapshot, options, &timings)
    let history = try await Fieldbook.readHistory(snapshot, examined, reader, options, &timings)
    let facts = RecordFacts.facts(of: snapshot.history)
    var checked = examined
    await checked.check(snapshot, facts, history.timeline, options, &timings)
    let fieldbook = Fieldbook(snapshot, checked, facts, history, comparedWith: history.timeline, options, timings)
    return LiveReading(fieldbook: fieldbook, examined: examined)
  }

  /// Reads files of the work tree again, all of them without paths; what the others say is taken over.
  ///
  /// The checks do not run: what they found in files that did not change stands until they have.
  func again(_ paths: Set<RepoPath>?) async throws(FieldbookError) -> (LiveReading, ReadDifference) {
    let earlier = fieldbook
    let reader = try Fieldbook.reader(earlier.options)
    let snapshot: WorkspaceSnapshot
    do {
      snapshot = try reader.read(again: paths, of: earlier.snapshot)
    } catch {
      throw .repository(error)
    }
    let files = await ReadFiles(snapshot.files, jobs: earlier.options.jobs, after: self.examined.files)
    var difference = files.difference(from: self.examined.files)
    if difference.isEmpty { return (self, difference) }
    var timings = Timings()
    let examined: Examined
    if let text = difference.text, let told = self.examined.telling(text.source, files) {
      examined = told
    } else {
      difference.text = nil
      examined = await Examined(
        files, snapshot, earlier.options, &timings, after: self.examined, changed: difference.changed)
    }
    var history = earlier.history
    if difference.changesHistory {
      history = try await Fieldbook.readHistory(snapshot, examined, reader, earlier.options, &timings)
    }
    let touched = difference.changed.union(difference.removed)
    let known = Set(self.examined.findings)
    let carried = earlier.findings.filter { !touched.contains($0.range.file) && !known.contains($0) }
    var shown = examined
    shown.findings = Array(Set(carried + examined.findings)).sorted()
    var options = earlier.options
    options.needsChecks = false
    let fieldbook = Fieldbook(snapshot, shown, earlier.facts, history, comparedWith: nil, options, timings)
    return (LiveReading(fieldbook: fieldbook, examined: examined), difference)
  }

  /// The same with what the checks find now.
  func checked() async -> LiveReading {
    var (timings, checked, options) = (Timings(), examined, fieldbook.options)
    options.needsChecks = true
    let (snapshot, facts, history) = (fieldbook.snapshot, fieldbook.facts, fieldbook.history)
    await checked.check(snapshot, facts, history.timeline, options, &timings)
    var reading = self
    reading.fieldbook = Fieldbook(
      snapshot, checked, facts, history, comparedWith: history.timeline, options, timings)
    return reading
  }
}

extension ReadDifference {
  /// Whether it changes how history is read: settings say who is a bot, workflows which stages there are.
  var changesHistory: Bool {
    changed.union(removed).contains { path in
      let kind = KindOfPath.kind(of: path)
      return kind == .settings || kind == .workflow
    }
  }

  /// Whether an audience may see other records or other parts of their past than before.
  func mayChangeAccess(from earlier: Workspace, to workspace: Workspace) -> Bool {
    if isOfFiles { return true }
    if text != nil { return false }
    let kinds: Set<RecordKind> = [.settings, .access, .people]
    return changed.contains { path in
      guard let kind = KindOfPath.kind(of: path), !kinds.contains(kind) else { return true }
      return earlier.labels(of: path) != workspace.labels(of: path)
    }
  }
}

extension Workspace {
  /// The audiences that the records of a file name.
  fileprivate func labels(of path: RepoPath) -> [[String]] {
    var labels: [[String]] = []
    forEachSource { if $0.path == path { labels.append($0.audience) } }
    return labels
  }
}
