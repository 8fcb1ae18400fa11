internal import Diagnostics
internal import WorkspaceModel

/// All that names files which are to be renamed, found in one pass over links, fields and texts.
///
/// A rename is offered only where every place that speaks of the old name was understood and can be rewritten without
/// touching another byte; one place that cannot blocks it.
struct RenameReferences {
  let input: CheckInput
  /// By the path that is to go.
  let candidates: [RepoPath: RenameCandidate]
  /// By the name that other records write.
  let byStem: [String: [RenameCandidate]]
  /// By the name that is to come.
  let byNewStem: [String: [RenameCandidate]]
  private var edits: [RepoPath: [FixIt.Edit]] = [:]
  private var blocked: Set<RepoPath> = []
  /// Stretches of files in which a name was understood.
  private(set) var explained: [RepoPath: [SourceRange]] = [:]
  /// Links by reference, whose address stands elsewhere in the file.
  var awaited: [(file: RepoPath, address: String, candidate: RepoPath)] = []
  /// Patterns of paths that fields hold.
  var patterns: Set<GlobPattern> = []
  /// Where links stand in their files.
  var places: LinkPlaces
  private let taken: [RepoPath: Int]
  /// The files that each candidate takes along.
  let moved: [RepoPath: [RepoPath]]

  /// Looks through a workspace for the names of candidates.
  init(_ candidates: [RenameCandidate], in input: CheckInput) {
    self.input = input
    self.candidates = Dictionary(candidates.map { ($0.old, $0) }) { first, _ in first }
    byStem = Dictionary(grouping: candidates, by: \.oldStem)
    byNewStem = Dictionary(grouping: candidates, by: \.newStem)
    places = LinkPlaces(input)
    taken = candidates.isEmpty ? [:] : Self.names(input.workspace.paths)
    moved = Self.moved(candidates, input.workspace.paths)
    if candidates.isEmpty { return }
    blockRivals(candidates)
    readLinks()
    readDefinitions()
    readFields()
    readPatterns()
    readMentions()
  }

  /// The rename with all that goes with it; nil where that cannot be done without doubt.
  func fixIt(for path: RepoPath) -> FixIt? {
    guard let candidate = candidates[path], !blocked.contains(path) else { return nil }
    let edits = (edits[path] ?? []).sorted { $0.range < $1.range }
    guard edits.count <= FixIt.editLimit else { return nil }
    let what = candidate.kind == .customer ? "folder" : "file"
    let links = edits.isEmpty ? "" : " and mend \(edits.count) \(edits.count == 1 ? "link" : "links") to it"
    return FixIt(
      "rename the \(what) to '\(candidate.newStem)'\(links)", edits: edits,
      files: [.rename(path, to: candidate.new)])
  }

  /// Takes a candidate out.
  mutating func block(_ candidate: RepoPath) { blocked.insert(candidate) }

  /// Rewrites one name.
  mutating func rewrite(_ range: SourceRange, to text: String, for candidate: RepoPath) {
    edits[candidate, default: []].append(.init(range: range, replacement: text))
  }

  /// Notes that what stands somewhere was understood.
  mutating func explain(_ range: SourceRange) { explained[range.file, default: []].append(range) }

  /// Names in lower case without extension, and how many files or folders bear each: `Call.md` stands in the way of
  /// `call.yaml`.
  private static func names(_ paths: Set<RepoPath>) -> [RepoPath: Int] {
    var counts: [RepoPath: Int] = [:]
    var folders: Set<RepoPath> = []
    for path in paths {
      counts[path.parent.appending(path.stem.lowercased()), default: 0] += 1
      var folder = path.parent
      while !folder.isRoot, folders.insert(folder).inserted {
        counts[folder.parent.appending(folder.nameText.lowercased()), default: 0] += 1
        folder = folder.parent
      }
    }
    return counts
  }

  private static func moved(_ candidates: [RenameCandidate], _ paths: Set<RepoPath>) -> [RepoPath: [RepoPath]] {
    let wanted = Set(candidates.map(\.old))
    var moved: [RepoPath: [RepoPath]] = [:]
    for path in wanted.isEmpty ? [] : paths {
      for prefix in path.prefixes where wanted.contains(prefix) { moved[prefix, default: []].append(path) }
    }
    return moved
  }

  private mutating func blockRivals(_ candidates: [RenameCandidate]) {
    let wanted = Dictionary(candidates.map { ($0.old.parent.appending($0.newStem), 1) }, uniquingKeysWith: +)
    for candidate in candidates {
      let name = candidate.old.parent.appending(candidate.newStem)
      let own = candidate.oldStem.lowercased() == candidate.newStem ? 1 : 0
      if taken[name, default: 0] > own || wanted[name, default: 0] > 1 { block(candidate.old) }
    }
    let moved = Set(candidates.map(\.old))
    for file in input.files.values {
      switch file.content {
      case .submodule: for path in file.path.prefixes where moved.contains(path) { block(path) }
      case .symlink(let target):
        for name in target.split(separator: "/") {
          for candidate in byStem[String(name)] ?? [] { block(candidate.old) }
        }
        for candidate in byStem[RepoPath(target).stem] ?? [] { block(candidate.old) }
      default: break
      }
    }
  }

  /// Some bytes of a text that stands on one line.
  func part(_ bytes: Range<Int>, of range: SourceRange) -> SourceRange {
    let (line, column) = (range.start.line, range.start.column)
    return SourceRange(
      file: range.file, start: SourcePosition(line: line, column: column + bytes.lowerBound),
      end: SourcePosition(line: line, column: column + bytes.upperBound))
  }
}
