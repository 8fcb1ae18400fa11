internal import Diagnostics
package import WorkspaceModel

/// What one record went through, as far as an audience may know it.
package struct RecordStory: Sendable {
  /// One commit of the record's history.
  package struct Entry: Sendable {
    package var commit: TimelineCommit
    /// Who made the change, first of all the one who did most.
    package var people: [Contributor]
    package var version: RecordVersion
    package var events: [FieldEvent]
    /// What the events say, what matters most first.
    package var texts: [ChangeText]
  }

  package var title: String
  package var history: RecordHistory
  /// Newest first.
  package var entries: [Entry]
}

extension Fieldbook {
  /// The history of a record that is named by its path, its id, its last name or its title.
  package func story(of name: String) throws(FieldbookError) -> RecordStory {
    let visible = try visible()
    let timeline = visible.timeline
    guard let history = try Self.record(named: name, visible) else {
      throw .usage(
        "nothing is known of the history of '\(name)'",
        help: timeline.isCutOff
          ? "history was cut off when cloning; run: git fetch --unshallow" : "commit the file first")
    }
    var events: [Int: [FieldEvent]] = [:]
    for event in timeline.events where event.record == history.path { events[event.commit, default: []].append(event) }
    let words = ChangeWords(ChangeNames(visible.workspace))
    let title = visible.workspace.records.first { $0.source.path == history.path }?.title
    return RecordStory(
      title: title ?? Slug.title(of: history.path.stem), history: history,
      entries: history.versions.map { version in
        let commit = timeline.commits[version.commit]
        let events = events[version.commit] ?? []
        return RecordStory.Entry(
          commit: commit, people: commit.people(of: version), version: version, events: events,
          texts: words.texts(events.map(FieldChange.init), in: history.path))
      })
  }

  /// Finds a record by whatever people call it; several that fit are told apart by the user.
  private static func record(
    named name: String, _ visible: VisibleWorkspace
  ) throws(FieldbookError) -> RecordHistory? {
    let records = visible.workspace.records.map(\.source)
    let path = RepoPath(name.hasPrefix("./") ? String(name.dropFirst(2)) : name)
    if let history = visible.timeline[path] { return history }
    if records.contains(where: { $0.path == path }) { return nil }
    let word = name.lowercased()
    var found = records.filter { $0.id == name || $0.path.description.hasSuffix("/\(name)") }
    if found.isEmpty { found = records.filter { $0.slug == word || $0.title.lowercased() == word } }
    if found.isEmpty {
      let gone = visible.timeline.records.filter { !$0.isPresent && $0.path.stem == word }
      if gone.count == 1 { return gone[0] }
    }
    switch found.count {
    case 1: return visible.timeline[found[0].path]
    case 0:
      let nearest = NearestWord.to(word, among: records.map(\.slug) + records.map(\.id))
      throw .usage(
        "there is no record '\(name)'",
        help: nearest.map { "did you mean '\($0)'?" } ?? "fieldbook list names them all")
    default:
      let names = found.map(\.path.description).sorted().prefix(5).joined(separator: ", ")
      throw .usage("\(found.count) records are called '\(name)'", help: "name one by its path: \(names)")
    }
  }
}
