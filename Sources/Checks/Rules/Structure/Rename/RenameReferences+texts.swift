internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

extension RenameReferences {
  /// Addresses of reference links, which stand on lines of their own: `[prices]: ../guides/prices.md`.
  mutating func readDefinitions() {
    var found: Set<Definition> = []
    for file in input.sortedFiles where KindOfPath.isMarkdown(file.path) {
      guard case .bytes(let bytes) = file.content else { continue }
      let front = FrontMatter(bytes[...])
      var number = front.bodyFirstLine
      var fence: UInt8?
      for line in front.body.split(separator: 0x0A, omittingEmptySubsequences: false) {
        defer { number += 1 }
        let content = line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
        if let mark = content.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
          content.prefix(3).count == 3, content.prefix(3).allSatisfy({ $0 == mark })
        {
          fence = fence == nil ? mark : fence == mark ? nil : fence
          continue
        }
        guard fence == nil, content.first == UInt8(ascii: "["), let address = Self.address(content) else { continue }
        let text = String(decoding: address, as: UTF8.self)
        let place = SourcePosition(line: number, column: address.startIndex - line.startIndex + 1)
        read(text, at: SourceRange(file: file.path, start: place), &found)
      }
    }
    for (file, address, candidate) in awaited where !found.contains(Definition(file: file, address: address)) {
      block(candidate)
    }
  }

  private struct Definition: Hashable {
    let file: RepoPath
    let address: String
  }

  private mutating func read(_ text: String, at place: SourceRange, _ found: inout Set<Definition>) {
    guard let steps = PathSteps(text, from: place.file.parent, isEncoded: true) else { return }
    for step in steps.steps {
      guard let candidate = candidates[step.path] else { continue }
      rewrite(part(step.bytes, of: place), to: candidate.new.nameText, for: candidate.old)
      explain(part(0..<text.utf8.count, of: place))
      found.insert(Definition(file: place.file, address: text))
    }
  }

  /// The address of a definition, when it is written without escapes.
  private static func address(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let close = line.firstIndex(of: UInt8(ascii: "]")), line[(close + 1)...].first == UInt8(ascii: ":"),
      line.dropFirst().first != UInt8(ascii: "^"), !line[..<close].contains(UInt8(ascii: "\\"))
    else { return nil }
    var rest = line[(close + 2)...].drop { $0 == 0x20 || $0 == 0x09 }
    let isBracketed = rest.first == UInt8(ascii: "<")
    if isBracketed { rest = rest.dropFirst() }
    let address = rest.prefix { isBracketed ? $0 != UInt8(ascii: ">") : $0 > 0x20 }
    return address.isEmpty || address.contains { "\\&".utf8.contains($0) } ? nil : address
  }

  /// Whatever else looks like part of a path with an old name in it: code, tables, settings, raw HTML.
  ///
  /// None of it can be rewritten without guessing.
  mutating func readMentions() {
    let names = MentionedNames(candidates.values)
    for file in input.sortedFiles {
      guard case .bytes(let bytes) = file.content else { continue }
      let mentions = names.mentions(in: bytes)
      if mentions.isEmpty { continue }
      if mentions.count > FixIt.editLimit {
        for path in mentions.flatMap(\.candidates) { block(path) }
        continue
      }
      let places = TextPlaces(bytes)
      let links = (input.documents[file.path]?.links ?? []).map { $0.range(in: file.path) }
      let known = links + (explained[file.path] ?? [])
      for mention in mentions {
        let place = places.position(of: mention.offset)
        if known.contains(where: { $0.start <= place && place < $0.end }) { continue }
        for path in mention.candidates { block(path) }
      }
    }
  }
}
