internal import Diagnostics
internal import Markdown
internal import Markdown

/// Web addresses are encrypted.
struct InsecureLink: Check {
  let id = "insecure-link"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.note
  let rule = "a web address begins with https"
  let rationale = "Anybody on the way can read and change a page that comes over http."
  let examples = [
    CheckExample("=== README.md\n[Acme](▶http://acme.example) and <▶http://acme.example/shop>\n"),
    CheckExample(
      "=== README.md\n[Acme](https://acme.example), www.acme.example, [here](http://localhost:4040/), <http://127.0.0.1>\n"
    ),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var places = LinkPlaces(input)
    input.forEachLink { file, link in
      guard link.reach == .external, Self.isInsecure(link) else { return }
      findings.append(
        finding(
          "web address over http", at: places.place(of: link, in: file),
          help: "try it with https and change it when the page is the same"))
    }
    return findings
  }

  private static func isInsecure(_ link: Link) -> Bool {
    let start = link.destination.utf8.prefix(17).map(TextScan.lower)
    guard start.starts(with: "http://".utf8) else { return false }
    // A bare "www." got its scheme from the renderer.
    if link.kind == .autolink, link.text.utf8.first == UInt8(ascii: "w") { return false }
    let host = start.dropFirst(7)
    return !["localhost", "127.", "[::1]"].contains { host.starts(with: $0.utf8) }
  }
}
