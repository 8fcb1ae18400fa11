internal import Diagnostics
internal import WorkspaceModel

/// Folders of records hold records.
struct UnexpectedFile: Check {
  let id = "unexpected-file"
  let group = CheckGroup.structure
  let severity = Diagnostic.Severity.warning
  let rule = "folders of records hold files that are read as such records, and what fieldbook.yaml allows"
  let rationale = "Such a file is no record, so what it says reaches no page, no number and no search."
  let examples = [
    CheckExample("=== customers/acme/profile.md\nAcme\n=== customers/acme/deals/offer.docx\n▶Word\n"),
    CheckExample("=== sales-toolkit/battlecards/rivalio.yaml\n▶competitor: Rivalio\n=== fieldbook.yaml\nname: Acme\n"),
    CheckExample("=== fieldbook.yaml\nname: Acme\n=== guides/pricing.md.orig\n▶Left over from a merge\n"),
    CheckExample(
      """
      === fieldbook.yaml
      structure:
        allowed:
          - {folder: legal, names: ["*.md", "*.pdf"]}
      === legal/terms.txt
      ▶Plain text
      === legal/terms.md
      Terms
      """),
    CheckExample(
      """
      === customers/acme/profile.md
      Acme
      === customers/acme/offer.docx
      A document of the customer.
      === customers/acme/deals/rollout.yaml
      stage: lead
      === customers/acme/deals/README.md
      What the deals have in common.
      === customers/acme/interactions/whiteboard.png
      A picture that a note shows.
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    guard input.hasStructure else { return [] }
    let allowed = input.workspace.settings.structure.allowed
    return input.workspace.paths.compactMap { path in
      let folder = allowed.isEmpty ? nil : path.parent
      if let folder, let rule = allowed.last(where: { $0.folder.matches(folder) }) {
        let name = RepoPath(bytes: path.name)
        if rule.names.contains(where: { $0.matches(name) }) { return nil }
        return finding(
          "'\(path.nameText)' does not belong into '\(folder)'", at: SourceRange(wholeFile: path),
          explanation: "fieldbook.yaml allows only \(rule.names.map { "'\($0.text)'" }.joined(separator: ", ")) there.",
          help: "move it, or add its name to 'structure.allowed'")
      }
      if Self.isLeftOver(path) {
        return finding(
          "'\(path.nameText)' was left over by a program", at: SourceRange(wholeFile: path),
          help: "delete it, and name its ending in .gitignore")
      }
      guard let expected = Self.expected(path) else { return nil }
      return finding(
        "'\(path.nameText)' is no record of '\(path.parent)'", at: SourceRange(wholeFile: path),
        help: "write it as \(expected), or keep it one folder up and link to it")
    }
  }

  /// What a record in this folder is written as, when the file is something else.
  private static func expected(_ path: RepoPath) -> String? {
    let isCustomers = path.bytes.starts(with: "customers/".utf8)
    guard isCustomers || path.bytes.starts(with: "sales-toolkit/".utf8) else { return nil }
    let isMarkdown = TextScan.hasExtension(path, markdown)
    let isStructured = structured.contains { TextScan.hasExtension(path, $0) }
    // Most files are records; the parts of their path are not worth looking at.
    if isMarkdown, !path.bytes.starts(with: "customers/workflows/".utf8) { return nil }
    let parts = path.components.map { String(decoding: $0, as: UTF8.self) }
    if KindOfPath.isIndexName(parts.last ?? "") || isPicture(path) { return nil }
    switch (isCustomers, parts.count) {
    case (true, 3) where parts[1] == "workflows": return isStructured ? nil : "YAML"
    case (true, 3) where parts[1] == "templates": return isMarkdown ? nil : "Markdown"
    case (true, 4) where ["deals", "interactions", "insights", "tasks"].contains(parts[2]):
      return isStructured ? nil : "Markdown with front matter"
    case (false, 3) where isStructured:
      return ["battlecards", "playbooks", "templates", "training", "security-compliance"].contains(parts[1])
        ? "Markdown with front matter" : nil
    default: return nil
    }
  }

  private static let markdown = Array("md".utf8)
  private static let structured = ["yaml", "yml", "json"].map { Array($0.utf8) }
  private static let pictures = ["png", "jpg", "jpeg", "gif", "svg", "webp"].map { Array($0.utf8) }
  private static let leftOvers = ["orig", "rej", "bak", "swp"].map { Array($0.utf8) }

  private static func isPicture(_ path: RepoPath) -> Bool { pictures.contains { TextScan.hasExtension(path, $0) } }

  private static func isLeftOver(_ path: RepoPath) -> Bool {
    path.bytes.last == UInt8(ascii: "~") || leftOvers.contains { TextScan.hasExtension(path, $0) }
      || path.name.elementsEqual("Thumbs.db".utf8)
  }
}
