package import Diagnostics
package import WorkspaceModel

/// What a check is about; the order of the catalogue.
package enum CheckGroup: String, CaseIterable, Sendable {
  case files, structure, frontMatter = "front matter", references, links, freshness, consistency
  case stageGates = "stage gates"
  case duplicates, insights, governance, agents, rules, secrets, site
}

/// A small workspace that shows what a check marks, or what it must leave alone.
///
/// Files are written one after the other as `=== path` and their text; `▶` stands where a finding begins and is taken
/// out. An example without `▶` is a near miss.
package struct CheckExample: Sendable {
  /// The files, marked.
  package let text: String
  /// Facts that are no files: commits, days.
  package let setting: Setting

  /// What an example assumes besides its files.
  package struct Setting: Sendable {
    /// The day on which the check runs.
    package var today = "2026-11-23"
    /// Files whose raw bytes cannot be written as text, by path.
    package var bytes: [String: [UInt8]] = [:]
    /// Symbolic links: path and target.
    package var symlinks: [String: String] = [:]
    /// Texts that are too large to be read: path and size.
    package var tooLarge: [String: Int] = [:]
    /// Files that cannot be read: path and reason.
    package var unreadable: [String: String] = [:]
    /// Paths that Git says were renamed, old to new.
    package var renames: [RepoPath: RepoPath] = [:]
    /// The commit under check: changed paths, author, message.
    package var commit: CommitUnderCheck?
    /// What official history tells of records.
    package var history: Timeline?
    /// What metrics come to.
    package var figures: FigureValues?

    /// Nothing special.
    package init() {}
  }

  /// An example in words of files.
  package init(_ text: String, setting: Setting = Setting()) {
    self.text = text
    self.setting = setting
  }
}

/// One rule about a workspace: reads all, changes nothing.
package protocol Check: Sendable {
  /// Kebab-case, never changes: "broken-link".
  var id: String { get }
  var group: CheckGroup { get }
  /// Severity unless `fieldbook.yaml` says otherwise.
  var severity: Diagnostic.Severity { get }
  /// What must hold, in one line.
  var rule: String { get }
  /// Why it matters, in a sentence or two.
  var rationale: String { get }
  /// At least one that is marked, and at least one near miss.
  var examples: [CheckExample] { get }
  /// What it finds; in any order.
  func findings(in input: CheckInput) -> [Diagnostic]
}

extension Check {
  /// A finding of this check.
  package func finding(
    _ summary: String, at range: SourceRange, explanation: String? = nil, help: String? = nil, fixIts: [FixIt] = []
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, range: range, summary: summary, explanation: explanation ?? rationale, help: help,
      fixIts: fixIts)
  }
}

/// A rule that the loader applies while it reads; the catalogue only describes it.
package struct LoadCheck: Check {
  package let id: String
  package let group: CheckGroup
  package let severity: Diagnostic.Severity
  package let rule: String
  package let rationale: String
  package let examples: [CheckExample]

  /// A description.
  package init(
    _ id: String, _ group: CheckGroup, _ severity: Diagnostic.Severity, rule: String, rationale: String,
    examples: [CheckExample]
  ) {
    self.id = id
    self.group = group
    self.severity = severity
    self.rule = rule
    self.rationale = rationale
    self.examples = examples
  }

  /// Nothing: the loader has reported it already.
  package func findings(in input: CheckInput) -> [Diagnostic] { [] }
}
