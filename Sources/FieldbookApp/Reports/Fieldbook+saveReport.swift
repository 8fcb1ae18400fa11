internal import Diagnostics
internal import Git
internal import History
internal import Intelligence
internal import Site
internal import WorkspaceModel

extension Fieldbook {
  /// Commits a report as an edition below its level's folder, to the branch that is checked out.
  package func save(_ report: ComputedReport, about wanted: ReportOptions) throws(FieldbookError) -> SavedEdition {
    try save(report, about: wanted, beforeMoving: {})
  }

  func save(
    _ report: ComputedReport, about wanted: ReportOptions, beforeMoving: () throws(FieldbookError) -> Void
  ) throws(FieldbookError) -> SavedEdition {
    let path = Self.editionPath(report, about: wanted)
    let title = "\(report.definition.title), \(ChangeFormat.day(report.day))"
    let writer = EditionWriter(
      folder: options.workspace, workspace: snapshot.folder, signature: try signature(),
      message: "Save \(title)\n\nScope: \(report.data.scope). As of \(report.data.asOf), commit \(report.data.commit).")
    return try writer.save(Array(report.edition(title: title).utf8), at: path, beforeMoving: beforeMoving)
  }

  /// Whoever Git says commits here, now.
  func signature() throws(FieldbookError) -> Signature {
    let committer: Author?
    do throws(GitError) {
      committer = try Repository(discovering: options.workspace).committer()
    } catch {
      throw .repository(error)
    }
    guard let person = committer else {
      throw .usage(
        "nobody is named who commits here",
        help: "run: git config user.name <name>, and git config user.email <address>")
    }
    return Signature(name: person.name, email: person.email, when: Int64(options.wallClock))
  }

  /// `reporting/personal/editions/ae-daily/2026-11-23-john-smith.md`.
  private static func editionPath(_ report: ComputedReport, about wanted: ReportOptions) -> RepoPath {
    let scope = wanted.user ?? wanted.team
    // Names of files are slugs: "john.smith" is told from "john-smith" by the front matter.
    let name = scope.map { "-" + String($0.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }) }
    let folder = report.definition.source.path.parent.appending("editions").appending(report.definition.source.slug)
    return folder.appending("\(report.day.iso)\(name ?? "").md")
  }
}

extension ComputedReport {
  /// The text as a page of the workspace, links relative to where it lies.
  func edition(title: String) -> String {
    let folder = definition.source.path.parent.appending("editions").appending(definition.source.slug)
    let text = text(in: folder)
    func quoted(_ text: String) -> String { String(decoding: JSONValue.string(text).encoded(), as: UTF8.self) }
    return """
      ---
      title: \(quoted(title))
      summary: \(quoted("Scope: \(data.scope). As of \(data.asOf), commit \(data.commit)."))
      ---

      \(text)
      """
  }
}
