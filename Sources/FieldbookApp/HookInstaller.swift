internal import Foundation
internal import Git

/// Writes the pre-commit hook that runs the checks.
package enum HookInstaller {
  /// What the hook does; it fails when the program is missing, because a hook that passes silently is worse than none.
  private static let script = """
    #!/bin/sh
    # Installed by fieldbook: checks what is staged, never the work tree.
    if ! command -v fieldbook >/dev/null 2>&1; then
      echo "fieldbook is not installed, so this commit cannot be checked." >&2
      echo "Install it, or commit with --no-verify and let CI check." >&2
      exit 2
    fi
    exec fieldbook check --staged

    """

  /// Writes the hook and returns its path.
  ///
  /// A hook of somebody else is left alone unless forced.
  package static func install(in folder: String, force: Bool) throws(FieldbookError) -> String {
    let repository: Repository
    do {
      repository = try Repository(discovering: folder)
    } catch {
      throw .repository(error)
    }
    let path = repository.hooksDirectory + "/pre-commit"
    let manager = FileManager.default
    if let existing = manager.contents(atPath: path), existing != Data(script.utf8), !force {
      throw .usage(
        "there is a pre-commit hook already: \(path)",
        help: "add the line 'fieldbook check --staged' to it, or replace it with --force")
    }
    do {
      try manager.createDirectory(atPath: repository.hooksDirectory, withIntermediateDirectories: true)
      try Data(script.utf8).write(to: URL(fileURLWithPath: path))
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    } catch {
      throw .usage("cannot write \(path): \(error.localizedDescription)", help: nil)
    }
    return path
  }
}
