/// Small pieces of Markdown whose words cannot become anything else.
package enum MarkdownText {
  /// `- "Budget approved" ([2026-11-17-email-in](…))`.
  package static func bullet(quote: String?, note: String?, target: String) -> String {
    let words = quote.map { "“\(escaped($0))”" } ?? escaped(note ?? "See")
    let name = target.split(separator: "/").last.map(String.init) ?? target
    return "- \(words) ([\(escaped(name.split(separator: ".").first.map(String.init) ?? name))](<\(target)>))"
  }

  /// A text in which nothing is a sign.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") {
      if "\\`*_{}[]()<>#+!|~&$@:".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// A path of the workspace as a link from a folder of it.
  package static func relative(_ path: String, from folder: String) -> String {
    let (here, there) = (folder.split(separator: "/"), path.split(separator: "/"))
    var shared = 0
    while shared < here.count, shared < there.count - 1, here[shared] == there[shared] { shared += 1 }
    return (Array(repeating: "..", count: here.count - shared) + there[shared...].map(String.init)).joined(
      separator: "/")
  }
}
