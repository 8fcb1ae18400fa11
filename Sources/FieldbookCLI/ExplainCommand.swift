internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp

/// Tells what a check wants and why.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a check, with examples; without an id, list all checks.")

  @Argument(help: "Id of a check, as findings print it in brackets.")
  var id: String?

  func run() throws {
    let console = Console()
    guard let id else {
      list(console)
      return
    }
    guard let check = CheckDescription.all.first(where: { $0.id == id }) else {
      let nearest = NearestWord.to(id, among: CheckDescription.all.map(\.id))
      throw FieldbookError.usage(
        "there is no check '\(id)'",
        help: nearest.map { "did you mean '\($0)'?" } ?? "run 'fieldbook explain' to list all checks")
    }
    console.print("\(check.id) (\(check.group), \(check.severity.rawValue))\n")
    console.print("\(check.rule)\n")
    console.print("\(Wrap.lines(check.rationale, width: 78).joined(separator: "\n"))\n")
    for example in check.examples { console.print("Marked at ▶:\n\n\(Self.indented(example))\n") }
    for example in check.nearMisses { console.print("Fine:\n\n\(Self.indented(example))\n") }
    console.print("Set its level in fieldbook.yaml:\n")
    console.print(
      "    checks:\n      levels:\n        - {check: \(check.id), level: warning, paths: [\"customers/**\"]}")
  }

  private func list(_ console: Console) {
    var group = ""
    for check in CheckDescription.all {
      if check.group != group {
        console.print("\(group.isEmpty ? "" : "\n")\(check.group)")
        group = check.group
      }
      let padding = String(repeating: " ", count: max(1, 30 - check.id.utf8.count))
      console.print("  \(check.id)\(padding)\(check.rule)")
    }
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
      .joined(separator: "\n")
  }
}
