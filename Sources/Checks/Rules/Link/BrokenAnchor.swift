internal import Diagnostics
internal import Markdown
internal import Markdown
internal import WorkspaceModel

/// Every link to a section finds it.
struct BrokenAnchor: Check {
  let id = "broken-anchor"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.error
  let rule = "what follows '#' in a link is a heading or a section of the page"
  let rationale = "The reader lands at the top of a page and looks in vain for what the link promised."
  let examples = [
    CheckExample(
      """
      === README.md
      [Prices](guides/pricing.md▶#list-of-prices), [below](▶#Second-Part), [[pricing▶#2025]]

      ## Second part
      === guides/pricing.md
      ## List of price
      """),
    CheckExample(
      """
      === sales-toolkit/battlecards/rivalio.md
      ---
      competitor: Rivalio
      ---
      ## Background
      === README.md
      [When we win](sales-toolkit/battlecards/rivalio.md▶#when-we-wins)
      """),
    CheckExample(
      """
      === README.md
      [Win](sales-toolkit/battlecards/rivalio.md#when-we-win), [why](sales-toolkit/battlecards/rivalio.md#background),
      [Bea](customers/acme/contacts.yaml#bea-lind), [twice](#part-1), [top](#), [title](guides/pricing.md#price-list),
      [page 3](guides/prices.pdf#page=3)

      ## Part

      ## Part
      === sales-toolkit/battlecards/rivalio.md
      ---
      competitor: Rivalio
      ---
      ## Background
      === customers/acme/contacts.yaml
      contacts:
        - {id: bea-lind, name: Bea Lind}
      === guides/pricing.md
      # Price list
      === guides/prices.pdf
      binary
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var anchors = PageAnchors(input)
    var places = LinkPlaces(input)
    input.forEachLink { file, link in
      guard let fragment = link.fragment, !fragment.isEmpty, link.kind != .image else { return }
      let target: RepoPath
      if link.reach == .fragment || link.path.isEmpty {
        target = file
      } else if link.reach == .relative, case .record(let path, _) = input.links.resolve(link, in: file) {
        target = path
      } else {
        return
      }
      guard let known = anchors.anchors(of: target), !known.contains(fragment), !Self.isForBrowser(fragment) else {
        return
      }
      let slug = AnchorName.slug(fragment)
      let written = places.destination(of: link, in: file).flatMap { Self.fragmentPart($0, link) }
      let range = written ?? link.range(in: file)
      let name = target == file ? "this page" : "'\(target)'"
      let same = known.contains(slug) ? slug : nil
      let nearest = same ?? NearestWord.to(slug, among: known)
      let fixIts = zip([same].compactMap(\.self), [written].compactMap(\.self)).map { slug, range in
        FixIt("write '#\(slug)'", edits: [.init(range: range, replacement: "#\(slug)")])
      }
      findings.append(
        finding(
          "'#\(fragment)' is no section of \(name)", at: range,
          help: nearest.map { "did you mean '#\($0)'?" } ?? "name one of its headings, or link to the page as a whole",
          fixIts: fixIts))
    }
    return findings
  }

  /// `top` and searches for a text are read by browsers; footnotes have their own names.
  private static func isForBrowser(_ fragment: String) -> Bool {
    fragment == "top" || fragment.hasPrefix(":~:") || fragment.hasPrefix("fn-") || fragment.hasPrefix("fnref-")
  }

  /// The place from `#` to the end of a destination.
  private static func fragmentPart(_ range: SourceRange, _ link: Link) -> SourceRange? {
    guard range.start.line == range.end.line, let hash = link.destination.utf8.firstIndex(of: UInt8(ascii: "#")) else {
      return nil
    }
    var range = range
    range.start.column += link.destination.utf8.distance(from: link.destination.utf8.startIndex, to: hash)
    return range
  }
}
