internal import Diagnostics
internal import Markdown
internal import Markdown

extension CheckInput {
  /// Calls the body with every link and image that a reader gets to see, in no particular order of files.
  ///
  /// Destinations with `{{` are filled in when a template is used and lead nowhere before.
  func forEachLink(_ body: (RepoPath, Link) -> Void) {
    for (path, document) in documents {
      for link in document.html.links where !Self.isTemplate(link.destination.utf8) { body(path, link) }
    }
  }

  private static func isTemplate(_ destination: String.UTF8View) -> Bool {
    guard let brace = destination.firstIndex(of: UInt8(ascii: "{")) else { return false }
    return destination[brace...].dropFirst().first == UInt8(ascii: "{")
  }
}

/// Finds the destination of a link in the file, where an edit has to go.
///
/// One for all findings of a check: it remembers the lines of the file that it looked at last.
struct LinkPlaces {
  private let input: CheckInput
  private var file: RepoPath?
  private var bytes: [UInt8] = []
  private var lineStarts: [Int] = []

  /// Looks into the files of a run.
  init(_ input: CheckInput) {
    self.input = input
  }

  /// The destination as it is written; nil for references, and where escapes or entities spell it differently.
  mutating func destination(of link: Link, in path: RepoPath) -> SourceRange? {
    let wanted = Array(link.destination.utf8)
    open(path)
    guard !wanted.isEmpty, let start = offset(link.range.lowerBound), let end = offset(link.range.upperBound),
      start < end, end <= bytes.count, let found = Self.find(wanted, in: bytes[start..<end], link.kind)
    else { return nil }
    return SourceRange(
      file: path, start: position(of: found, near: link.range),
      end: position(of: found + wanted.count, near: link.range))
  }

  /// The destination where it can be found, else the whole link.
  mutating func place(of link: Link, in path: RepoPath) -> SourceRange {
    destination(of: link, in: path) ?? link.range(in: path)
  }

  private mutating func open(_ path: RepoPath) {
    if file == path { return }
    file = path
    bytes = input.bytes(of: path) ?? []
    lineStarts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      // A byte order mark is no part of the first line for those who counted columns.
      if TextScan.matches("\u{FEFF}", in: buffer, at: 0) { lineStarts[0] = 3 }
      var next = TextScan.first(0x0A, in: buffer)
      while let end = next {
        lineStarts.append(end + 1)
        next = TextScan.first(0x0A, in: buffer, from: end + 1)
      }
    }
  }

  private func offset(_ place: SourcePosition) -> Int? {
    guard lineStarts.indices.contains(place.line - 1) else { return nil }
    return lineStarts[place.line - 1] + place.column - 1
  }

  private func position(of offset: Int, near range: Range<SourcePosition>) -> SourcePosition {
    var line = range.lowerBound.line
    while lineStarts.indices.contains(line), lineStarts[line] <= offset { line += 1 }
    return SourcePosition(line: line, column: offset - lineStarts[line - 1] + 1)
  }

  private static func find(_ wanted: [UInt8], in link: ArraySlice<UInt8>, _ kind: Link.Kind) -> Int? {
    switch kind {
    case .wiki:
      let start = link.dropFirst(2).drop { $0 <= 0x20 }.startIndex
      return link[start...].starts(with: wanted) ? start : nil
    case .autolink:
      let start = link.first == UInt8(ascii: "<") ? link.startIndex + 1 : link.startIndex
      return link[start...].starts(with: wanted) ? start : nil
    case .link, .image:
      // The last `](` counts: the words before it may hold brackets and images of their own.
      var index = link.endIndex - 1
      while index > link.startIndex {
        index -= 1
        guard link[index] == UInt8(ascii: "]"), link[index + 1] == UInt8(ascii: "(") else { continue }
        var start = link[(index + 2)...].drop { $0 <= 0x20 }.startIndex
        if start < link.endIndex, link[start] == UInt8(ascii: "<") { start += 1 }
        guard link[start...].starts(with: wanted) else { return nil }
        let after = link[(start + wanted.count)...].first ?? 0
        return after <= 0x20 || after == UInt8(ascii: ")") || after == UInt8(ascii: ">") ? start : nil
      }
      return nil
    case .metric: return nil
    }
  }
}
