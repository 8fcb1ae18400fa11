internal import Diagnostics
internal import WorkspaceModel

/// Drawings only draw.
struct ActiveSVG: Check {
  let id = "active-svg"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.error
  let rule = "an SVG has no script, no event handler, no foreign content and nothing from outside"
  let rationale = "Opened by itself, it is a program with the rights of the site, and may tell others who looked."
  let examples = [
    CheckExample("=== logo.svg\n<svg><▶script>alert(1)</script></svg>\n"),
    CheckExample("=== logo.svg\n<svg ▶onload=\"alert(1)\"><▶foreignObject/></svg>\n"),
    CheckExample("=== logo.svg\n<svg><image href=\"▶https://ads.example/pixel.png\"/></svg>\n"),
    CheckExample("=== logo.svg\n<svg><style>▶@import 'https://fonts.example/a.css';</style></svg>\n"),
    CheckExample(
      """
      === logo.svg
      <svg xmlns="http://www.w3.org/2000/svg"><!-- <script> --><a href="https://acme.example"><use href="#one"/></a>
      <image href="data:image/png;base64,AAAA"/><path style="fill:url(#blend)" d="M0 0"/></svg>
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let wanted = Array("svg".utf8)
    for file in input.files.values where TextScan.hasExtension(file.path, wanted) {
      let bytes: [UInt8]
      switch file.content {
      case .bytes(let read), .drawing(let read): bytes = read
      default: continue
      }
      bytes.withUnsafeBufferPointer { bytes in
        var scanner = SVGScanner(bytes)
        scanner.run()
        var places = PlaceCounter(bytes)
        for (offsets, problem) in scanner.found.prefix(20) {
          findings.append(
            finding(
              problem, at: places.range(of: offsets, in: file.path),
              help: "save the drawing as plain SVG, or as PNG"))
        }
      }
    }
    return findings
  }
}
