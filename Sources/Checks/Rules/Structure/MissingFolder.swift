internal import Diagnostics
internal import WorkspaceModel

/// Every folder holds the folders that fieldbook.yaml asks for.
struct MissingFolder: Check {
  let id = "missing-folder"
  let group = CheckGroup.structure
  let severity = Diagnostic.Severity.warning
  let rule = "the folders that fieldbook.yaml asks for exist"
  let rationale = "Where the place for something is missing, everybody puts it somewhere else."
  let examples = [
    CheckExample(
      """
      === fieldbook.yaml
      structure:
        required:
          - {folder: projects/*, folders: [notes]}
      === projects/north/README.md
      ▶North
      === projects/south/notes/kick-off.md
      South
      """),
    CheckExample(
      """
      === fieldbook.yaml
      structure:
        required:
          - {folder: ▶legal, files: [README.md]}
      """),
    CheckExample(
      """
      === fieldbook.yaml
      structure:
        required:
          - {folder: projects/*, folders: [notes]}
      === README.md
      There are no projects yet.
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let rules = input.workspace.settings.structure.required
    if rules.isEmpty { return [] }
    let names = FolderNames(input.workspace.paths)
    let list = PathList(input.workspace.paths)
    var findings: [Diagnostic] = []
    for rule in rules {
      if !rule.folder.text.contains(where: { $0 == "*" || $0 == "?" }), names.files[RepoPath(rule.folder.text)] == nil {
        findings.append(
          finding(
            "the folder '\(rule.folder.text)' does not exist", at: rule.range,
            help: "add it with the files it must hold, or drop the requirement",
            fixIts: added(RepoPath(rule.folder.text), rules, input)))
        continue
      }
      if rule.folders.isEmpty { continue }
      for folder in names.files.keys where rule.folder.matches(folder) {
        for wanted in rule.folders where names.folders[folder]?.contains(wanted) != true {
          findings.append(
            finding(
              "the folder '\(wanted)' is missing in '\(folder)'", at: input.range(inFolder: folder, list),
              help: "add it with a first file, since Git keeps no empty folder; or change 'structure.required'",
              fixIts: added(folder.appending(wanted), rules, input)))
        }
      }
    }
    return findings
  }

  /// The folder with the files that it must hold, or with a README where none is asked for.
  private func added(_ folder: RepoPath, _ rules: [StructureRules.Requirement], _ input: CheckInput) -> [FixIt] {
    let wanted = rules.filter { $0.folder.matches(folder) }.flatMap(\.files)
    let names = wanted.isEmpty ? ["README.md"] : wanted
    let files = names.compactMap { NewFile.creation($0, inFolder: folder, in: input) }
    guard files.count == names.count, Set(files).count == files.count else { return [] }
    return [FixIt("begin the folder", files: files)]
  }
}
