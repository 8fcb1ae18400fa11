internal import Diagnostics
internal import Markdown
internal import Markdown

/// Links use addresses that pages may have.
struct DangerousLink: Check {
  let id = "dangerous-link"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.error
  let rule = "a link is a path, a web address, or for mail and telephone"
  let rationale = "Other schemes can run a program or read a file of whoever clicks, so pages print only their words."
  let examples = [
    CheckExample("=== README.md\n[Prices](▶javascript:alert(1)) and [a file](▶file:///etc/passwd)\n"),
    CheckExample("=== README.md\n[Shop](▶//shop.example/) and ![dot](▶data:image/png;base64,AAAA)\n"),
    CheckExample(
      """
      === README.md
      [Web](https://acme.example/a:b), [mail](mailto:bea@acme.example), [call](tel:+46812345), [at](12:30.md#a:b)
      === 12:30.md
      ## a:b
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var places = LinkPlaces(input)
    input.forEachLink { file, link in
      guard link.reach == .refused else { return }
      findings.append(
        finding(
          Self.problem(link), at: places.place(of: link, in: file),
          help: "use https, http, mailto or tel, or a path within the workspace"))
    }
    return findings
  }

  private static func problem(_ link: Link) -> String {
    let bytes = Array(link.destination.utf8)
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "address with a control character" }
    let scheme = bytes.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
    if scheme.count == bytes.count || bytes[scheme.count] != UInt8(ascii: ":") { return "address without a scheme" }
    let isPlain = scheme.count <= 20 && scheme.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "%") }
    return isPlain ? "'\(String(decoding: scheme, as: UTF8.self)):' is not linked on any page" : "disguised scheme"
  }
}
