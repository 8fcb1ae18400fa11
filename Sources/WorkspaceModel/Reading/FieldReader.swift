package import Diagnostics

/// Collects what is found wrong while one file is read.
package final class FindingSink {
  /// In the order of discovery; sorted when the files are brought together.
  package private(set) var findings: [Diagnostic] = []

  /// Nothing found yet.
  package init() {}

  /// Adds one finding.
  package func report(_ finding: Diagnostic) { findings.append(finding) }

  /// Adds several findings.
  package func report(_ more: [Diagnostic]) { findings += more }
}

/// Reads the fields of one mapping by name and type, and reports what does not fit.
///
/// A value of the wrong type is reported and read as absent, so that one bad field never takes the record down. What
/// was not asked for by the time of ``reportUnknownFields()`` is an unknown field.
package struct FieldReader {
  let file: RepoPath
  let sink: FindingSink
  /// How messages call the thing that is read: "deal", "claim".
  let owner: String
  private let entries: [YAMLNode.Entry]
  private let place: SourceRange
  private var known: [String] = []

  /// Reads the fields of a node; a node that is no mapping has none.
  init(_ node: YAMLNode?, owner: String, file: RepoPath, sink: FindingSink) {
    self.file = file
    self.sink = sink
    self.owner = owner
    self.entries = node?.entries ?? []
    self.place = node.map { SourceRange(file: file, start: $0.start) } ?? SourceRange(wholeFile: file)
    if let node, node.entries == nil, !node.isNull {
      sink.report(
        Diagnostic(
          id: "wrong-type", severity: .error, range: node.range(in: file),
          summary: "\(owner) is \(node.typeName), expected fields",
          help: "write 'key: value' lines"))
    }
  }

  /// The value of a field, noted as known; null counts as absent.
  mutating func node(_ name: String, required: Bool = false) -> YAMLNode? {
    known.append(name)
    if let node = entries.first(where: { $0.key == name })?.value, !node.isNull { return node }
    if required {
      sink.report(
        Diagnostic(
          id: "missing-field", severity: .error, range: place, summary: "\(owner) lacks the field '\(name)'",
          help: "add '\(name):' with its value; an absent value is shown as unknown"))
    }
    return nil
  }

  /// Notes names that are read elsewhere.
  mutating func accept(_ names: String...) { known += names }

  /// Reports every field that nobody asked for, with the nearest name that somebody did.
  func reportUnknownFields() {
    for entry in entries where !known.contains(entry.key) {
      let start = entry.keyStart
      let range = SourceRange(
        file: file, start: start,
        end: SourcePosition(line: start.line, column: start.column + entry.key.utf8.count))
      let unused = known.filter { name in !entries.contains { $0.key == name } }
      let nearest = NearestWord.to(entry.key, among: unused) ?? NearestWord.to(entry.key, among: known)
      var finding = Diagnostic(
        id: "unknown-field", severity: .warning, range: range, summary: "unknown field '\(entry.key)' in \(owner)",
        explanation: "Nothing reads it, so what it says is lost to every page and number.",
        help: nearest.map { "did you mean '\($0)'?" } ?? "known fields: \(Set(known).sorted().joined(separator: ", "))")
      if let nearest {
        finding.fixIts = [FixIt("rename the field to '\(nearest)'", edits: [.init(range: range, replacement: nearest)])]
      }
      sink.report(finding)
    }
  }

  /// Reports a value of a type that the field does not take.
  func reportWrongType(_ node: YAMLNode, _ name: String, expected: String, help: String? = nil) {
    let found = node.text.map { "'\($0)'" } ?? node.typeName
    sink.report(
      Diagnostic(
        id: "wrong-type", severity: .error, range: node.range(in: file),
        summary: "\(found) in '\(name)' is not \(expected)",
        explanation: "The field is treated as unknown until it is mended.", help: help))
  }
}
