internal import WorkspaceModel

extension SiteReading {
  /// What every check wants, why, and how it looks: the pages that findings link to.
  func checksPage() -> DocumentPage {
    var bytes: [UInt8] = []
    var toc: [Heading] = []
    var group = ""
    for check in checks {
      if check.group != group {
        group = check.group
        let anchor = "group-" + group.replacing(" ", with: "-")
        toc.append(Heading(text: Slug.title(of: group), anchor: anchor, isNested: false))
        bytes += "<h2 id=\"\(anchor)\">\(PageEscape.escaped(Slug.title(of: group)))</h2>\n".utf8
      }
      toc.append(Heading(text: check.id, anchor: check.id, isNested: true))
      bytes += Self.section(check).utf8
    }
    return DocumentPage(
      head: PageHead(
        title: "Checks", kicker: "Health", headIcon: "health",
        lede: "What is checked before every publish, and why.",
        crumbs: [Crumb(text: "Health", href: Href("/health/"))]),
      body: HTML(bytes: bytes), toc: toc, siblingsTitle: "Health",
      siblings: [
        Sibling(text: "Findings", href: Href("/health/"), isCurrent: false),
        Sibling(text: "Checks", href: Href("/health/checks/"), isCurrent: true),
      ], previous: nil, next: nil, backlinks: [],
      provenance: Provenance(sourcePath: "built into the program", isUnknown: false))
  }

  private static func section(_ check: CheckReference) -> String {
    var html = "<h3 id=\"\(check.id)\"><code>\(check.id)</code></h3>\n"
    html += "<p><strong>\(PageEscape.escaped(check.rule)).</strong> \(PageEscape.escaped(check.rationale))"
    html += " Level: \(check.severity).</p>\n"
    for example in check.examples.prefix(1) {
      html += "<pre tabindex=\"0\"><code>\(PageEscape.escaped(example))</code></pre>\n"
    }
    return html
  }
}
