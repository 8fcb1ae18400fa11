internal import Diagnostics
internal import Markdown
internal import Markdown
internal import WorkspaceModel

/// Links write names as files have them.
struct LinkCase: Check {
  let id = "link-case"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.error
  let rule = "a link has the same upper and lower case as the file"
  let rationale = "It works on the machine of whoever wrote it and leads nowhere on the site."
  let examples = [
    CheckExample("=== README.md\n[Prices](▶Guides/pricing.md#list)\n=== guides/pricing.md\n## List\n"),
    CheckExample("=== README.md\n![Plant](▶plant.PNG)\n=== plant.png\nbinary\n"),
    CheckExample("=== README.md\n[Prices](Guides/Pricing.md) and [[PRICING]]\n=== Guides/Pricing.md\n2026\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let missing = input.missingTargets { $0.kind == .link || $0.kind == .image }
    if missing.isEmpty { return [] }
    let repair = LinkRepair(input)
    var places = LinkPlaces(input)
    return missing.compactMap { fault in
      guard let target = fault.target, let path = repair.otherCase(of: target) else { return nil }
      let written = places.destination(of: fault.link, in: fault.file)
      let address = RelativeAddress.address(of: path, from: fault.file, keeping: fault.link.destination)
      return finding(
        "'\(fault.link.path)' differs from '\(path)' by case", at: written ?? fault.link.range(in: fault.file),
        help: "write '\(address)'",
        fixIts: written.map { [FixIt("write '\(address)'", edits: [.init(range: $0, replacement: address)])] } ?? [])
    }
  }
}
