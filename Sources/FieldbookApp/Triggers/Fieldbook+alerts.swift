internal import Automation
internal import Diagnostics
internal import Git
internal import History
internal import Site
package import WorkspaceModel

/// What a person does with an alert.
package enum AlertAnswer: Sendable {
  case acknowledge(Alert.Verdict?)
  case resolve(Alert.Verdict?)
}

/// What became of an answer.
package struct AlertOutcome: Sendable {
  /// The alert's id, or what is silenced.
  package var subject: String
  /// Short hash of the commit; nil when the file said so already.
  package var commit: String?
  package var branch: String
  package var left: [String]
}

extension Fieldbook {
  /// Acknowledges or resolves an alert in a commit of its own.
  package static func answer(
    _ options: OpenOptions, alert id: String, _ answer: AlertAnswer, branch: String? = nil
  ) async throws(FieldbookError) -> AlertOutcome {
    try await commitChange(options, branch) { (fieldbook, signature) throws(FieldbookError) in
      (try fieldbook.change(answering: id, answer, signature), ())
    }.outcome
  }

  private func change(
    answering id: String, _ answer: AlertAnswer, _ signature: Signature
  ) throws(FieldbookError) -> ChangeToCommit {
    let alert = try alert(id)
    guard let before = Episode(alert) else {
      throw .usage("'\(alert.source.path)' is no alert that can be read", help: "run: fieldbook check")
    }
    let now = local(clock.asOf)
    let person = person(signature)
    var fields: [FieldEdit] = []
    var trailers = ["Alert: \(before.id)"]
    let verb: String
    let verdict: Alert.Verdict?
    switch answer {
    case .acknowledge(let wanted):
      guard before.isOpen else {
        throw .usage(
          "'\(before.id)' is \(before.state.rawValue) already", help: "give a verdict with: fieldbook alerts resolve")
      }
      (verb, verdict) = ("Acknowledge", wanted)
      if before.state != .acknowledged {
        fields += [
          FieldEdit("state", "state: acknowledged\n"), FieldEdit("acked_at", "acked_at: \(now.iso)\n"),
          FieldEdit("acked_by", "acked_by: \(person)\n"), FieldEdit("waiting", nil), FieldEdit("held_back_by", nil),
        ]
      }
      trailers.append("Alert-State: acknowledged")
    case .resolve(let wanted):
      (verb, verdict) = ("Resolve", wanted)
      if before.isOpen {
        fields += [
          FieldEdit("state", "state: resolved\n"), FieldEdit("resolved_at", "resolved_at: \(now.iso)\n"),
          FieldEdit("resolved_by", "resolved_by: \(person)\n"), FieldEdit("waiting", nil),
          FieldEdit("held_back_by", nil),
        ]
      }
      trailers.append("Alert-State: resolved")
    }
    if let verdict, verdict != alert.verdict {
      fields.append(FieldEdit("verdict", "verdict: \(verdict.rawValue)\n"))
      trailers.append("Alert-Verdict: \(verdict.rawValue)")
    }
    guard !fields.isEmpty else { return ChangeToCommit(subject: before.id, files: [], message: "") }
    guard let text = text(of: before.path).flatMap({ FieldEdit.apply(fields, to: $0) }) else {
      throw .usage("'\(before.path)' cannot be changed field by field", help: "edit it by hand, and commit it")
    }
    return ChangeToCommit(
      subject: before.id, files: [(before.path, Array(text.utf8))],
      message: "\(verb) \(before.id)\n\n\(trailers.joined(separator: "\n"))\n")
  }

  /// Keeps a rule, an account or a deal quiet for a while, in a commit of its own.
  package static func silence(
    _ options: OpenOptions, matching: [(name: String, value: String)], for span: RuleSpan, reason: String?,
    branch: String? = nil
  ) async throws(FieldbookError) -> AlertOutcome {
    try await commitChange(options, branch) { (fieldbook, signature) throws(FieldbookError) in
      (try fieldbook.change(silencing: matching, for: span, reason, signature), ())
    }.outcome
  }

  private func change(
    silencing matching: [(name: String, value: String)], for span: RuleSpan, _ reason: String?, _ signature: Signature
  ) throws(FieldbookError) -> ChangeToCommit {
    for (name, value) in matching { try check(name, value) }
    let calendar = WorkCalendar()
    let until = calendar.adding(span, to: clock.today)
    let path: RepoPath = "workspace-setup/processes/triggers.yaml"
    guard let old = text(of: path) else {
      throw .usage("there is no '\(path)'", help: "rules and silences stand there")
    }
    let entry = SilenceEntry(matches: matching, until: until, by: person(signature), reason: reason)
    guard let new = entry.added(to: old) else {
      throw .usage("'\(path)' cannot be changed line by line", help: "add to 'silences:' by hand")
    }
    let words = matching.map(\.value).joined(separator: ", ")
    return ChangeToCommit(
      subject: words, files: [(path, Array(new.utf8))],
      message:
        "Silence \(words) until \(until.iso)\n\n\(reason.map { "\($0)\n\n" } ?? "")Silenced-Until: \(until.iso)\n")
  }

  /// The alert of an id, a path or the beginning of an id that only one has.
  func alert(_ id: String) throws(FieldbookError) -> Alert {
    if let exact = workspace.alerts.first(where: { $0.source.slug == id || $0.source.path.description == id }) {
      return exact
    }
    let near = workspace.alerts.filter { $0.source.slug.contains(id) }
    if near.count == 1 { return near[0] }
    let nearest = NearestWord.to(id, among: workspace.alerts.map(\.source.slug))
    throw .usage(
      near.isEmpty ? "there is no alert '\(id)'" : "\(near.count) alerts have '\(id)' in their name",
      help: nearest.map { "did you mean '\($0)'?" } ?? "run: fieldbook alerts list")
  }

  private func check(_ name: String, _ value: String) throws(FieldbookError) {
    let known: [String] =
      switch name {
      case "rule": workspace.ruleFiles.flatMap { $0.rules.map(\.id) }
      case "account": workspace.customers.map(\.slug)
      default: workspace.deals.map { "\($0.customer)/\($0.slug)" }
      }
    if known.contains(value) { return }
    throw .usage(
      "there is no \(name) '\(value)'", help: NearestWord.to(value, among: known).map { "did you mean '\($0)'?" })
  }

  /// Id of the person who commits; their name as it is where the workspace does not know them.
  func person(_ signature: Signature) -> String {
    let person =
      workspace.people.first { $0.email?.lowercased() == signature.email.lowercased() }
      ?? workspace.people.first { $0.name == signature.name }
    return person?.id ?? String(decoding: JSONValue.string(signature.name).encoded(), as: UTF8.self)
  }

  func text(of path: RepoPath) -> String? {
    guard let file = snapshot.files.first(where: { $0.path == path }), case .bytes(let bytes) = file.content else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func local(_ instant: Instant) -> Instant {
    let zone = WorkspaceZone(workspace.settings.timeZone)
    return Instant(seconds: instant.seconds, offsetMinutes: zone.offsetMinutes(at: instant.seconds))
  }

  /// A small change that was decided on for one state of the branch.
  struct ChangeToCommit {
    var subject: String
    /// None when nothing has to change.
    var files: [(path: RepoPath, bytes: [UInt8]?)]
    var message: String
  }

  /// Decides on a change and commits it; again from the start when the branch moved meanwhile.
  ///
  /// What else was decided with the change that got in is handed back with it.
  static func commitChange<Extra>(
    _ options: OpenOptions, _ branch: String?,
    before: @escaping @Sendable (BranchWriter.Step) throws -> Void = { _ in },
    _ decide: (Fieldbook, Signature) throws(FieldbookError) -> (change: ChangeToCommit, extra: Extra)
  ) async throws(FieldbookError) -> (outcome: AlertOutcome, extra: Extra) {
    let signature = try committer(options)
    var wanted = TriggerOptions()
    wanted.branch = branch
    for _ in 0..<triggerAttempts {
      let looking = BranchWriter(
        folder: options.workspace, workspace: .root, reference: wanted.reference, signature: signature, before: before)
      try looking.finish()
      let (reference, current) = try looking.head()
      var opening = triggerOptions(options, at: current)
      opening.needsHistory = false
      let fieldbook = try await open(opening)
      let (change, extra) = try decide(fieldbook, signature)
      var outcome = AlertOutcome(
        subject: change.subject, commit: nil, branch: String(reference.dropFirst("refs/heads/".count)), left: [])
      if change.files.isEmpty { return (outcome, extra) }
      let writer = BranchWriter(
        folder: options.workspace, workspace: fieldbook.snapshot.folder, reference: wanted.reference,
        signature: signature, before: before)
      let base = fieldbook.snapshot.revision.flatMap { ObjectID(hex: $0.commit) }
      if case .committed(let commit, let left) = try writer.commit(
        change.files, onto: base, replacing: current, message: change.message)
      {
        (outcome.commit, outcome.left) = (commit.short, left.map(\.description))
        return (outcome, extra)
      }
    }
    throw .usage("the branch moved \(triggerAttempts) times meanwhile", help: "try again when others are done")
  }
}

/// One entry of `silences:`.
struct SilenceEntry {
  var matches: [(name: String, value: String)]
  var until: WorkspaceModel.Day
  var by: String
  var reason: String?

  /// A rule file with the entry as the last of its silences; nil for one that is laid out in another way.
  func added(to text: String) -> String? {
    func quoted(_ text: String) -> String { String(decoding: JSONValue.string(text).encoded(), as: UTF8.self) }
    let match = matches.map { "\($0.name): \(quoted($0.value))" }.joined(separator: ", ")
    let entry =
      "  - {match: {\(match)}, until: \(until.iso), by: \(by)\(reason.map { ", reason: \(quoted($0))" } ?? "")}"
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    if lines.first?.hasPrefix("{") == true { return nil }
    guard let key = lines.firstIndex(where: { $0.hasPrefix("silences:") }) else {
      return (lines + ["silences:", entry]).joined(separator: "\n") + "\n"
    }
    let rest = lines[key].dropFirst("silences:".count).filter { $0 != " " }
    guard rest.isEmpty || rest == "[]" || rest.hasPrefix("#") else { return nil }
    if rest == "[]" { lines[key] = "silences:" }
    var end = key + 1
    var last = key
    var indent = "  "
    while end < lines.count,
      lines[end].isEmpty || lines[end].hasPrefix(" ") || lines[end].hasPrefix("-") || lines[end].hasPrefix("#")
    {
      if lines[end].drop(while: { $0 == " " }).hasPrefix("- ") { indent = String(lines[end].prefix { $0 == " " }) }
      if !lines[end].isEmpty { last = end }
      end += 1
    }
    lines.insert(indent + entry.drop { $0 == " " }, at: last + 1)
    return lines.joined(separator: "\n") + "\n"
  }
}
