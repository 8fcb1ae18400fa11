/// A piece of a context template: the part of Mustache that context templates use.
indirect enum PackNode: Sendable {
  case text(String)
  case variable([String])
  case section([String], isInverted: Bool, [PackNode])

  /// Reads a text; a tag that is not closed is text, and what a section does not close ends with the text.
  static func read(_ source: String) -> [PackNode] {
    var reader = Reader(rest: source[...])
    return reader.nodes(until: nil)
  }

  /// Every name that is asked for at this level, dotted.
  var names: [String] {
    switch self {
    case .text: []
    case .variable(let path): [path.joined(separator: ".")]
    case .section(let path, _, let inner): [path.joined(separator: ".")] + inner.flatMap(\.names)
    }
  }

  private struct Reader {
    var rest: Substring
    /// Templates nest three deep; this is against those that mean harm.
    var depth = 0

    mutating func nodes(until name: String?) -> [PackNode] {
      var nodes: [PackNode] = []
      while let open = rest.firstRange(of: "{{") {
        guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
        let before = rest[..<open.lowerBound]
        let tag = rest[open.upperBound..<close.lowerBound]
        let sign = tag.first
        let isBlock = sign == "#" || sign == "^" || sign == "/" || sign == "!"
        let path = String(tag.drop { "#^/!&{ ".contains($0) }).filter { $0 != " " && $0 != "}" }
        var after = rest[close.upperBound...]
        var text = before
        // A line that holds nothing but the tag leaves no line behind.
        let lineStart = before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
        let standsAlone =
          isBlock && before[lineStart...].allSatisfy({ $0 == " " })
          && after.prefix(while: { $0 != "\n" }).allSatisfy({ $0 == " " })
        if standsAlone {
          text = before[..<lineStart]
          after = after.drop { $0 != "\n" }.dropFirst()
        }
        if !text.isEmpty { nodes.append(.text(String(text))) }
        rest = after
        switch sign {
        case "#" where depth < 16, "^" where depth < 16:
          depth += 1
          nodes.append(.section(Self.parts(path), isInverted: sign == "^", self.nodes(until: path)))
          depth -= 1
        case "/": if path == name { return nodes }
        case "!", "#", "^": break
        default: nodes.append(.variable(Self.parts(path)))
        }
      }
      if !rest.isEmpty { nodes.append(.text(String(rest))) }
      rest = ""
      return nodes
    }

    private static func parts(_ path: String) -> [String] { path.split(separator: ".").map(String.init) }
  }
}

/// Prints nodes with values; what is not known says so.
struct PackPrinter {
  /// The innermost record last.
  private var records: [[String: PackValue]]

  init(_ values: [String: PackValue]) {
    records = [values]
  }

  init(_ values: [String: PackValue], inside outer: [String: PackValue]) {
    records = [outer, values]
  }

  /// The text of some nodes.
  func text(_ nodes: [PackNode]) -> String {
    var output = ""
    for node in nodes {
      switch node {
      case .text(let text): output += text
      case .variable(let path): output += words(path)
      case .section(let path, let isInverted, let inner):
        let value = value(path)
        if isInverted {
          if !(value?.isFilled ?? false) { output += text(inner) }
          continue
        }
        switch value {
        case .list(let list): for record in list { output += nested(record).text(inner) }
        case .record(let record) where !record.isEmpty: output += nested(record).text(inner)
        case .text(let text) where !text.isEmpty: output += self.text(inner)
        default: break
        }
      }
    }
    return output
  }

  /// The value of a name, looked for from the inside out.
  func value(_ path: [String]) -> PackValue? {
    for record in records.reversed() {
      if let value = record.value(path) { return value }
    }
    return nil
  }

  private func nested(_ record: [String: PackValue]) -> PackPrinter {
    var printer = self
    printer.records.append(record)
    return printer
  }

  private func words(_ path: [String]) -> String {
    // An inner record answers for its own fields: the name of a deal is not the name of its customer.
    let record = records.count > 1 && path.count == 1 ? records[records.count - 1].value(path) : value(path)
    switch record {
    case .text(let text) where path.last == "body": return PackPrinter.block(text)
    case .text(let text):
      let line = UntrustedText.line(text)
      return line.isEmpty ? "none" : line
    case .list(let list): return String(list.count)
    case .record, nil: return path.last == "body" ? "" : "unknown"
    }
  }

  /// Several lines of somebody's text; headings in it stay below those of the pack.
  static func block(_ text: String) -> String {
    var output: [Substring] = []
    for line in UntrustedText.lines(UntrustedText.cleaned(text)) {
      let line = line.utf8.first == UInt8(ascii: "#") ? "####" + line.drop { $0 == "#" } : line
      if line.utf8.allSatisfy({ $0 == 0x20 }) {
        if !(output.last?.isEmpty ?? true) { output.append("") }
      } else {
        output.append(line)
      }
    }
    while output.last?.isEmpty ?? false { output.removeLast() }
    return output.joined(separator: "\n")
  }

  /// Without empty lines at either end and with one between others.
  static func tidied(_ text: String) -> String {
    var lines: [Substring] = []
    for line in UntrustedText.lines(text) {
      if line.utf8.allSatisfy({ $0 == 0x20 }) {
        if !(lines.last?.isEmpty ?? true) { lines.append("") }
      } else {
        lines.append(line)
      }
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
