package import Diagnostics

/// One node of a YAML or JSON document: text and structure, no guessed types.
///
/// Scalars stay text until a schema asks for a type, so `country: NO`, `1.10` and `012` keep their characters.
package struct YAMLNode: Sendable {
  /// A key with its value, in the order of the file.
  package struct Entry: Sendable {
    /// The key's text.
    package var key: String
    /// Where the key stands.
    package var keyStart: SourcePosition
    /// What it holds.
    package var value: YAMLNode
  }

  /// What a node holds.
  package enum Content: Sendable {
    /// Text; plain means unquoted, where `null`, `true` and numbers have their YAML 1.2 meaning.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// Text, items or entries.
  package var content: Content
  /// Where the node begins.
  package var start: SourcePosition
  /// The place after the last byte of a text in quotes or on its own; equal to `start` for anything else.
  package var end: SourcePosition

  /// A node at a place; without an end only the place is known.
  package init(content: Content, start: SourcePosition, end: SourcePosition? = nil) {
    self.content = content
    self.start = start
    self.end = end ?? start
  }

  /// Whether this is an absent or explicit null.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }

  /// The text of a scalar that is not null.
  package var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// The items of a sequence.
  package var items: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The entries of a mapping.
  package var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The value of a key, when this is a mapping that has it.
  package subscript(_ key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }

  /// How to call it in a message.
  package var typeName: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The stretch of a file that a text covers; a point for anything else.
  package func range(in file: RepoPath) -> SourceRange { SourceRange(file: file, start: start, end: end) }

  /// Follows keys and list positions, "stage_history[1].entered_on"; nil when nothing stands there.
  package func node(at path: String) -> YAMLNode? {
    var node = self
    for step in path.split(separator: ".") {
      let parts = step.split(separator: "[")
      guard let key = parts.first, let next = node[String(key)] else { return nil }
      node = next
      for index in parts.dropFirst() {
        guard let position = Int(index.dropLast()) else { return nil }
        // Where a list is wanted, a single text counts as a list of one.
        if position == 0, node.text != nil { continue }
        guard let items = node.items, items.indices.contains(position) else { return nil }
        node = items[position]
      }
    }
    return node
  }
}
