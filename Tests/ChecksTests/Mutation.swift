import Diagnostics
import Foundation

/// One fault put into a copy of the sample workspace, and the finding that has to come of it.
struct Mutation {
  let name: String
  let path: String
  /// Ids of which one must be reported.
  let expected: Set<String>
  /// Line of the finding in the mutated file; nil where the finding lies in another file.
  let line: Int?
  /// The file afterwards; nil when it is gone.
  let text: [UInt8]?
  /// Where the file goes to, for renames.
  var newPath: String?
}

/// Makes mutations of a file, each of one line.
struct MutationMaker {
  private let path: String
  private let lines: [String]
  private(set) var made: [Mutation] = []

  init(path: String, text: String) {
    self.path = path
    lines = text.components(separatedBy: "\n")
  }

  /// Replaces the first occurrence of a pattern in the first line that has one.
  mutating func replace(_ name: String, _ pattern: String, with template: String, expect ids: String...) {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return }
    for (index, line) in lines.enumerated() {
      let range = NSRange(line.startIndex..., in: line)
      guard let match = expression.firstMatch(in: line, range: range), let found = Range(match.range, in: line) else {
        continue
      }
      let replacement = expression.replacementString(for: match, in: line, offset: 0, template: template)
      var changed = lines
      changed[index] = line.replacingCharacters(in: found, with: replacement)
      add(name, changed, line: index + 1, ids)
      return
    }
  }

  /// Removes the first line that a pattern fits.
  mutating func remove(_ name: String, _ pattern: String, line: Int?, expect ids: String...) {
    guard let index = lines.firstIndex(where: { $0.range(of: pattern, options: .regularExpression) != nil }) else {
      return
    }
    var changed = lines
    changed.remove(at: index)
    add(name, changed, line: line, ids)
  }

  /// Adds a line at the end of the body.
  mutating func append(_ name: String, _ text: String, expect ids: String...) {
    let body = lines.last == "" ? Array(lines.dropLast()) : lines
    add(name, body + ["", text, ""], line: body.count + 2, ids)
  }

  /// Takes the file away.
  mutating func delete(_ name: String, expect ids: String...) {
    made.append(Mutation(name: name, path: path, expected: Set(ids), line: nil, text: nil))
  }

  /// Changes the bytes as a whole.
  mutating func bytes(_ name: String, line: Int?, expect ids: String..., change: ([UInt8]) -> [UInt8]) {
    let text = change(Array(lines.joined(separator: "\n").utf8))
    made.append(Mutation(name: name, path: path, expected: Set(ids), line: line, text: text))
  }

  private mutating func add(_ name: String, _ changed: [String], line: Int?, _ ids: [String]) {
    let text = Array(changed.joined(separator: "\n").utf8)
    made.append(Mutation(name: name, path: path, expected: Set(ids), line: line, text: text))
  }
}

/// All mutations of the sample workspace, in the order of its paths.
enum MutationCatalog {
  static func mutations(of files: [String: [UInt8]]) -> [Mutation] {
    files.sorted { $0.key < $1.key }.enumerated().flatMap { index, file in
      var maker = MutationMaker(path: file.key, text: String(decoding: file.value, as: UTF8.self))
      let parts = file.key.split(separator: "/").map(String.init)
      switch (parts.first, parts.count > 2 ? parts[2] : "") {
      case ("customers", "deals"): deal(&maker)
      case ("customers", "interactions"): interaction(&maker, index)
      case ("customers", "insights"): insight(&maker)
      case ("customers", "tasks"): task(&maker)
      case ("customers", "profile.md"): profile(&maker)
      case ("customers", "contacts.yaml"): contacts(&maker)
      case ("customers", "usage.csv"):
        maker.replace("bad day in CSV", "^2026-..-..", with: "2026-13-99", expect: "invalid-date")
      case ("sales-toolkit", _) where file.key.hasSuffix(".md") && !file.key.hasSuffix("index.md"):
        toolkit(&maker, index)
      case ("workspace-setup", _) where file.key.contains("/agents/") && !file.key.contains("tools-map"):
        maker.replace("misspelt agent field", "^    purpose:", with: "    porpose:", expect: "unknown-field")
      case (".claude", _):
        maker.remove("agent without a name", "^name:", line: nil, expect: "agent-name", "missing-field")
      default: break
      }
      return maker.made
    }
  }

  private static func deal(_ maker: inout MutationMaker) {
    maker.replace("misspelt key", "^stage_entered_on:", with: "stage_enterd_on:", expect: "unknown-field")
    maker.replace("unknown stage", "^stage: (.*)$", with: "stage: $1x", expect: "unknown-stage")
    maker.replace("bad date", "^close_on: .*$", with: "close_on: 2026-02-30", expect: "invalid-date")
    maker.replace("unknown owner", "^owner: (.*)$", with: "owner: $1.x", expect: "unknown-person")
    maker.replace("unknown contact", "contact: ([a-z-]+)", with: "contact: $1-x", expect: "unknown-contact")
    maker.replace(
      "unknown competitor", "^competitors: \\[([a-z-]+)", with: "competitors: [$1-x", expect: "unknown-competitor")
    maker.replace(
      "amount without currency", "^(amount: \\{value: [0-9.]+), currency: [A-Z]+", with: "$1", expect: "missing-field",
      "amount-without-currency")
    maker.remove("closed without outcome", "^outcome:", line: nil, expect: "closed-without-outcome")
    maker.replace(
      "history contradicts stage", "^stage_entered_on: 20(..)", with: "stage_entered_on: 19$1",
      expect: "stage-contradicts-history")
    maker.remove("no stage", "^stage:", line: nil, expect: "missing-field")
  }

  private static func interaction(_ maker: inout MutationMaker, _ index: Int) {
    if index % 3 == 0 {
      maker.remove("no moment", "^occurred_at:", line: nil, expect: "missing-field")
      maker.replace(
        "unknown participant", "^participants: \\[([a-z-]+)", with: "participants: [$1-x", expect: "unknown-participant"
      )
    }
    if index % 3 == 1 { maker.replace("unknown kind", "^kind: (.*)$", with: "kind: $1s", expect: "invalid-value") }
    if index % 7 == 0 { maker.append("broken link", "See [this](../nowhere/at-all.md).", expect: "broken-link") }
    if index % 11 == 0 { maker.append("broken wiki link", "See [[nobody-of-that-name]].", expect: "broken-wiki-link") }
    if index % 13 == 0 {
      maker.bytes("byte order mark", line: 1, expect: "byte-order-mark") { [0xEF, 0xBB, 0xBF] + $0 }
      maker.bytes("not UTF-8", line: nil, expect: "not-utf8") { $0 + [0xFF, 0x0A] }
    }
    if index % 17 == 0 {
      maker.append("reordering character", "Pay \u{202E}now\u{202C} please.", expect: "bidi-override")
    }
  }

  private static func insight(_ maker: inout MutationMaker) {
    maker.replace("altered quote", "quote: \"(.)", with: "quote: \"zz$1", expect: "quote-not-found")
    maker.replace(
      "evidence gone", "source: interactions/", with: "source: interactions/x", expect: "unknown-file",
      "unknown-evidence")
    maker.replace("unknown status", "^status: .*$", with: "status: acepted", expect: "invalid-value")
  }

  private static func task(_ maker: inout MutationMaker) {
    maker.replace("unknown owner", "^owner: (.*)$", with: "owner: $1.x", expect: "unknown-person")
    maker.replace("bad due date", "^due: .*$", with: "due: soon", expect: "invalid-date")
  }

  private static func profile(_ maker: inout MutationMaker) {
    maker.replace("misspelt key", "^lifecycle:", with: "lifecylce:", expect: "unknown-field")
    maker.replace("unknown account executive", "\\{ae: ([a-z.]+)", with: "{ae: $1.x", expect: "unknown-person")
    maker.append("conflict", "<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other", expect: "conflict-marker")
    maker.append("dead anchor", "[x](profile.md#no-such-heading)", expect: "broken-anchor")
    maker.append("dangerous link", "[x](javascript:alert(1))", expect: "dangerous-link")
    maker.bytes("front matter never closed", line: 1, expect: "front-matter-unclosed") { bytes in
      Array(String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\n---\n", with: "\n", options: []).utf8)
    }
  }

  private static func contacts(_ maker: inout MutationMaker) {
    maker.replace("misspelt key", "^    department:", with: "    departement:", expect: "unknown-field")
    maker.replace("unknown seniority", "^    seniority: (.*)$", with: "    seniority: $1y", expect: "invalid-value")
    maker.replace("contact without id", "^  - id: .*$", with: "  - note: x", expect: "missing-field")
  }

  private static func toolkit(_ maker: inout MutationMaker, _ index: Int) {
    maker.replace("unknown owner", "^owner: (.*)$", with: "owner: $1.x", expect: "unknown-person")
    maker.remove("no review date", "^reviewed_on:", line: nil, expect: "toolkit-without-review-date")
    maker.append("secret", "token: " + "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a", expect: "secret-token")
  }
}
