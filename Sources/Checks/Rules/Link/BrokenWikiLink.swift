internal import Diagnostics
internal import Markdown
internal import Markdown
internal import WorkspaceModel

/// Every wiki link names a record.
struct BrokenWikiLink: Check {
  let id = "broken-wiki-link"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.error
  let rule = "a wiki link names a record by its id, the end of its id, its title or an alias"
  let rationale = "On the page it is text without a link, and the record that was meant is not told of it."
  let examples = [
    CheckExample("=== README.md\nSee ▶[[pricng]] and ▶[[Nowhere|that]].\n=== guides/pricing.md\n# Price list\n"),
    CheckExample(
      """
      === README.md
      [[pricing]], [[guides/pricing]], [[Price list#2026|prices]], `[[nowhere]]` and \\[[nowhere]]
      === guides/pricing.md
      # Price list

      ## 2026
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var missing: [(file: RepoPath, link: Link)] = []
    input.forEachLink { file, link in
      guard link.kind == .wiki, link.reach == .relative, case .missing = input.links.resolve(link, in: file) else {
        return
      }
      missing.append((file, link))
    }
    if missing.isEmpty { return [] }
    missing.sort { $0.file == $1.file ? $0.link.range.lowerBound < $1.link.range.lowerBound : $0.file < $1.file }
    let names = WikiNames(input.links)
    return missing.enumerated().map { number, fault in
      // Each search looks at many names; past a hundred findings one does not read the help.
      let nearest = number < 100 ? names.nearest(to: fault.link.path) : nil
      return finding(
        "'\(fault.link.path)' is the name of no record", at: fault.link.range(in: fault.file),
        help: nearest.map { "did you mean '[[\($0)]]'?" } ?? "write the file's name without its extension")
    }
  }
}

/// Wiki names by length, so that a similar one is found without looking at all.
struct WikiNames {
  private var names: [Int: [String]] = [:]

  /// Takes the names of an index.
  init(_ links: LinkIndex) {
    for name in links.wikiNames { names[name.utf8.count, default: []].append(name) }
  }

  /// The most similar name, which begins or ends like the one that was written.
  func nearest(to written: String) -> String? {
    let wanted = written.lowercased().map { $0 == " " ? "-" : $0 }
    let text = String(wanted)
    guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
    let count = text.utf8.count
    let reach = max(1, count / 3)
    let candidates = (max(1, count - reach)...(count + reach)).flatMap { names[$0] ?? [] }
      .filter { $0.utf8.first == first || $0.utf8.last == last }
    return NearestWord.to(text, among: candidates)
  }
}
