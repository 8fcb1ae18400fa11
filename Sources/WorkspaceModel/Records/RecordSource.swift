package import Diagnostics

/// What every record has, whatever its kind: where it lies, what it is called, its fields and its text.
package struct RecordSource: Sendable {
  /// What the file says of itself, kept behind one reference: records are handed around by the ten thousand, and each
  /// copy would count as many references as there are texts.
  private final class Facts: Sendable {
    let values: Values
    init(_ values: Values) { self.values = values }
  }

  private struct Values: Sendable {
    var path: RepoPath
    var kind: RecordKind
    var id: String
    var title: String
    var summary: String?
    var fields: YAMLNode?
    var body: MarkdownBody?
    var audience: [String]
    var isDraft: Bool
  }

  private var facts: Facts

  /// Where a record came from, by all that is known of it.
  package init(
    path: RepoPath, kind: RecordKind, id: String, title: String, summary: String? = nil, fields: YAMLNode? = nil,
    body: MarkdownBody? = nil, audience: [String] = [], isDraft: Bool = false
  ) {
    facts = Facts(
      Values(
        path: path, kind: kind, id: id, title: title, summary: summary, fields: fields, body: body,
        audience: audience, isDraft: isDraft))
  }

  /// The file, relative to the workspace.
  package var path: RepoPath {
    get { facts.values.path }
    set { change { $0.path = newValue } }
  }
  /// What the file is.
  package var kind: RecordKind { facts.values.kind }
  /// The path without extension, and without the file name where the folder is the record: "customers/norrvik-foods".
  package var id: String { facts.values.id }
  /// What pages and lists call it.
  package var title: String {
    get { facts.values.title }
    set { change { $0.title = newValue } }
  }
  /// One sentence for lists.
  package var summary: String? {
    get { facts.values.summary }
    set { change { $0.summary = newValue } }
  }
  /// The fields as they stand in the file; nil when there are none.
  package var fields: YAMLNode? {
    get { facts.values.fields }
    set { change { $0.fields = newValue } }
  }
  /// The Markdown after the front matter; nil when blank or not Markdown.
  package var body: MarkdownBody? {
    get { facts.values.body }
    set { change { $0.body = newValue } }
  }
  /// Audiences named in the record itself; empty means those of its folder.
  package var audience: [String] {
    get { facts.values.audience }
    set { change { $0.audience = newValue } }
  }
  /// Whether the record says that it is not finished.
  package var isDraft: Bool {
    get { facts.values.isDraft }
    set { change { $0.isDraft = newValue } }
  }

  private mutating func change(_ body: (inout Values) -> Void) {
    var values = facts.values
    body(&values)
    facts = Facts(values)
  }

  /// Stands for a label that could not be read: no audience has this name, so nobody sees the record.
  static let unreadableAudience = "?"

  /// The last part of the id.
  package var slug: String { id.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? id }

  /// The place of a field by its path, "stage_history[1].entered_on"; the whole file when it is absent.
  package func range(of fieldPath: String) -> SourceRange {
    fields?.node(at: fieldPath)?.range(in: path) ?? SourceRange(wholeFile: path)
  }

  /// The place of a field's name; the whole file when it is absent.
  package func keyRange(of name: String) -> SourceRange {
    guard let start = fields?.entries?.first(where: { $0.key == name })?.keyStart else {
      return SourceRange(wholeFile: path)
    }
    return SourceRange(
      file: path, start: start, end: SourcePosition(line: start.line, column: start.column + name.utf8.count))
  }

  /// The entries of a list that have the field without which they are not read, as they stand in the file.
  package func items(of list: String, having name: String) -> [YAMLNode] {
    (fields?[list]?.items ?? []).filter { $0[name]?.text != nil }
  }
}

/// The Markdown part of a file.
package struct MarkdownBody: Sendable {
  /// UTF-8, a slice of the file.
  package var bytes: ArraySlice<UInt8>
  /// Line of the file on which it begins.
  package var firstLine: Int
}

/// Anything that was made from a file of the workspace.
package protocol WorkspaceRecord: Sendable {
  /// Where it came from.
  var source: RecordSource { get }
}

extension WorkspaceRecord {
  /// The record's id, see ``RecordSource/id``.
  package var id: String { source.id }
  /// The last part of the id.
  package var slug: String { source.slug }
  /// What pages call it.
  package var title: String { source.title }
}
