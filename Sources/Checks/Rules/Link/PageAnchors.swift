internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// Places on pages that a link may name: headings, and the sections that the page of each kind of record has.
///
/// The names are those of `site-theme/layouts`; a record whose page shows what nobody can list here has no table and
/// is not checked.
struct PageAnchors {
  private let input: CheckInput
  private var records: [RepoPath: any WorkspaceRecord]?
  private var known: [RepoPath: Set<String>?] = [:]

  /// Looks into the records of a run.
  init(_ input: CheckInput) {
    self.input = input
  }

  /// Sections of the pages of a kind, whatever the record says.
  private static let sections: [RecordKind: Set<String>] = [
    .customer: [
      "overview", "timeline", "deals", "people", "insights", "tasks", "usage", "documents", "facts", "health",
      "backlinks",
    ],
    .deal: [
      "overview", "meddpicc", "committee", "competition", "play", "timeline", "insights", "tasks", "changes", "facts",
      "backlinks",
    ],
    .interaction: ["insights", "thread", "backlinks"],
    .insight: ["evidence", "backlinks"],
    .task: ["about", "backlinks"],
    .contacts: ["all-contacts"],
    .battlecard: [
      "when-we-win", "when-they-win", "comparison", "objections", "questions", "landmines", "pricing", "proof", "moves",
      "open-deals", "card-background", "backlinks",
    ],
    .playbook: [
      "steps", "questions", "signals", "pitfalls", "worked-example", "measures", "deals-now", "backlinks",
    ],
    .template: ["text", "source", "backlinks"],
    .training: ["backlinks"],
    .security: ["answers", "backlinks"],
    .workflow: ["backlinks"],
    .contextTemplate: ["text", "source", "backlinks"],
    .report: ["sections", "source", "editions", "command", "backlinks"],
    .alert: ["why", "evidence", "answer", "backlinks"],
    .triggers: ["silence-table", "route-table"],
    .integration: [],
    .page: ["backlinks", "pages", "folders"],
  ]

  /// The anchors of a file's page; nil when they are not known.
  mutating func anchors(of path: RepoPath) -> Set<String>? {
    if let found = known[path] { return found }
    let found = collect(path)
    known[path] = .some(found)
    return found
  }

  private mutating func collect(_ path: RepoPath) -> Set<String>? {
    guard let record = record(path), var anchors = Self.sections[record.source.kind] else { return nil }
    // A text that could not be rendered has headings that nobody knows.
    if record.source.body != nil, input.documents[path] == nil { return nil }
    // The front page of a section is made of all that lies in it.
    if record.source.kind == .page, KindOfPath.isIndexName(path.nameText), !path.parent.isRoot,
      Self.shelves.contains(path.components[0])
    {
      return nil
    }
    anchors.formUnion(input.documents[path]?.headings.map(\.id) ?? [])
    // A heading that became the page's title: the link leads to the top, where it stands.
    anchors.insert(AnchorName.slug(record.title))
    switch record {
    case let list as ContactList: anchors.formUnion(list.contacts.map(\.id))
    case let page as SecurityPage: anchors.formUnion(page.answers.indices.map { "answer-\($0 + 1)" })
    case let workflow as Workflow: anchors.formUnion(workflow.stages.map(\.id))
    case let file as RuleFile: anchors.formUnion(file.rules.map { AnchorName.identifier($0.id) })
    case is Integration: anchors.formUnion(input.workspace.integrations.map(\.slug))
    default: break
    }
    return anchors
  }

  private mutating func record(_ path: RepoPath) -> (any WorkspaceRecord)? {
    if records == nil {
      records = Dictionary(input.workspace.records.map { ($0.source.path, $0) }) { first, _ in first }
    }
    return records?[path]
  }

  private static let shelves = ["sales-toolkit", "reporting", "workspace-setup"].map { Array($0.utf8)[...] }
}

/// How anchors are made of words.
enum AnchorName {
  /// A heading's id by the rules of the renderer: lower case, hyphens for spaces, no signs.
  static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": slug.unicodeScalars.append("-")
      case "-", "_": slug.unicodeScalars.append(scalar)
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal {
          slug += scalar.properties.lowercaseMapping
        }
      }
    }
    return slug
  }

  /// The anchor of a rule: what may stand in an id, and hyphens for all else.
  static func identifier(_ text: String) -> String {
    let bytes = text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        byte
      default: UInt8(ascii: "-")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
