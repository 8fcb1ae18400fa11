package import Diagnostics

/// What one version of a file says: its fields by key path, its title, who may see it, and where its text lies.
///
/// Read without a typed record, so that thousands of versions cost little. What cannot be read has no fields and is all
/// text; labels that cannot be read open nothing.
package struct RecordFields: Sendable {
  /// Field that stands for the body of a file.
  package static let text = "text"

  /// Names and values in the order of the file; the first counts should a name occur twice.
  package private(set) var values: [(name: String, value: FieldValue)] = []
  /// What pages call the record.
  package private(set) var title: String
  /// What `audience:` says; empty when it names nobody.
  package private(set) var audience: [String] = []
  /// The text without front matter and without the heading that is the title; all of a file that cannot be read.
  package private(set) var body: ArraySlice<UInt8>
  /// Line of the file on which the body begins.
  package private(set) var bodyFirstLine = 1
  /// Whether the fields could be read; when not, nothing follows from their absence.
  package private(set) var isReadable = true
  /// Changes that the record itself tells of.
  private(set) var statements: [StatedChange] = []
  /// Rows below the header of a CSV table.
  package private(set) var rowCount: Int?

  /// Reads the bytes of a version that lay at a path.
  package init(_ bytes: [UInt8], path: RepoPath) {
    title = Slug.title(of: path.stem)
    let kind = KindOfPath.kind(of: path) ?? .asset
    let file = kind == .asset ? bytes[...] : TextFile(bytes, path: path).bytes
    body = file
    guard kind != .asset, kind != .assistantSettings else { return }
    title = RecordParser.bare(path, kind).title
    if path.fileExtension == "csv" {
      rowCount = max(0, CSV.rows(file).rows.count - 1)
    } else if KindOfPath.isMarkdown(path) {
      readMarkdown(file, path, kind)
    } else {
      let (node, problem) = YAMLComposer.compose(file, file: path, limits: .file)
      take(node)
      if problem != nil {
        isReadable = false
        if Self.mentionsAudience(file) { audience = [RecordSource.unreadableAudience] }
      } else {
        body = file[file.endIndex...]
      }
    }
  }

  /// The value of a field; the first when a file manages to have two of that name.
  package subscript(_ name: String) -> FieldValue? { values.first { $0.name == name }?.value }

  /// What `audience:` says in a version, read no further than that needs.
  package static func audience(of bytes: [UInt8], path: RepoPath) -> [String] {
    // No key can read "audience" that has neither these letters nor an escape.
    guard mentionsAudience(bytes[...]) || bytes.contains(UInt8(ascii: "\\")) else { return [] }
    return RecordFields(bytes, path: path).audience
  }

  private mutating func readMarkdown(_ file: ArraySlice<UInt8>, _ path: RepoPath, _ kind: RecordKind) {
    let front = FrontMatter(file)
    guard !front.isUnclosed else {
      if RecordParser.isLabelled(file) { audience = [RecordSource.unreadableAudience] }
      // A page may begin with a line of '---' that is a rule across it.
      isReadable = kind == .page && audience.isEmpty
      return
    }
    var node: YAMLNode?
    if let yaml = front.yaml {
      let (fields, problem) = YAMLComposer.compose(
        yaml, file: path, firstLine: front.yamlFirstLine, limits: .frontMatter)
      guard problem == nil else {
        if RecordParser.isLabelled(yaml) { audience = [RecordSource.unreadableAudience] }
        isReadable = false
        return
      }
      node = fields
    }
    body = front.body
    bodyFirstLine = front.bodyFirstLine
    take(node)
    // As for the record of today: a heading names what has no name of its own.
    if node?["title"]?.text == nil, let heading = LeadingHeading(body) {
      if !RecordParser.titleKeys.contains(where: { node?[$0]?.text != nil }) {
        title = heading.text
        values.append(("title", .text(heading.text)))
        body = body[heading.bodyStart...]
        bodyFirstLine += heading.lines
      }
    }
  }

  private mutating func take(_ node: YAMLNode?) {
    guard let node else { return }
    audience = RecordParser.labels(node["audience"])
    var reading = FieldFlattening()
    reading.read(node)
    values = reading.values
    statements = StatedChange.all(in: node)
    for key in RecordParser.titleKeys {
      guard let text = node[key]?.text, !text.isEmpty else { continue }
      title = text
      return
    }
  }

  private static func mentionsAudience(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = Array("audience".utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard buffer.count >= word.count else { return false }
      for start in 0...(buffer.count - word.count) where buffer[start] == word[0] && buffer[start + 1] == word[1] {
        if word.indices.allSatisfy({ buffer[start + $0] == word[$0] }) { return true }
      }
      return false
    }
  }
}
