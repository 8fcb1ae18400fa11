internal import Diagnostics
internal import WorkspaceModel

/// Who has to agree to a change of which paths, and who a name in a commit is.
struct Approvals {
  /// A line of `approvals.yaml`.
  struct Rule {
    var pattern: GlobPattern
    var range: SourceRange
    var approvers: [(name: String, range: SourceRange)]
  }
  /// Protected paths of a commit that fall under one rule.
  struct Touched {
    var rule: Rule
    var paths: [RepoPath]
    /// Trailers that name one of the rule's approvers.
    var approvals: [String]
    /// Where a finding about it belongs.
    var place: SourceRange
  }

  let rules: [Rule]
  private let people: [TeamMember]

  init(_ workspace: Workspace) {
    people = workspace.people
    rules = workspace.registers.filter { $0.source.kind == .approvals }.sorted { $0.source.path < $1.source.path }
      .flatMap { register in
        (register.source.fields?["approvals"]?.items ?? []).compactMap { node in
          guard let path = node["path"], let text = path.text else { return nil }
          let file = register.source.path
          let names = node["by"].map { $0.items ?? [$0] } ?? []
          return Rule(
            pattern: GlobPattern(text), range: path.range(in: file),
            approvers: names.compactMap { name in name.text.map { ($0, name.range(in: file)) } })
        }
      }
  }

  /// The rules that a commit touches; of several that fit a path the last counts.
  func touched(by commit: CommitUnderCheck, in input: CheckInput) -> [Touched] {
    var paths: [Int: [RepoPath]] = [:]
    for path in commit.changedPaths.sorted() {
      guard let index = rules.lastIndex(where: { $0.pattern.matches(path) }) else { continue }
      paths[index, default: []].append(path)
    }
    let named = commit.trailers.filter { $0.key.lowercased() == "approved-by" }.map(\.value)
    return paths.sorted { $0.key < $1.key }.map { index, paths in
      let rule = rules[index]
      let wanted = rule.approvers.reduce(into: Set<String>()) { $0.formUnion(identities(of: $1.name)) }
      // What was removed has no place of its own any more.
      let place = paths.first { input.files[$0] != nil }.map { SourceRange(wholeFile: $0) } ?? rule.range
      return Touched(
        rule: rule, paths: paths, approvals: named.filter { !identities(of: $0).isDisjoint(with: wanted) }, place: place
      )
    }
  }

  /// Whether a trailer names the author of a commit.
  func isAuthor(_ name: String, of commit: CommitUnderCheck) -> Bool {
    let author = identities(of: commit.authorEmail).union(identities(of: commit.authorName))
    return !identities(of: name).isDisjoint(with: author)
  }

  /// Person ids that an id, a name, a mail address or `Name <mail>` stands for; itself when nobody bears it.
  func identities(of text: String) -> Set<String> {
    let text = text.trimmed.lowercased()
    var names = [text]
    if let open = text.utf8.firstIndex(of: UInt8(ascii: "<")) {
      let mail = String(text[text.utf8.index(after: open)...].prefix { $0 != ">" }).trimmed
      // The address says who it is; the words before it are for people.
      names = mail.isEmpty ? [String(text[..<open]).trimmed] : [mail]
    }
    var found: Set<String> = []
    for name in names where !name.isEmpty {
      let matching = people.filter { person in
        person.id.lowercased() == name || person.name.lowercased() == name || person.email?.lowercased() == name
      }
      found.formUnion(matching.isEmpty ? [name] : matching.map(\.id))
    }
    return found
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    var bytes = utf8[...]
    while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
