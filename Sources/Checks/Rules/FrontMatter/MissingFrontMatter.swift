internal import Diagnostics
internal import WorkspaceModel

/// Records in typed folders have fields.
struct MissingFrontMatter: Check {
  let id = "missing-front-matter"
  let group = CheckGroup.frontMatter
  let severity = Diagnostic.Severity.warning
  let rule = "records in typed folders begin with front matter"
  let rationale = "Without fields the text is shown, but no list, filter or number knows of the record."
  let examples = [
    CheckExample("=== customers/acme/interactions/first-call.md\n▶# First call\nThey want numbers.\n"),
    CheckExample(
      """
      === customers/acme/interactions/index.md
      # Conversations
      === customers/acme/notes.md
      They moved house.
      === customers/acme/tasks/call.md
      ---
      status: open
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let workspace = input.workspace
    var sources: [RecordSource] = workspace.customers.map(\.source)
    sources += workspace.deals.map(\.source) + workspace.interactions.map(\.source) + workspace.insights.map(\.source)
    sources += workspace.tasks.map(\.source) + workspace.battlecards.map(\.source) + workspace.playbooks.map(\.source)
    sources += workspace.templates.map(\.source) + workspace.lessons.map(\.source)
    sources += workspace.securityPages.map(\.source) + workspace.reports.map(\.source)
    return sources.compactMap { source in
      guard source.fields == nil, KindOfPath.isMarkdown(source.path), let bytes = input.bytes(of: source.path),
        FrontMatter(bytes[...]).yaml == nil, !bytes.starts(with: "---".utf8),
        !bytes.starts(with: [0xEF, 0xBB, 0xBF])
      else { return nil }
      let fields = Self.fields(of: source.kind)
      return finding(
        "\(source.kind.noun) without front matter", at: SourceRange(wholeFile: source.path),
        help: "begin the file with a line of '---', the fields \(fields.joined(separator: ", ")), and '---' again",
        fixIts: Self.told(source).map { told in
          let place = SourceRange(wholeFile: source.path)
          return [
            FixIt("begin it with \(told)", edits: [.init(range: place, replacement: "---\n\(told)\n---\n\n")])
          ]
        } ?? [])
    }
  }

  /// The one field that a record cannot do without and that its name or its heading tells; nothing is guessed.
  private static func told(_ source: RecordSource) -> String? {
    switch source.kind {
    case .interaction: return InteractionName.kind(in: source.path.stem).map { "kind: \($0.rawValue)" }
    case .insight:
      let isHeading = source.title != Slug.title(of: source.path.stem)
      guard isHeading, source.title.utf8.count <= 300, source.title.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
      else { return nil }
      return "statement: '\(source.title.replacing("'", with: "''"))'"
    default: return nil
    }
  }

  /// What a record of a kind is of little use without.
  private static func fields(of kind: RecordKind) -> [String] {
    switch kind {
    case .customer: ["name", "lifecycle", "owners"]
    case .deal: ["name", "stage", "amount", "close_on", "owner"]
    case .interaction: ["kind", "subject", "occurred_at", "participants"]
    case .insight: ["kind", "statement", "evidence"]
    case .task: ["owner", "due", "status"]
    case .battlecard: ["competitor", "owner", "reviewed_on"]
    default: ["owner", "reviewed_on"]
    }
  }
}
