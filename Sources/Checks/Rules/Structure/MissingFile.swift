internal import Diagnostics
internal import WorkspaceModel

/// Every folder holds the files that others count on.
struct MissingFile: Check {
  let id = "missing-file"
  let group = CheckGroup.structure
  let severity = Diagnostic.Severity.error
  let rule = "a customer has a profile, and a folder has the files that fieldbook.yaml asks for"
  let rationale = "Pages, numbers and links start from that file; without it the rest of the folder hangs in the air."
  let examples = [
    CheckExample(
      """
      === customers/acme/contacts.yaml
      ▶contacts: []
      === customers/acme/deals/rollout.md
      ---
      stage: lead
      ---
      """),
    CheckExample(
      """
      === fieldbook.yaml
      structure:
        required:
          - {folder: projects/*, files: [README.md, plan.md|plan.yaml]}
      === projects/north/README.md
      ▶North
      === projects/south/README.md
      South
      === projects/south/plan.yaml
      from: May
      """),
    CheckExample(
      """
      === customers/acme/profile.yaml
      name: Acme
      === customers/acme/contacts.yaml
      contacts: []
      === customers/acme/deals/rollout.md
      ---
      stage: lead
      ---
      === customers/README.md
      No customer.
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    guard input.hasStructure else { return [] }
    return customers(input) + required(input)
  }

  private func customers(_ input: CheckInput) -> [Diagnostic] {
    let workspace = input.workspace
    let paths = workspace.paths
    let described = Set(workspace.customers.lazy.filter { paths.contains($0.source.path) }.map(\.slug))
    var folders = Set(workspace.customers.map(\.slug))
    folders.formUnion(workspace.insights.lazy.map { $0.customer })
    folders.formUnion(workspace.tasks.lazy.compactMap { $0.customer })
    folders.formUnion(workspace.tables.lazy.compactMap { $0.customer })
    let withoutProfile = folders.subtracting(described).filter { !Self.hasFile("profile", of: $0, paths) }
    let active = Set(workspace.deals.lazy.map { $0.customer }).union(workspace.interactions.lazy.map { $0.customer })
    let withoutContacts = active.subtracting(workspace.contactLists.lazy.map { $0.customer })
      .filter { !Self.hasFile("contacts", of: $0, paths) }
    if withoutProfile.isEmpty, withoutContacts.isEmpty { return [] }
    let list = PathList(paths)
    var findings = withoutProfile.map { slug in
      let folder = RepoPath("customers/\(slug)")
      return finding(
        "customer '\(slug)' has no profile", at: input.range(inFolder: folder, list),
        help: "write \(folder)/profile.md with at least a 'name'", fixIts: added("profile.md", folder, input))
    }
    for slug in withoutContacts {
      let folder = RepoPath("customers/\(slug)")
      var weaker = finding(
        "customer '\(slug)' has deals or interactions and no contacts", at: input.range(inFolder: folder, list),
        explanation: "Nobody can be named in a committee or as a participant before they are known.",
        help: "write \(folder)/contacts.yaml", fixIts: added("contacts.yaml", folder, input))
      weaker.severity = .warning
      findings.append(weaker)
    }
    return findings
  }

  private func required(_ input: CheckInput) -> [Diagnostic] {
    let rules = input.workspace.settings.structure.required.filter { !$0.files.isEmpty }
    if rules.isEmpty { return [] }
    let names = FolderNames(input.workspace.paths)
    let list = PathList(input.workspace.paths)
    var findings: [Diagnostic] = []
    for (folder, files) in names.files {
      for rule in rules where rule.folder.matches(folder) {
        for wanted in rule.files where !wanted.split(separator: "|").contains(where: { files.contains(String($0)) }) {
          findings.append(
            finding(
              "'\(wanted.replacing("|", with: "' or '"))' is missing in '\(folder)'",
              at: input.range(inFolder: folder, list),
              explanation: "fieldbook.yaml asks for it in every folder that fits '\(rule.folder.text)'.",
              help: "add the file, or change 'structure.required'", fixIts: added(wanted, folder, input)))
        }
      }
    }
    return findings
  }

  private func added(_ names: String, _ folder: RepoPath, _ input: CheckInput) -> [FixIt] {
    guard let file = NewFile.creation(names, inFolder: folder, in: input), case .create(let path, _) = file else {
      return []
    }
    return [FixIt("begin \(path)", files: [file])]
  }

  private static func hasFile(_ stem: String, of customer: String, _ paths: Set<RepoPath>) -> Bool {
    let path = "customers/\(customer)/\(stem)"
    return ["md", "yaml", "yml", "json", "markdown"].contains { paths.contains(RepoPath("\(path).\($0)")) }
  }
}
