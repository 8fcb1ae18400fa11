/// Prints findings as a SARIF 2.1.0 log, for code scanning and editors.
package struct SARIFPrinter {
  /// The most results that GitHub takes in one run.
  package static let resultLimit = 25_000

  private let toolVersion: String
  private let rules: [RuleDescription]
  private let prefix: String
  private let line: (RepoPath, Int) -> String?
  private let columns: UnitColumns

  /// A printer that knows all rules, and the folder of the workspace within the repository: "content/".
  package init(
    toolVersion: String, rules: [RuleDescription], prefix: String = "", line: @escaping (RepoPath, Int) -> String?
  ) {
    self.toolVersion = toolVersion
    self.rules = rules
    self.prefix = prefix
    self.line = line
    columns = UnitColumns(line: line)
  }

  /// The log; beyond the limit, the least severe findings are left out and counted.
  package func document(_ findings: [Diagnostic]) -> JSONValue {
    let shown = HiddenLines(findings).redacted(findings)
    let names = Fingerprint.all(findings, line: line)
    let kept = kept(shown)
    let described = described(by: kept.map { shown[$0] })
    let indexes = Dictionary(described.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    let driver = JSONValue.members(
      ("name", .string("fieldbook")), ("version", .string(toolVersion)), ("rules", .array(described.map(descriptor))))
    let run = JSONValue.members(
      ("tool", .members(("driver", driver))), ("columnKind", .string("utf16CodeUnits")),
      ("invocations", .array([invocation(leftOut: shown.count - kept.count)])),
      ("results", .array(kept.map { result(shown[$0], names[$0], ruleIndex: indexes[shown[$0].id]) })))
    return .members(
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
      ("runs", .array([run])))
  }

  private func kept(_ findings: [Diagnostic]) -> [Int] {
    let bySeverity = findings.indices.sorted { left, right in
      let (first, second) = (findings[left], findings[right])
      return first.severity == second.severity ? first < second : first.severity > second.severity
    }
    return bySeverity.prefix(Self.resultLimit).sorted { findings[$0] < findings[$1] }
  }

  private func invocation(leftOut: Int) -> JSONValue {
    let notice = JSONValue.members(
      ("level", .string("warning")),
      ("message", .members(("text", .string("\(leftOut) findings of lower severity are left out")))))
    return .members(
      ("executionSuccessful", .bool(true)), ("toolExecutionNotifications", leftOut == 0 ? nil : .array([notice])))
  }

  /// The known rules, and whatever else a finding names.
  private func described(by findings: [Diagnostic]) -> [RuleDescription] {
    let known = Set(rules.map(\.id))
    let others = Set(findings.map(\.id)).subtracting(known).sorted().map { id in
      RuleDescription(
        id: id, rule: id, rationale: "", group: "", level: findings.first { $0.id == id }?.severity ?? .warning)
    }
    return rules + others
  }

  private func descriptor(_ rule: RuleDescription) -> JSONValue {
    let help = rule.rationale.isEmpty ? rule.rule : "\(rule.rule): \(rule.rationale)"
    return .members(
      ("id", .string(rule.id)), ("shortDescription", text(rule.rule)), ("fullDescription", text(help)),
      ("help", text("\(help) Run 'fieldbook explain \(rule.id)' for examples.")),
      ("defaultConfiguration", .members(("level", .string(rule.level.rawValue)))),
      ("properties", rule.group.isEmpty ? nil : .members(("tags", .array([.string(rule.group)])))))
  }

  private func result(_ finding: Diagnostic, _ name: String, ruleIndex: Int?) -> JSONValue {
    var words = finding.summary
    if let explanation = finding.explanation { words += "\n\(explanation)" }
    if let help = finding.help { words += "\nHelp: \(help)" }
    return .members(
      ("ruleId", .string(finding.id)), ("ruleIndex", ruleIndex.map(JSONValue.integer)),
      ("level", .string(finding.severity.rawValue)), ("message", text(words)),
      (
        "locations",
        .array([
          .members(
            (
              "physicalLocation",
              .members(("artifactLocation", artifact(finding.range.file)), ("region", region(finding.range)))
            ))
        ])
      ),
      (
        "partialFingerprints",
        .members(("primaryLocationLineHash", .string(name)), ("fieldbookFinding/v1", .string(name)))
      ),
      ("fixes", fixes(finding.fixIts)), ("properties", renames(finding.fixIts)))
  }
}

extension SARIFPrinter {
  private func artifact(_ file: RepoPath) -> JSONValue {
    .members(
      ("uri", .string(Self.percentEncoded(PrintedPath.bytes(file, prefix)))), ("uriBaseId", .string("%SRCROOT%")))
  }

  /// A marked stretch; a point is shown as one character, since viewers do not show empty regions.
  private func region(_ range: SourceRange) -> JSONValue {
    guard let (start, end) = columns.columns(of: range) else {
      return .members(("startLine", .integer(max(1, range.start.line))))
    }
    let isPoint = range.start == range.end
    let last = isPoint ? min(start + 1, columns.count(of: range.file, line: range.start.line) + 1) : end
    return stretch(range, start, last)
  }

  private func stretch(_ range: SourceRange, _ start: Int, _ end: Int) -> JSONValue {
    .members(
      ("startLine", .integer(max(1, range.start.line))), ("startColumn", .integer(start)),
      ("endLine", .integer(max(1, range.end.line))), ("endColumn", .integer(end)))
  }

  /// What SARIF can say: edits, and new files as text put into nothing.
  ///
  /// It knows no renames, and a fix without its renames would do harm, so such a fix is left out here.
  private func fixes(_ fixIts: [FixIt]) -> JSONValue? {
    let fixes = fixIts.filter { !$0.renames }.compactMap { fix -> JSONValue? in
      var changes: [(file: RepoPath, replacements: [JSONValue])] = []
      for edit in fix.edits.sorted(by: { $0.range < $1.range }) {
        guard let (start, end) = columns.columns(of: edit.range) else { return nil }
        let replacement = JSONValue.members(
          ("deletedRegion", stretch(edit.range, start, end)), ("insertedContent", rawText(edit.replacement)))
        if changes.last?.file != edit.range.file { changes.append((edit.range.file, [])) }
        changes[changes.count - 1].replacements.append(replacement)
      }
      for case .create(let path, let text) in fix.files {
        let all = stretch(SourceRange(wholeFile: path), 1, 1)
        changes.append((path, [.members(("deletedRegion", all), ("insertedContent", rawText(text)))]))
      }
      if changes.isEmpty { return nil }
      return .members(
        ("description", text(fix.summary)),
        (
          "artifactChanges",
          .array(
            changes.map { change in
              .members(("artifactLocation", artifact(change.file)), ("replacements", .array(change.replacements)))
            })
        ))
    }
    return fixes.isEmpty ? nil : .array(fixes)
  }

  /// The renames that a repair is made of, for readers who want to see them.
  private func renames(_ fixIts: [FixIt]) -> JSONValue? {
    let renames = fixIts.flatMap(\.files).compactMap { change -> JSONValue? in
      guard case .rename(let old, let new) = change else { return nil }
      return .members(("from", artifact(old)), ("to", artifact(new)))
    }
    return renames.isEmpty ? nil : .members(("renames", .array(renames)))
  }

  private func rawText(_ text: String) -> JSONValue { .members(("text", .string(text))) }

  /// A message; what would read as a link in it is escaped, since content must not put links into a report.
  private func text(_ words: String) -> JSONValue {
    var escaped: [UInt8] = []
    let isLink = words.utf8.contains(UInt8(ascii: "[")) && words.utf8.contains(UInt8(ascii: "("))
    for byte in words.utf8 {
      if isLink, "[]\\".utf8.contains(byte) { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return rawText(String(decoding: escaped, as: UTF8.self))
  }

  /// Everything but letters, digits, `-._~` and slashes as `%XX`.
  static func percentEncoded(_ bytes: [UInt8]) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        encoded.append(byte)
      default: encoded += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
