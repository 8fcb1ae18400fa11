internal import Diagnostics
internal import Markdown
internal import Markdown
internal import WorkspaceModel

/// Every link leads to a file.
struct BrokenLink: Check {
  let id = "broken-link"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.error
  let rule = "a link leads to a file of the workspace"
  let rationale = "On the page it is text without a link, and whoever needs what it promised has to ask somebody."
  let examples = [
    CheckExample(
      """
      === README.md
      Read [the prices](▶guides/pricng.md), then [the plan](▶plans/north.md).
      === guides/pricing.md
      # Prices
      """),
    CheckExample(
      "=== README.md\n[Prices](▶old/prices.md#2026)\n=== guides/pricing.md\n# 2026\n", setting: Self.renamed),
    CheckExample("=== README.md\n[Prices][1], ▶[nothing]()\n\n[1]: guides/pricing.md\n=== guides/pricing.md\n2026\n"),
    CheckExample(
      """
      === README.md
      [Prices](guides/pricing.md), [all guides](guides/), [this page](#links), [mail](mailto:bea@acme.example),
      [a sheet](guides/prices.xlsx) and `[code](nowhere.md)`.

      ## Links
      === guides/README.md
      [Back](../README.md)
      === guides/pricing.md
      2026
      === guides/prices.xlsx
      binary
      === sales-toolkit/templates/offer.md
      Dear {{contact.name}}, see [the offer]({{offer.url}}).
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let missing = input.missingTargets { $0.kind == .link }
    return missing.isEmpty ? [] : report(missing, input, noun: "link")
  }

  private static var renamed: CheckExample.Setting {
    var setting = CheckExample.Setting()
    setting.renames = ["old/prices.md": "guides/pricing.md"]
    return setting
  }
}

extension Check {
  /// Findings for links whose file is not there, with what can be done about each.
  func report(_ missing: [MissingTarget], _ input: CheckInput, noun: String) -> [Diagnostic] {
    var repair = LinkRepair(input)
    var places = LinkPlaces(input)
    return missing.compactMap { fault in
      guard let target = fault.target else {
        return finding(
          "\(noun) without a destination", at: fault.link.range(in: fault.file), help: "say what it leads to")
      }
      if repair.otherCase(of: target) != nil { return nil }
      let written = places.destination(of: fault.link, in: fault.file)
      let range = written ?? fault.link.range(in: fault.file)
      let summary = "'\(fault.link.path)' leads to no file"
      guard let found = repair.found(target) else {
        return finding(
          summary, at: range,
          help: repair.help(target, from: fault.file) ?? "correct the path, or take the \(noun) out")
      }
      let address = RelativeAddress.address(of: found, from: fault.file, keeping: fault.link.destination)
      return finding(
        summary, at: range, help: "did you mean '\(address)'?",
        fixIts: written.map { [FixIt("lead to '\(address)'", edits: [.init(range: $0, replacement: address)])] } ?? [])
    }
  }
}
