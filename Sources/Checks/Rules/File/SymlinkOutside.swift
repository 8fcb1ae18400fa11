internal import Diagnostics
internal import WorkspaceModel

/// Symbolic links stay within the workspace.
struct SymlinkOutside: Check {
  let id = "symlink-outside"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.error
  let rule = "no symbolic link leads out of the workspace"
  let rationale = "It names a file of one machine: nobody else has it, and a tool that follows it may publish a secret."
  let examples = [
    CheckExample("=== notes.md\n▶", setting: Self.setting("notes.md", "/home/bea/notes.md")),
    CheckExample("=== guides/notes.md\n▶", setting: Self.setting("guides/notes.md", "../../notes.md")),
    CheckExample("=== notes.md\nHere.\n=== guides/notes.md\n", setting: Self.setting("guides/notes.md", "../notes.md")),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.files.values.compactMap { file in
      guard case .symlink(let target) = file.content, Self.leaves(target, from: file.path) else { return nil }
      return finding(
        "symbolic link to '\(target)' leads out of the workspace", at: SourceRange(wholeFile: file.path),
        help: "put the file itself here, or link to it in a text")
    }
  }

  private static func leaves(_ target: String, from path: RepoPath) -> Bool {
    let bytes = Array(target.utf8.prefix(2))
    if bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "\\") || bytes.last == UInt8(ascii: ":") {
      return true
    }
    return path.parent.resolving(target) == nil
  }

  private static func setting(_ path: String, _ target: String) -> CheckExample.Setting {
    var setting = CheckExample.Setting()
    setting.symlinks = [path: target]
    return setting
  }
}
