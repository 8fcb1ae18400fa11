internal import Diagnostics
internal import WorkspaceModel

/// Writes the parts of a pack in a format, each part in whole lines, so that what they cost adds up.
struct PackWriter {
  let format: PackFormat
  let fence: UntrustedFence
  let slug: String
  let options: PackOptions
  /// The day that the pack is told for.
  let day: Day
  let budget: Int

  /// What stands before the sections of a volume.
  func head(volume: Int, of volumes: Int, tokens: Int, index: [String]) -> String {
    let title = "Context of \(slug), \(options.tier.rawValue), for a \(options.purpose.words)"
    let notice = "\(UntrustedText.rule) Ids in brackets are paths below customers/\(slug)/, or from the root."
    switch format {
    case .markdown:
      let count = volumes > 1 ? ", volume \(volume) of \(volumes)" : ""
      let list = index.isEmpty ? "" : index.map { "- \($0)\n" }.joined() + "\n"
      return "# \(title)\(count)\n\n\(notice)\n\n\(list)"
    case .xml:
      let attributes = facts(volume, volumes, tokens).map { " \($0.0)=\"\(Self.xml($0.1))\"" }.joined()
      let list = index.map { "<volume>\(Self.xml($0))</volume>\n" }.joined()
      return "<context\(attributes)>\n<notice>\(Self.xml(notice))</notice>\n\(list)"
    case .json:
      var members = facts(volume, volumes, tokens).map { name, text in
        JSONValue.Member(name, Self.counts.contains(name) ? .number(text) : .string(text))
      }
      members.append(.init("notice", .string(notice)))
      if !index.isEmpty { members.append(.init("volume_index", .array(index.map(JSONValue.string)))) }
      return "{\"context\":\(Self.json(.object(members))),\n\"sections\":[\n"
    }
  }

  /// Facts that are numbers; the id of a commit is none, though it may look like one.
  private static let counts = ["volume", "volumes", "estimated_tokens", "budget_tokens"]

  private func facts(_ volume: Int, _ volumes: Int, _ tokens: Int) -> [(String, String)] {
    [
      ("customer", slug), ("tier", options.tier.rawValue), ("purpose", options.purpose.words), ("as_of", day.iso),
      ("commit", options.commit ?? "none"), ("volume", String(volume)), ("volumes", String(volumes)),
      ("estimated_tokens", String(tokens)), ("budget_tokens", String(budget)), ("estimator", options.estimator.name),
    ]
  }

  func open(_ section: PackSection, title: String, isContinued: Bool) -> String {
    let title = isContinued ? "\(title) (continued)" : title
    return switch format {
    case .markdown: "## \(title)\n\n\(fence.open(section.rawValue))\n"
    case .xml: "<section name=\"\(section.rawValue)\" title=\"\(Self.xml(title))\">\n\(fence.open(section.rawValue))\n"
    case .json: "{\"section\":\"\(section.rawValue)\",\"title\":\(Self.json(.string(title))),\"items\":[\n"
    }
  }

  func close(isLast: Bool) -> String {
    switch format {
    case .markdown: "\(fence.close)\n\n"
    case .xml: "\(fence.close)\n</section>\n"
    case .json: isLast ? "]}\n" : "]},\n"
    }
  }

  func words(_ text: String, isLast: Bool) -> String {
    switch format {
    case .markdown: "\(text)\n"
    case .xml: "<text>\n\(Self.xml(text))\n</text>\n"
    case .json: Self.json(.members(("untrusted_text", .string(text)))) + (isLast ? "\n" : ",\n")
    }
  }

  func item(_ id: String, _ detail: PackDetail, _ text: String, isLast: Bool, number: Int = 99_999) -> String {
    switch format {
    case .markdown: "\(text)\n"
    case .xml:
      "<document index=\"\(number)\" source=\"\(Self.xml(id))\" detail=\"\(detail.rawValue)\">\n\(Self.xml(text))\n</document>\n"
    case .json:
      Self.json(
        .members(("id", .string(id)), ("detail", .string(detail.rawValue)), ("untrusted_text", .string(text))))
        + (isLast ? "\n" : ",\n")
    }
  }

  /// The end of a volume; with the manifest in the last one.
  func tail(_ manifest: [String], tokens: Int, inputs: String) -> String {
    let last = "Estimated \(tokens) tokens of at most \(budget) by \(options.estimator.name); inputs \(inputs)."
    switch format {
    case .markdown:
      if manifest.isEmpty { return "" }
      let lines = manifest.map { "\($0)\n" }.joined()
      return "## Manifest\n\n\(fence.open("manifest"))\n\(lines)\(fence.close)\n\n\(last)\n"
    case .xml:
      if manifest.isEmpty { return "</context>\n" }
      let lines = manifest.map { "\(Self.xml($0))\n" }.joined()
      return
        "<manifest>\n\(fence.open("manifest"))\n\(lines)\(fence.close)\n\(Self.xml(last))\n</manifest>\n</context>\n"
    case .json:
      if manifest.isEmpty { return "]}\n" }
      let lines = manifest.map { "\(Self.json(.string($0))),\n" }.joined()
      return "],\n\"manifest\":[\n\(lines)\(Self.json(.string(last)))\n]}\n"
    }
  }

  static func json(_ value: JSONValue) -> String { String(decoding: value.encoded(), as: UTF8.self) }

  static func xml(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
