internal import Diagnostics
internal import History
internal import Site
internal import Synchronization
internal import WorkspaceModel

extension LivePreview {
  /// Reads what changed and shows it; called by one task at a time.
  package func update(_ paths: Set<String>, isIncomplete: Bool) async -> LiveOutcome {
    let change = change(paths, isIncomplete: isIncomplete)
    if change.isOfHead, headHasMoved { return await reopen() }
    let ofTheme = change.isOfTheme ? retheme() : .nothing
    if change.files?.isEmpty == true { return ofTheme }
    let ofFiles = await reread(change.files)
    if case .nothing = ofFiles { return ofTheme }
    return ofFiles
  }

  /// Runs the checks over what was read last; whether pages have to be told.
  package func check() async -> Bool {
    let (latest, generation) = state.withLock { ($0.latest, $0.generation) }
    let checked = await latest.checked()
    let isNew = state.withLock { $0.generation == generation }
    guard isNew else { return false }
    let (shown, theme, isKept) = state.withLock { ($0.shown, $0.theme, $0.isKept) }
    let moment = isKept ? accepted(checked, latest, shown, theme) : refreshed(checked, shown)
    let problems = LiveProblems(checked.fieldbook.errors, in: checked.fieldbook)
    return state.withLock { state in
      // Somebody may have gone on writing meanwhile.
      guard state.generation == generation else { return false }
      state.latest = checked
      if let moment {
        if moment.site !== state.shown.site { state.stamp.pages += 1 }
        (state.shown, state.isKept) = (moment, false)
      }
      return state.tell(problems) || isKept && moment != nil
    }
  }

  /// What is shown, with what the checks found.
  private func refreshed(_ checked: LiveReading, _ shown: LiveMoment) -> LiveMoment? {
    var moment = shown
    moment.reading = checked
    if let visible = try? checked.fieldbook.visible(historyOf: shown.visible),
      visible.findings != shown.visible.findings
    {
      moment.visible = visible
      moment.site = shown.site.telling(visible, nil)
    }
    return moment
  }

  /// What was kept back, if the workspace itself says that nothing in it counts as an error; nil while something does.
  private func accepted(
    _ checked: LiveReading, _ latest: LiveReading, _ shown: LiveMoment, _ theme: Theme
  ) -> LiveMoment? {
    let new = latest.readErrors.subtracting(shown.reading.readErrors)
    guard !new.isEmpty, new.isDisjoint(with: checked.fieldbook.errors.map(LiveProblem.init)) else { return nil }
    return try? LiveMoment(checked, theme: theme, generator: generator)
  }

  private var headHasMoved: Bool {
    guard let reader = try? Fieldbook.reader(options), let head = try? reader.headCommit() else { return false }
    return head != state.withLock { $0.latest.fieldbook.snapshot.newest }
  }

  /// Begins anew: the history is another one.
  private func reopen() async -> LiveOutcome {
    do throws(FieldbookError) {
      let reading = try await LiveReading.open(options)
      let theme = state.withLock { $0.theme }
      let moment = try LiveMoment(reading, theme: theme, generator: generator)
      let problems = LiveProblems(reading.fieldbook.errors, in: reading.fieldbook)
      state.withLock { state in
        (state.shown, state.latest, state.isKept) = (moment, reading, false)
        state.stamp.pages += 1
        state.generation += 1
        _ = state.tell(problems)
      }
      return .shown("another commit")
    } catch {
      return kept("the repository", LiveProblems(error))
    }
  }

  private func reread(_ paths: Set<RepoPath>?) async -> LiveOutcome {
    let (latest, shown, theme, wasKept) = state.withLock { ($0.latest, $0.shown, $0.theme, $0.isKept) }
    do throws(FieldbookError) {
      let (reading, difference) = try await latest.again(paths)
      if difference.isEmpty { return .nothing }
      let name = difference.name
      let new = reading.readErrors.subtracting(shown.reading.readErrors)
      let unknown = new.isEmpty ? [] : reading.examined.findings.filter { new.contains(LiveProblem($0)) }
      if !unknown.isEmpty {
        state.withLock { state in
          state.latest = reading
          state.generation += 1
        }
        return kept(name, LiveProblems(unknown, in: reading.fieldbook))
      }
      // What was kept back before has to be shown as well, and the difference does not tell it.
      let moment = try LiveMoment(
        reading, theme: theme, generator: generator, after: shown, wasKept ? nil : difference)
      let problems = LiveProblems(reading.fieldbook.errors, in: reading.fieldbook)
      state.withLock { state in
        (state.shown, state.latest, state.isKept) = (moment, reading, false)
        state.stamp.pages += 1
        state.generation += 1
        _ = state.tell(problems)
      }
      return .shown(name)
    } catch {
      return kept("the workspace", LiveProblems(error))
    }
  }

  private func retheme() -> LiveOutcome {
    let (shown, before) = state.withLock { ($0.shown, $0.theme) }
    do throws(FieldbookError) {
      let theme = try ThemeFolder.load(themeFolder)
      let changed = theme.changedFiles(since: before)
      if changed.isEmpty, state.withLock({ $0.themeProblem == nil }) { return .nothing }
      var moment = shown
      moment.site = try Self.site(shown.site, theme)
      let stamps = ThemeChange(changed)
      state.withLock { state in
        (state.shown, state.theme, state.themeProblem) = (moment, theme, nil)
        state.generation += 1
        if stamps.isOfStyles { state.stamp.styles += 1 }
        if stamps.isOfScripts { state.stamp.scripts += 1 }
        if stamps.isOfLayouts || changed.isEmpty { state.stamp.pages += 1 }
      }
      return .shown("the theme")
    } catch {
      guard case .theme(let problem) = error else { return kept("the theme", LiveProblems(error)) }
      state.withLock { state in
        state.themeProblem = problem
        state.isFresh = true
      }
      return .kept("the theme", errors: 1)
    }
  }

  private static func site(_ site: SiteOnDemand, _ theme: Theme) throws(FieldbookError) -> SiteOnDemand {
    do {
      return try site.printed(with: theme)
    } catch {
      throw .theme(error)
    }
  }

  private func kept(_ name: String, _ problems: LiveProblems) -> LiveOutcome {
    state.withLock { state in
      state.isKept = true
      _ = state.tell(problems)
    }
    return .kept(name, errors: problems.count)
  }
}

/// What of a theme changed, by what a browser has to do about it.
private struct ThemeChange {
  var isOfStyles = false
  var isOfScripts = false
  var isOfLayouts = false

  init(_ files: Set<String>) {
    for file in files {
      if file == "theme.yaml" {
        (isOfStyles, isOfScripts, isOfLayouts) = (true, true, true)
      } else if file.hasSuffix(".css") {
        isOfStyles = true
      } else if file.hasSuffix(".js") {
        isOfScripts = true
      } else {
        isOfLayouts = true
      }
    }
  }
}

extension LivePreview.State {
  /// Takes over what is wrong now; whether that is anything new.
  fileprivate mutating func tell(_ problems: LiveProblems) -> Bool {
    let known = Set(self.problems.errors.map(LiveProblem.init))
    let isWorse = problems.errors.contains { !known.contains(LiveProblem($0)) } || problems.failure != nil
    let isOther = isWorse || problems.count != self.problems.count || problems.list != self.problems.list
    isFresh = problems.count > 0 && (isFresh || isWorse)
    self.problems = problems
    return isOther
  }
}

extension ReadDifference {
  /// "customers/acme/profile.md", or "3 files".
  fileprivate var name: String {
    let all = changed.union(removed)
    guard all.count == 1, let only = all.first else { return "\(all.count) files" }
    return removed.isEmpty ? only.description : "\(only) (removed)"
  }
}
