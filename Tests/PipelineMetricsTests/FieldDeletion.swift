/// A text of fields with one of them taken out.
struct FieldDeletion {
  /// The line that held the field.
  let line: String
  let text: String

  /// Every way of taking one field out of YAML or front matter: a key with all that is below it, or one pair of braces.
  ///
  /// Keys that begin an entry of a list stay, for without them the rest of the entry would join the one before.
  static func all(of text: String, isFrontMatter: Bool) -> [FieldDeletion] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var tail: [String] = []
    if isFrontMatter {
      guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return [] }
      tail = Array(lines[end...])
      lines = Array(lines[1..<end])
    }
    func deletion(_ line: String, _ rest: [String]) -> FieldDeletion {
      FieldDeletion(line: line, text: ((isFrontMatter ? ["---"] : []) + rest + tail).joined(separator: "\n"))
    }
    var found: [FieldDeletion] = []
    for (place, line) in lines.enumerated() {
      let depth = line.prefix { $0 == " " }.count
      let key = line.dropFirst(depth).prefix { $0.isLetter || $0 == "_" }
      if !key.isEmpty, line.dropFirst(depth + key.count).first == ":" {
        let below = lines[(place + 1)...].prefix { next in
          let inner = next.prefix { $0 == " " }.count
          return next.isEmpty || inner > depth || (inner == depth && next.dropFirst(inner).first == "-")
        }
        found.append(deletion(line, Array(lines[..<place]) + Array(lines[(place + 1 + below.count)...])))
      }
      for shorter in withoutOnePair(line) {
        found.append(deletion(line, Array(lines[..<place]) + [shorter] + Array(lines[(place + 1)...])))
      }
    }
    return found
  }

  /// The line without one of the pairs of its outermost braces, for each of them.
  private static func withoutOnePair(_ line: String) -> [String] {
    guard let open = line.firstIndex(of: "{"), let close = line.lastIndex(of: "}"), open < close else { return [] }
    var pairs: [Substring] = []
    let first = line.index(after: open)
    var (depth, isQuoted, start) = (0, false, first)
    for place in line.indices where place >= first && place < close {
      switch line[place] {
      case "\"": isQuoted.toggle()
      case "{" where !isQuoted, "[" where !isQuoted: depth += 1
      case "}" where !isQuoted, "]" where !isQuoted: depth -= 1
      case "," where !isQuoted && depth == 0:
        pairs.append(line[start..<place])
        start = line.index(after: place)
      default: break
      }
    }
    pairs.append(line[start..<close])
    guard pairs.count > 1 else { return [] }
    return pairs.indices.map { left in
      let rest = pairs.indices.filter { $0 != left }.map { pairs[$0] }.joined(separator: ",")
      return line[...open] + rest + line[close...]
    }
  }
}
