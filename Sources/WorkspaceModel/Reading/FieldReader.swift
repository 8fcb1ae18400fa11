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
  /// Which of the first 64 entries were asked for, a bit each; so that most names need no second look.
  private var asked: UInt64 = 0

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
    if let index = entries.firstIndex(where: { $0.key == name }) {
      if index < 64 { asked |= 1 << UInt64(index) }
      if !entries[index].value.isNull { return entries[index].value }
    }
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
    var taken = Set(entries.map(\.key))
    for (index, entry) in entries.enumerated() where !wasAsked(index) && !known.contains(entry.key) {
      let start = entry.keyStart
      let range = SourceRange(
        file: file, start: start,
        end: SourcePosition(line: start.line, column: start.column + entry.key.utf8.count))
      let unused = known.filter { !taken.contains($0) }
      let nearest = NearestWord.to(entry.key, among: unused) ?? NearestWord.to(entry.key, among: known)
      var finding = Diagnostic(
        id: "unknown-field", severity: .warning, range: range, summary: "unknown field '\(entry.key)' in \(owner)",
        explanation: "Nothing reads it, so what it says is lost to every page and number.",
        help: nearest.map { "did you mean '\($0)'?" } ?? "known fields: \(Set(known).sorted().joined(separator: ", "))")
      // A second field of that name would make the whole mapping unreadable.
      if let nearest, taken.insert(nearest).inserted {
        finding.fixIts = [FixIt("rename the field to '\(nearest)'", edits: [.init(range: range, replacement: nearest)])]
      }
      sink.report(finding)
    }
  }

  private func wasAsked(_ index: Int) -> Bool { index < 64 && asked >> UInt64(index) & 1 == 1 }
}
