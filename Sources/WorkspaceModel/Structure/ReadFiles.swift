package import Diagnostics

/// What each file of a workspace says by itself, kept so that only files that changed are read again.
package struct ReadFiles: Sendable {
  /// Sorted by path.
  let files: [WorkspaceFile]
  /// Beside the files.
  let parsed: [RecordParser.Parsed]
  /// Beside the files.
  let findings: [[Diagnostic]]

  /// Reads files, in parallel; what an earlier reading says of a file that is the same is taken over.
  package init(_ files: [WorkspaceFile], jobs: Int, after earlier: ReadFiles? = nil) async {
    let isSorted = zip(files, files.dropFirst()).allSatisfy { $0.path < $1.path }
    let files = isSorted ? files : files.sorted { $0.path < $1.path }
    var parsed = [RecordParser.Parsed?](repeating: nil, count: files.count)
    var findings = [[Diagnostic]](repeating: [], count: files.count)
    if let earlier {
      earlier.forEachShared(files) { old, new in
        guard earlier.files[old].isSame(as: files[new]) else { return }
        (parsed[new], findings[new]) = (earlier.parsed[old], earlier.findings[old])
      }
    }
    let stale = parsed.indices.filter { parsed[$0] == nil }
    for chunk in await Self.read(stale, of: files, jobs: jobs) {
      for (offset, place) in stale[chunk.range].enumerated() {
        (parsed[place], findings[place]) = (chunk.parsed[offset], chunk.findings[offset])
      }
    }
    self.files = files
    self.parsed = parsed.map { $0 ?? .nothing }
    self.findings = findings
  }

  /// What became of a share of the files.
  private struct Chunk: Sendable {
    let range: Range<Int>
    var parsed: [RecordParser.Parsed] = []
    var findings: [[Diagnostic]] = []

    init(_ range: Range<Int>, _ places: [Int], _ files: [WorkspaceFile]) {
      self.range = range
      for place in places[range] {
        let sink = FindingSink()
        parsed.append(RecordParser.parse(files[place], sink: sink))
        findings.append(sink.findings)
      }
    }
  }

  private static func read(_ places: [Int], of files: [WorkspaceFile], jobs: Int) async -> [Chunk] {
    let size = max(1, (places.count + jobs * 8 - 1) / max(1, jobs * 8))
    var starts = stride(from: 0, to: places.count, by: size).makeIterator()
    return await withTaskGroup(of: Chunk.self) { group in
      func startNext() {
        guard let start = starts.next() else { return }
        group.addTask { Chunk(start..<min(start + size, places.count), places, files) }
      }
      for _ in 0..<max(1, jobs) { startNext() }
      var chunks: [Chunk] = []
      for await chunk in group {
        chunks.append(chunk)
        startNext()
      }
      return chunks
    }
  }

  /// Goes through the paths that other files have as well: the place here and the place there.
  private func forEachShared(_ others: [WorkspaceFile], _ body: (Int, Int) -> Void) {
    var (old, new) = (0, 0)
    while old < files.count, new < others.count {
      if files[old].path == others[new].path {
        body(old, new)
        (old, new) = (old + 1, new + 1)
      } else if files[old].path < others[new].path {
        old += 1
      } else {
        new += 1
      }
    }
  }
}

/// How the files of a workspace differ from an earlier reading.
package struct ReadDifference: Sendable {
  /// Files that are new or say something else.
  package var changed: Set<RepoPath> = []
  /// Files that are gone.
  package var removed: Set<RepoPath> = []
  /// Whether a file came or went, and not only what files say.
  package var isOfFiles = false
  /// The one text that differs, where that is all: the same fields, the same findings, another body.
  package var text: ChangedText?

  /// Nothing differs.
  package var isEmpty: Bool { changed.isEmpty && removed.isEmpty }
}

/// A record whose text alone changed.
package struct ChangedText: Sendable {
  /// The file and what kind of record it is.
  package let source: RecordSource
}

extension ReadFiles {
  /// How these files differ from those of an earlier reading.
  package func difference(from earlier: ReadFiles) -> ReadDifference {
    var difference = ReadDifference()
    var shared = 0
    var places: [(old: Int, new: Int)] = []
    earlier.forEachShared(files) { old, new in
      shared += 1
      if earlier.files[old].isSame(as: files[new]) { return }
      difference.changed.insert(files[new].path)
      places.append((old, new))
    }
    difference.isOfFiles = shared != files.count || shared != earlier.files.count
    if difference.isOfFiles {
      let (before, now) = (Set(earlier.files.map(\.path)), Set(files.map(\.path)))
      difference.changed.formUnion(now.subtracting(before))
      difference.removed = before.subtracting(now)
    } else if places.count == 1 {
      difference.text = text(places[0].new, after: earlier, places[0].old)
    }
    return difference
  }

  /// The record of a file, if nothing of it but its text differs from what it was.
  private func text(_ place: Int, after earlier: ReadFiles, _ before: Int) -> ChangedText? {
    guard case .bytes(let new) = files[place].content, case .bytes(let old) = earlier.files[before].content,
      KindOfPath.isMarkdown(files[place].path), findings[place] == earlier.findings[before],
      let source = parsed[place].toldSource, let past = earlier.parsed[before].toldSource,
      source.title == past.title, (source.body == nil) == (past.body == nil)
    else { return nil }
    let path = files[place].path
    let (now, then) = (FrontMatter(TextFile(new, path: path).bytes), FrontMatter(TextFile(old, path: path).bytes))
    guard now.isUnclosed == then.isUnclosed, now.bodyFirstLine == then.bodyFirstLine,
      (now.yaml == nil) == (then.yaml == nil), (now.yaml ?? []).elementsEqual(then.yaml ?? [])
    else { return nil }
    return ChangedText(source: source)
  }
}

extension WorkspaceFile {
  /// Whether nothing that is read of it differs.
  fileprivate func isSame(as other: WorkspaceFile) -> Bool {
    switch (content, other.content) {
    case (.bytes(let left), .bytes(let right)), (.drawing(let left), .drawing(let right)): left == right
    case (.tooLarge(let left), .tooLarge(let right)): left == right
    case (.symlink(let left), .symlink(let right)): left == right
    case (.unreadable(let left), .unreadable(let right)): left == right
    case (.notRead, .notRead), (.submodule, .submodule): true
    default: false
    }
  }
}

extension RecordParser.Parsed {
  /// The source of a record from whose text nothing is read, so that another text changes no field of anything.
  fileprivate var toldSource: RecordSource? {
    switch self {
    case .customer(let record): record.source
    case .deal(let record): record.source
    case .interaction(let record): record.source
    case .insight(let record): record.source
    case .task(let record): record.source
    case .battlecard(let record): record.source
    case .playbook(let record): record.source
    case .lesson(let record): record.source
    case .security(let record): record.source
    case .page(let record): record.source
    default: nil
    }
  }
}
