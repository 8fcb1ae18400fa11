import Checks
import Diagnostics
import FieldbookTestSupport
import Foundation
import Markdown
import Testing
import WorkspaceModel

extension CheckExample.Setting {
  /// The files of the example, with those that cannot be written as text in place of what marks them there.
  func files(_ marked: [WorkspaceFile]) -> [WorkspaceFile] {
    let others =
      bytes.map { WorkspaceFile(path: RepoPath($0.key), content: .bytes($0.value), hash: "") }
      + symlinks.map { WorkspaceFile(path: RepoPath($0.key), content: .symlink(target: $0.value), hash: "") }
      + tooLarge.map { WorkspaceFile(path: RepoPath($0.key), content: .tooLarge(bytes: $0.value), hash: "") }
      + unreadable.map { WorkspaceFile(path: RepoPath($0.key), content: .unreadable($0.value), hash: "") }
    return marked.replacing(with: others)
  }

  /// What is reported by whoever renders texts and knows time zones, and not by the loader.
  func reported(_ workspace: Workspace) -> [Diagnostic] {
    let zone = workspace.settings.timeZone
    var findings = TimeZone(identifier: zone) == nil ? [UnknownTimeZone.finding(zone)] : []
    for record in workspace.records {
      guard let body = record.source.body else { continue }
      let options = MarkdownOptions(firstLine: body.firstLine, demoteHeadings: true)
      if case .refused(let reason, let line) = MarkdownRenderer.render(body.bytes, options: options) {
        findings.append(RefusedText.finding(in: record.source.path, line: line, reason: reason))
      }
    }
    return findings
  }

  /// What a run of checks sees.
  func input(_ workspace: Workspace, files: [WorkspaceFile]) throws -> CheckInput {
    var documents: [RepoPath: MarkdownDocument] = [:]
    for record in workspace.records {
      guard let body = record.source.body else { continue }
      let options = MarkdownOptions(firstLine: body.firstLine, demoteHeadings: true)
      if case .document(let document) = MarkdownRenderer.render(body.bytes, options: options) {
        documents[record.source.path] = document
      }
    }
    let day = WorkspaceModel.Day(iso: today)
    return CheckInput(
      workspace: workspace, files: files, documents: documents, today: try #require(day), commit: commit,
      renames: renames, history: history, figures: figures)
  }
}
