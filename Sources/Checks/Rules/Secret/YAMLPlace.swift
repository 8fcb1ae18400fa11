internal import Diagnostics

/// Tells under which key a place of front matter or of a YAML file stands, by indentation alone.
enum YAMLPlace {
  private static let idKeys: Set<String> = ["source", "external_ids", "external_id", "id", "source_id", "ids"]

  /// Whether a place stands under a key that holds ids of other systems.
  static func isID(_ text: ScannedText, _ offset: Int) -> Bool {
    guard isYAML(text, offset) else { return false }
    var end = offset
    var depth = Int.max
    for _ in 0..<200 {
      var start = end
      while start > 0, text[start - 1] != 0x0A { start -= 1 }
      let key = text.run(from: start) { $0 == 0x20 || $0 == 0x2D }
      let isContent = key < end && text[key] != 0x0A && text[key] != 0x0D
      if isContent, key - start < depth {
        depth = key - start
        let close = text.run(from: key, of: SecretBytes.isURLSafe)
        let name = String(decoding: text.bytes[key..<close], as: UTF8.self)
        if text[close] == 0x3A, idKeys.contains(name) { return true }
      }
      if depth == 0 || start == 0 { return false }
      end = start - 1
    }
    return false
  }

  /// Whether a place lies in a YAML or JSON file, or in front matter.
  private static func isYAML(_ text: ScannedText, _ offset: Int) -> Bool {
    switch text.file.fileExtension {
    case "yaml", "yml", "json": return true
    case "md", "markdown": break
    default: return false
    }
    guard text.has("---", at: 0) else { return false }
    var line = 0
    while let end = text.first(0x0A, from: line), end < offset {
      line = end + 1
      if text.has("---\n", at: line) || text.has("---\r", at: line) { return false }
    }
    return true
  }
}
