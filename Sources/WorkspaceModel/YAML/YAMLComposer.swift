package import Diagnostics
internal import Yams

/// Reads small YAML files that are no records, such as a theme's manifest.
package enum YAMLDocument {
  /// The document, or the diagnostic that says why there is none.
  package static func read(_ bytes: [UInt8], file: RepoPath) -> (node: YAMLNode?, problem: Diagnostic?) {
    YAMLComposer.compose(bytes[...], file: file, limits: .file)
  }
}

/// Reads YAML and JSON text into nodes with exact places.
enum YAMLComposer {
  /// The document, or the one diagnostic that says why there is none; an empty text gives neither.
  static func compose(
    _ bytes: ArraySlice<UInt8>, file: RepoPath, firstLine: Int = 1, limits: YAMLGuard.Limits
  ) -> (node: YAMLNode?, problem: Diagnostic?) {
    if let (refusal, place) = YAMLGuard.refusal(of: bytes, limits: limits) {
      let place = SourcePosition(line: place.line + firstLine - 1, column: place.column)
      return (nil, problem(for: refusal, at: SourceRange(file: file, start: place)))
    }
    if let node = YAMLSubset.read(bytes, firstLine: firstLine, depth: limits.depth) { return (node, nil) }
    return composeAny(bytes, file: file, firstLine: firstLine, limits: limits)
  }

  /// How many nodes a document may have, and one more.
  static let nodeLimit = 100_000

  /// The same by the general parser alone, for what is beyond ``YAMLSubset``; the guard has let it pass.
  static func composeAny(
    _ bytes: ArraySlice<UInt8>, file: RepoPath, firstLine: Int, limits: YAMLGuard.Limits
  ) -> (node: YAMLNode?, problem: Diagnostic?) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = LineTable(bytes, firstLine: firstLine)
    do {
      guard let root = try Yams.compose(yaml: text) else { return (nil, nil) }
      var budget = nodeLimit
      let ends = YAMLScalarEnd(bytes, firstLine: firstLine)
      guard let node = convert(root, lines: lines, ends: ends, budget: &budget) else {
        return (nil, problem(for: .tooDeep(limit: limits.depth), at: SourceRange(wholeFile: file)))
      }
      return (node, nil)
    } catch {
      return (nil, problem(for: error, file: file, lines: lines))
    }
  }

  /// Translates Yams' nodes; depth was bounded by the guard, the number of nodes is bounded here.
  private static func convert(
    _ node: Yams.Node, lines: LineTable, ends: YAMLScalarEnd, budget: inout Int
  ) -> YAMLNode? {
    budget -= 1
    guard budget > 0 else { return nil }
    let start = lines.place(of: node.mark)
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      return YAMLNode(
        content: .scalar(scalar.string, isPlain: isPlain), start: start,
        end: isPlain ? ends.plain(scalar.string, from: start) : ends.quoted(from: start))
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      items.reserveCapacity(sequence.count)
      for child in sequence {
        guard let item = convert(child, lines: lines, ends: ends, budget: &budget) else { return nil }
        items.append(item)
      }
      return YAMLNode(content: .sequence(items), start: start)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        guard let converted = convert(value, lines: lines, ends: ends, budget: &budget) else { return nil }
        let name = key.scalar?.string ?? "?"
        entries.append(.init(key: name, keyStart: lines.place(of: key.mark), value: converted))
      }
      return YAMLNode(content: .mapping(entries), start: start)
    case .alias:
      return YAMLNode(content: .scalar("", isPlain: true), start: start)
    }
  }

  private static func problem(for refusal: YAMLGuard.Refusal, at range: SourceRange) -> Diagnostic {
    switch refusal {
    case .tooLarge(let bytes, let limit):
      Diagnostic(
        id: "yaml-too-complex", severity: .error, range: range,
        summary: "\(bytes) bytes of YAML, the limit is \(limit)",
        explanation: "A reader could not take it in either, and a parser may need minutes for it.",
        help: "move the long part into the body or a CSV file beside the record")
    case .tooDeep(let limit):
      Diagnostic(
        id: "yaml-too-complex", severity: .error, range: range,
        summary: "YAML nested or repeated beyond the limit of \(limit) levels",
        help: "flatten the structure; records need at most three levels")
    case .alias(let name):
      Diagnostic(
        id: "yaml-alias", severity: .error, range: range, summary: "'\(name)' uses a YAML anchor or alias",
        explanation: "A few nested aliases can stand for millions of values, so records do without them.",
        help: "write the value out, or quote the text if it only begins with '&' or '*'")
    }
  }

  private static func problem(for error: any Error, file: RepoPath, lines: LineTable) -> Diagnostic {
    var place = SourcePosition.start
    var words = "not valid YAML"
    var help: String?
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      place = lines.place(of: mark)
      words = "not valid YAML: \(problem)"
      if problem.contains("mapping values are not allowed") {
        help = "put quotes around a text that contains ': '"
      } else if problem.contains("cannot start any token") {
        help = "indent with spaces, and quote a text that begins with a special character"
      }
    case .reader(let problem, _, _, _):
      words = "not valid YAML: \(problem)"
      help = "remove the control character, or save the file as UTF-8"
    case .duplicatedKeysInMapping(let duplicates, let context):
      place = lines.place(of: context.mark)
      let names = duplicates.sorted().map { "'\($0)'" }.joined(separator: ", ")
      return Diagnostic(
        id: "duplicate-key", severity: .error,
        range: SourceRange(
          file: file, start: place,
          end: SourcePosition(line: place.line, column: place.column + (duplicates.min()?.utf8.count ?? 0))),
        summary: "\(names) stands here more than once",
        explanation: "Only one of the values could count, and which one would be a guess.",
        help: "keep one of them")
    default:
      break
    }
    return Diagnostic(
      id: "yaml-syntax", severity: .error, range: SourceRange(file: file, start: place), summary: words,
      explanation: "The record is shown without its fields until this is mended.", help: help)
  }
}

extension LineTable {
  fileprivate func place(of mark: Mark?) -> SourcePosition {
    mark.map { place(line: $0.line, column: $0.column) } ?? place(line: 1, column: 1)
  }
}
