internal import Diagnostics
internal import Markdown
internal import Markdown
internal import WorkspaceModel

/// A link to a file of the workspace that is not there.
struct MissingTarget {
  /// Where the link stands.
  let file: RepoPath
  let link: Link
  /// What it leads to; nil when it names no path at all.
  let target: RepoPath?
}

extension CheckInput {
  /// Links of some kind whose file does not exist, in the order of files and lines.
  func missingTargets(where isWanted: (Link) -> Bool) -> [MissingTarget] {
    var missing: [MissingTarget] = []
    forEachLink { file, link in
      guard link.reach == .relative, isWanted(link), case .missing(let target) = links.resolve(link, in: file) else {
        return
      }
      missing.append(MissingTarget(file: file, link: link, target: target))
    }
    return missing.sorted { left, right in
      left.file == right.file ? left.link.range.lowerBound < right.link.range.lowerBound : left.file < right.file
    }
  }
}

/// Knows where a file that a link misses may be; made only when a link does.
struct LinkRepair {
  private let input: CheckInput
  private let folded: [[UInt8]: RepoPath]
  private let names: [String: [RepoPath]]
  private let children: FolderNames
  /// Searches for a similar name that are left: each looks at a whole folder.
  private var searches = 200

  /// Indexes the paths of a workspace.
  init(_ input: CheckInput) {
    self.input = input
    let paths = input.workspace.paths.sorted()
    folded = Dictionary(paths.map { ($0.bytes.map(TextScan.lower), $0) }) { first, _ in first }
    names = Dictionary(grouping: paths, by: \.nameText)
    children = FolderNames(paths)
  }

  /// The file whose path differs only by case; of a folder, its index file's folder.
  func otherCase(of target: RepoPath) -> RepoPath? {
    let wanted = target.bytes.map(TextScan.lower)
    if let path = folded[wanted] { return path }
    for name in ["readme.md", "index.md", "profile.md"] {
      if let path = folded[RepoPath(bytes: wanted).appending(name).bytes] { return path.parent }
    }
    return nil
  }

  /// Where the file went: by Git's word, by a forgotten extension, or as the only one of its name.
  func found(_ target: RepoPath) -> RepoPath? {
    var path = target
    for _ in 0..<10 {
      guard let next = input.renames[path] else { break }
      path = next
    }
    if path != target, input.workspace.paths.contains(path) { return path }
    for ending in [".md", ".yaml"] {
      let whole = RepoPath(bytes: target.bytes + Array(ending.utf8))
      if input.workspace.paths.contains(whole) { return whole }
    }
    let sameName = names[target.nameText] ?? []
    let isUsual = KindOfPath.isIndexName(target.nameText) || ["profile", "contacts"].contains(target.stem)
    return sameName.count == 1 && !isUsual ? sameName[0] : nil
  }

  /// What to say when nothing is certain.
  mutating func help(_ target: RepoPath, from file: RepoPath) -> String? {
    if children.files[target] != nil { return "'\(target)' is a folder without an index page; link to a file in it" }
    guard searches > 0 else { return nil }
    searches -= 1
    return similar(target).map { "did you mean '\(RelativeAddress.address(of: $0, from: file))'?" }
  }

  /// The path with its first unknown part replaced by the most similar name in that folder, if that leads anywhere.
  private func similar(_ target: RepoPath) -> RepoPath? {
    var folder = RepoPath.root
    let parts = target.components
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let name = String(decoding: part, as: UTF8.self)
      if !isLast, children.folders[folder]?.contains(name) == true {
        folder = folder.appending(part)
        continue
      }
      let candidates = (isLast ? children.files[folder] : children.folders[folder]) ?? []
      guard let near = NearestWord.to(name, among: candidates) else { return nil }
      let rest = parts[(index + 1)...].reduce(folder.appending(near)) { $0.appending($1) }
      return input.workspace.paths.contains(rest) ? rest : nil
    }
    return nil
  }
}
