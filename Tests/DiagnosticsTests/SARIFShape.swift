import Diagnostics

/// What the published schema of SARIF 2.1.0 asks of the members that we write; others are not allowed to appear.
indirect enum SARIFShape: Sendable {
  case text
  case flag
  case integer(atLeast: Int)
  case word([String])
  case list(SARIFShape, atLeast: Int = 0, isUnique: Bool = false)
  case texts
  case object([String: SARIFShape], required: [String] = [])

  /// A message has a text or an id; we write texts.
  static let message = object(["text": .text], required: ["text"])
  static let level = word(["none", "note", "warning", "error"])
  static let artifact = object(["uri": .text, "uriBaseId": .text])
  static let region = object([
    "startLine": .integer(atLeast: 1), "startColumn": .integer(atLeast: 1), "endLine": .integer(atLeast: 1),
    "endColumn": .integer(atLeast: 1),
  ])
  static let replacement = object(
    ["deletedRegion": region, "insertedContent": .object(["text": .text])], required: ["deletedRegion"])
  static let fix = object(
    [
      "description": message,
      "artifactChanges": .list(
        .object(
          ["artifactLocation": artifact, "replacements": .list(replacement, atLeast: 1)],
          required: ["artifactLocation", "replacements"]),
        atLeast: 1, isUnique: true),
    ], required: ["artifactChanges"])
  static let place = object(["artifactLocation": artifact, "region": region], required: ["artifactLocation"])
  static let result = object(
    [
      "ruleId": .text, "ruleIndex": .integer(atLeast: -1), "level": level, "message": message,
      "locations": .list(.object(["physicalLocation": place])),
      "partialFingerprints": .texts, "fixes": .list(fix, isUnique: true),
      "properties": .object(["renames": .list(.object(["from": artifact, "to": artifact]))]),
    ], required: ["message"])
  static let rule = object(
    [
      "id": .text, "shortDescription": message, "fullDescription": message, "help": message,
      "defaultConfiguration": .object(["level": level]),
      "properties": .object(["tags": .list(.text, isUnique: true)]),
    ], required: ["id"])
  static let invocation = object(
    [
      "executionSuccessful": .flag,
      "toolExecutionNotifications": .list(.object(["level": level, "message": message], required: ["message"])),
    ], required: ["executionSuccessful"])
  static let run = object(
    [
      "tool": .object(
        [
          "driver": .object(
            ["name": .text, "version": .text, "rules": .list(rule, isUnique: true)], required: ["name"])
        ], required: ["driver"]),
      "columnKind": .word(["utf16CodeUnits", "unicodeCodePoints"]), "invocations": .list(invocation),
      "results": .list(result),
    ], required: ["tool"])
  static let log = object(
    ["$schema": .text, "version": .word(["2.1.0"]), "runs": .list(run)], required: ["version", "runs"])

  /// What does not fit, each with its path.
  func problems(_ value: JSONValue, at path: String = "") -> [String] {
    switch (self, value) {
    case (.text, .string), (.flag, .bool): return []
    case (.integer(let least), .integer(let number)): return number < least ? ["\(path): below \(least)"] : []
    case (.word(let words), .string(let text)): return words.contains(text) ? [] : ["\(path): '\(text)'"]
    case (.texts, .object(let members)):
      return members.filter { $0.value.text == nil }.map { "\(path).\($0.name): not a text" }
    case (.list(let shape, let least, let isUnique), .array(let items)):
      var problems = items.enumerated().flatMap { shape.problems($0.element, at: "\(path)[\($0.offset)]") }
      if items.count < least { problems.append("\(path): fewer than \(least)") }
      if isUnique, Set(items).count < items.count { problems.append("\(path): not unique") }
      return problems
    case (.object(let shapes, let required), .object(let members)):
      var problems = required.filter { name in !members.contains { $0.name == name } }.map { "\(path): lacks \($0)" }
      if Set(members.map(\.name)).count < members.count { problems.append("\(path): a member twice") }
      for member in members {
        let path = "\(path).\(member.name)"
        problems += shapes[member.name]?.problems(member.value, at: path) ?? ["\(path): not known"]
      }
      return problems
    default: return ["\(path): of the wrong type"]
    }
  }
}
