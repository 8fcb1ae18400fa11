internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// Names that headings bore in earlier versions of a page, kept as places that links can still lead to.
struct HeadingAliases: Sendable {
  /// By record: old names with the name that the heading has now, in the order of old names.
  private let aliases: [RepoPath: [(old: String, new: String)]]

  /// Follows the headings of every visible record through its visible versions.
  init(_ visible: VisibleWorkspace) {
    var aliases: [RepoPath: [(old: String, new: String)]] = [:]
    for record in visible.timeline.records where record.isPresent && record.versions.count > 1 {
      guard let document = visible.documents[record.path] else { continue }
      let found = Self.aliases(of: record, document, visible.versions.documents)
      if !found.isEmpty { aliases[record.path] = found }
    }
    self.aliases = aliases
  }

  private static func aliases(
    of record: RecordHistory, _ present: MarkdownDocument, _ documents: [String: MarkdownDocument]
  ) -> [(old: String, new: String)] {
    var names: [String: String] = [:]
    for version in record.versions.reversed() {
      guard let before = version.previousBlob.flatMap({ documents[$0] }),
        let after = version.blob.flatMap({ documents[$0] })
      else { continue }
      let moves = HeadingMoves.between(before.headings, after.headings)
      if moves.isEmpty { continue }
      names = names.mapValues { moves[$0] ?? $0 }
      names.merge(moves) { _, new in new }
    }
    let ids = Set(present.headings.map(\.id))
    return names.filter { !ids.contains($0.key) && ids.contains($0.value) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// Puts an empty element before each heading of a finished page that had other names; never one whose name is taken.
  func insert(for source: RepoPath?, into page: inout [UInt8]) {
    guard let source, let aliases = aliases[source] else { return }
    var ids = Self.ids(in: page)
    for (old, new) in aliases {
      let (old, new) = (PageEscape.escaped(old), PageEscape.escaped(new))
      guard !ids.contains(old), let place = Self.heading(new, in: page) else { continue }
      ids.insert(old)
      page.insert(contentsOf: "<span id=\"\(old)\"></span>".utf8, at: place)
    }
  }

  /// The names of all elements, as they are written.
  private static func ids(in page: [UInt8]) -> Set<String> {
    let mark = Array(" id=\"".utf8)
    var ids: Set<String> = []
    var index = 0
    while index + mark.count <= page.count {
      guard page[index] == mark[0], page[index..<(index + mark.count)].elementsEqual(mark) else {
        index += 1
        continue
      }
      let start = index + mark.count
      let end = page[start...].firstIndex(of: UInt8(ascii: "\"")) ?? page.count
      ids.insert(String(decoding: page[start..<end], as: UTF8.self))
      index = end
    }
    return ids
  }

  /// Where the heading of a name begins: `<h3 id="…">`.
  private static func heading(_ id: String, in page: [UInt8]) -> Int? {
    let rest = Array(" id=\"\(id)\">".utf8)
    var index = 0
    while index + 3 + rest.count <= page.count {
      if page[index] == UInt8(ascii: "<"), page[index + 1] == UInt8(ascii: "h"),
        page[(index + 3)..<(index + 3 + rest.count)].elementsEqual(rest)
      {
        return index
      }
      index += 1
    }
    return nil
  }
}
