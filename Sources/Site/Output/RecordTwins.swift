internal import Diagnostics
internal import Intelligence
internal import Markdown
internal import WorkspaceModel

/// The forms of a record that machines read: `index.md` and `index.json` beside its page.
struct RecordTwins {
  let reading: SiteReading

  /// Front matter and text as the audience may see them, links as they stand in the file, figures as they are.
  func markdown(_ record: any WorkspaceRecord) -> [UInt8] {
    let source = record.source
    var bytes: [UInt8] = []
    if let fields = source.fields, fields.entries != nil {
      bytes += "---\n".utf8
      YAMLText.write(fields, to: &bytes)
      bytes += "---\n\n".utf8
    }
    bytes += "# \(UntrustedText.line(source.title))\n".utf8
    if let body = source.body {
      bytes += "\n".utf8
      let told = reading.visible.documents[source.path].map { document in
        FigureText.told(body.bytes, from: body.firstLine, document) { reading.figureText($0) }
      }
      let text = (told ?? body.bytes).drop { $0 == 0x0A || $0 == 0x0D }
      if source.kind == .interaction { return bytes + Self.fenced(text) }
      bytes += text
      if bytes.last != 0x0A { bytes.append(0x0A) }
    }
    return bytes
  }

  /// Id, kind, fields, headings, links and plain text.
  func json(_ record: any WorkspaceRecord, address: String) -> [UInt8] {
    let source = record.source
    let document = reading.visible.documents[source.path]
    let facts = reading.visible.facts[source.path]
    let root = PageDepth.root(of: address)
    let links = (document?.links ?? []).compactMap { link -> JSONValue? in
      guard case .page(let href, _, let title) = reading.resolver.resolve(link, in: source.path) else { return nil }
      return .members(("title", .string(title)), ("href", .string(href.relative(to: root))))
    }
    let value = JSONValue.members(
      ("id", .string(source.id)), ("kind", .string(source.kind.rawValue)), ("title", .string(source.title)),
      ("path", .string(source.path.description)), ("summary", source.summary.map(JSONValue.string)),
      (
        "changed",
        facts.map { facts in
          .members(
            ("at", .string(facts.changedAt.iso)), ("by", .string(facts.changedBy)), ("commit", .string(facts.commit)))
        }
      ), ("fields", source.fields.map(Self.value)),
      (
        "headings",
        document.map { document in
          .array(
            document.headings.map {
              .members(("level", .integer($0.level)), ("text", .string($0.text)), ("anchor", .string($0.id)))
            })
        }
      ), ("links", links.isEmpty ? nil : .array(links)),
      (
        // What people outside wrote is told apart by its name.
        source.kind == .interaction ? "untrusted_text" : "text",
        reading.told(source.path).map { .string(UntrustedText.cleaned($0.plainText)) }
      ))
    return value.encoded(pretty: true)
  }

  /// Fields as JSON; a text stays a text, because only the schema knows types.
  private static func value(_ node: YAMLNode) -> JSONValue {
    switch node.content {
    case .scalar: node.text.map(JSONValue.string) ?? .null
    case .sequence(let items): .array(items.map(value))
    case .mapping(let entries): .object(entries.map { JSONValue.Member($0.key, value($0.value)) })
    }
  }

  /// The text of somebody outside between marks that it cannot close.
  private static func fenced(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var hash = StableHash()
    hash.combine(text)
    let fence = UntrustedFence(suffix: String(hash.hex.prefix(8)))
    let words = fence.fenced(String(decoding: text, as: UTF8.self), source: "interaction")
    return Array("\(UntrustedText.rule)\n\n\(words)\n".utf8)
  }
}

/// Writes nodes back as YAML that reads the same.
enum YAMLText {
  static func write(_ node: YAMLNode, to bytes: inout [UInt8], indent: Int = 0) {
    switch node.content {
    case .mapping(let entries):
      for entry in entries {
        margin(indent, to: &bytes)
        scalar(entry.key, isPlain: true, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        value(entry.value, to: &bytes, indent: indent)
      }
    case .sequence(let items):
      for item in items {
        margin(indent, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        value(item, to: &bytes, indent: indent)
      }
    case .scalar(let text, let isPlain):
      margin(indent, to: &bytes)
      scalar(text, isPlain: isPlain, to: &bytes)
      bytes.append(0x0A)
    }
  }

  private static func margin(_ indent: Int, to bytes: inout [UInt8]) {
    for _ in 0..<indent { bytes.append(0x20) }
  }

  private static func value(_ node: YAMLNode, to bytes: inout [UInt8], indent: Int) {
    switch node.content {
    case .scalar(let text, let isPlain):
      bytes.append(0x20)
      if node.isNull { bytes += "null".utf8 } else { scalar(text, isPlain: isPlain, to: &bytes) }
      bytes.append(0x0A)
    case .sequence(let items) where items.isEmpty: bytes += " []\n".utf8
    case .mapping(let entries) where entries.isEmpty: bytes += " {}\n".utf8
    default:
      bytes.append(0x0A)
      write(node, to: &bytes, indent: indent + 2)
    }
  }

  /// A plain scalar where it was one and is safe as one, else double-quoted.
  private static func scalar(_ text: String, isPlain: Bool, to bytes: inout [UInt8]) {
    let isSafe =
      isPlain && !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
        default: " _./+-()%,'".utf8.contains(byte)
        }
      }
      && !" -'%,.".utf8.contains(text.utf8.first ?? 0x20) && text.utf8.last != 0x20
    if isSafe { bytes.append(contentsOf: text.utf8) } else { bytes += JSONValue.string(text).encoded() }
  }
}
