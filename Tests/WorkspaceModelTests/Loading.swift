import Diagnostics
import FieldbookTestSupport
import WorkspaceModel

extension MarkedFiles {
  /// The workspace of these files and all that is wrong with it.
  func load() async -> (workspace: Workspace, findings: [Diagnostic]) {
    await WorkspaceLoader.load(files, jobs: 2)
  }
}
