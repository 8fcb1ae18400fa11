internal import Diagnostics
internal import WorkspaceModel

/// A feed as Atom 1.0 (RFC 4287), written by hand because it is small.
struct AtomFeed {
  private var bytes = Array(
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n".utf8)

  /// An element with escaped text.
  mutating func element(_ name: String, _ content: String) {
    open(name)
    Self.append(content, to: &bytes)
    close(name)
  }

  /// A link; `relation` is self or alternate.
  mutating func link(_ relation: String, _ href: String, type: String) {
    bytes += "<link rel=\"\(relation)\" type=\"\(type)\" href=\"".utf8
    Self.append(href, to: &bytes)
    bytes += "\"/>\n".utf8
  }

  /// Who wrote something.
  mutating func author(_ name: String) {
    bytes += "<author><name>".utf8
    Self.append(name, to: &bytes)
    bytes += "</name></author>\n".utf8
  }

  /// The content of an entry; `body` writes markup that is escaped already, once for HTML and once for the feed.
  mutating func content(_ body: (inout [UInt8]) -> Void) {
    open("content", attributes: " type=\"html\"")
    body(&bytes)
    close("content")
  }

  /// An entry with what `body` writes into it.
  mutating func entry(_ body: (inout AtomFeed) -> Void) {
    bytes += "<entry>\n".utf8
    body(&self)
    bytes += "</entry>\n".utf8
  }

  /// The whole document.
  mutating func finish() -> [UInt8] { bytes + "</feed>\n".utf8 }

  /// Markup as a feed holds it.
  static func escaped(_ html: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(html, to: &bytes)
    return bytes
  }

  private mutating func open(_ name: String, attributes: String = "") {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
    bytes += attributes.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: String) {
    bytes += "</".utf8
    bytes += name.utf8
    bytes += ">\n".utf8
  }

  /// Escapes for XML, which knows characters that no document may hold.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    // Only these bytes are, or begin, what XML does not know.
    let mayBeRefused = text.utf8.contains { byte in
      byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0xEF
    }
    guard mayBeRefused else { return PageEscape.append(text, to: &bytes) }
    let allowed = text.unicodeScalars.lazy.filter { scalar in
      scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        || scalar == "\n" || scalar == "\t" || scalar == "\r"
    }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: allowed)
    PageEscape.append(String(kept), to: &bytes)
  }
}

extension SiteReading {
  /// The content of a feed.
  func feed(_ plan: FeedPlan, generator: String) -> [UInt8] {
    let root = PageDepth.root(of: plan.page)
    let base = inputs.baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    func address(_ href: Href) -> String {
      guard let base else { return href.relative(to: root) }
      let anchor = href.fragment.map { "#\($0)" } ?? ""
      return base + AssetAddress.encoded(RepoPath(href.path.dropFirst())) + anchor
    }
    let authority = tagAuthority
    var feed = AtomFeed()
    feed.element("id", "\(authority)feed\(plan.page)")
    feed.element("title", plan.title)
    if let newest = plan.commits.first { feed.element("updated", changes.moments[newest].iso) }
    feed.author(workspace.settings.name)
    feed.element("generator", generator)
    if let base { feed.link("self", base + AssetAddress.encoded(RepoPath(plan.path)), type: "application/atom+xml") }
    feed.link("alternate", address(Href(plan.page == "/" ? "/changes/" : plan.page)), type: "text/html")
    for place in plan.commits {
      let commit = changes.timeline.commits[place]
      let touches = self.touches(of: place, in: plan)
      let shown = touches.sorted { left, right in
        let kinds = (
          KindWords.rank(changes.timeline.records[left.record].kind),
          KindWords.rank(changes.timeline.records[right.record].kind)
        )
        return kinds.0 != kinds.1 ? kinds.0 < kinds.1 : left.record < right.record
      }.prefix(20)
      feed.entry { entry in
        entry.element("id", "\(authority)commit/\(commit.id)\(plan.page)")
        entry.element("title", feedTitle(commit, shown, count: touches.count))
        entry.element("updated", changes.moments[place].iso)
        entry.author(contributorName(commit.author))
        for other in commit.coAuthors { entry.author(contributorName(other)) }
        entry.link("alternate", address(changes.page(of: place)), type: "text/html")
        entry.content { feedContent(commit, shown, count: touches.count, into: &$0) }
      }
    }
    return feed.finish()
  }

  /// What a commit touched of what a feed is about; an import touches far more than one customer has.
  private func touches(of commit: Int, in plan: FeedPlan) -> [ChangesIndex.Touch] {
    guard let customers = plan.customers else { return changes.touches(of: commit) }
    let near =
      customers.count == 1 && plan.records.isEmpty
      ? customers.first.map { changes.touches(of: commit, near: $0) } ?? [] : changes.touches(of: commit)[...]
    return near.filter { plan.covers(changes.timeline.records[$0.record]) }
  }

  /// "tag:git.example.org,2020:sales/fieldbook/": the same for every build of a repository.
  private var tagAuthority: String {
    guard let address = inputs.baseURL ?? workspace.settings.repository else {
      return "tag:fieldbook.invalid,2020:\(ContributorBook.token(workspace.settings.name))/"
    }
    let parts = address.split(separator: "/").dropFirst()
    let host = parts.first.flatMap { $0.split(separator: "@").last?.split(separator: ":").first }
    return "tag:\(host.map { $0.lowercased() } ?? "fieldbook.invalid"),2020:"
      + parts.dropFirst().map { "\($0)/" }.joined()
  }

  /// What moved where it did, else what the author said.
  private func feedTitle(
    _ commit: TimelineCommit, _ touches: ArraySlice<ChangesIndex.Touch>, count: Int
  ) -> String {
    guard !commit.isBaseline, !commit.isFormOnly, let first = touches.first.map(commitLine) else {
      return subject(of: commit)
    }
    var told = first.fieldRows.map(words)
    if told.isEmpty { told = first.verbs.map { $0.text.lowercased() } }
    guard !told.isEmpty else { return "\(first.recordTitle): \(subject(of: commit))" }
    let rest = count > 1 ? ", and \(Format.count(count - 1, "more record"))" : ""
    return "\(first.recordTitle): \(told.joined(separator: ", "))\(rest)"
  }

  /// The message and the field changes, as HTML within a feed.
  private func feedContent(
    _ commit: TimelineCommit, _ touches: ArraySlice<ChangesIndex.Touch>, count: Int, into bytes: inout [UInt8]
  ) {
    var words = "<p>\(PageEscape.escaped(subject(of: commit)))</p>"
    if !commit.details.isEmpty { words += "<p>\(PageEscape.escaped(commit.details))</p>" }
    bytes += AtomFeed.escaped(words + "<ul>")
    for touch in touches { bytes += feedItems.value(touch) { AtomFeed.escaped(feedItem(commitLine(touch))) } }
    bytes += AtomFeed.escaped("</ul>")
    if count > touches.count {
      bytes += AtomFeed.escaped("<p>and \(Format.count(count - touches.count, "more record"))</p>")
    }
  }

  private func feedItem(_ line: CommitLine) -> String {
    let told = line.verbs.map(\.text) + line.fieldRows.map(words) + (line.restText.map { [$0] } ?? [])
    var html = "<li><b>\(PageEscape.escaped(line.recordTitle))</b>"
    if !told.isEmpty { html += ": \(PageEscape.escaped(told.joined(separator: ", ")))" }
    return html + "</li>"
  }

  /// "Stage Discovery → Negotiation", "Amount 84,000 EUR → 69,000 EUR (−18 %)".
  private func words(_ row: ChangedField) -> String {
    let values = [row.before, row.after].compactMap(\.self).joined(separator: " → ")
    let effects = row.effects.isEmpty ? "" : " (\(row.effects.map(\.text).joined(separator: ", ")))"
    return "\(row.fieldName) \(row.after == nil ? "no longer \(values)" : values)\(effects)"
  }
}
