internal import Checks
internal import Diagnostics
internal import Foundation
internal import History
internal import WorkspaceModel

extension CheckReport {
  /// Takes out what the workspace's baseline knows; nothing where there is no baseline.
  package func withoutKnown() throws(FieldbookError) -> CheckReport {
    // What a change introduces tells nothing of entries that speak of the rest of the workspace.
    if touchedFiles != nil, findings.isEmpty { return self }
    guard let baseline = try fieldbook.baseline() else { return self }
    let lines = fieldbook.sourceLines()
    let split = baseline.applied(to: findings) { lines.line($1, of: $0) }
    var report = self
    report.findings = split.new
    report.older += split.known.count
    if touchedFiles == nil { report.staleBaselineEntries = split.stale.count }
    return report
  }

  /// Writes the baseline anew: without what is no longer found, and with `grow` also with what is new.
  package func updateBaseline(grow: Bool) throws(FieldbookError) -> String {
    let lines = fieldbook.sourceLines()
    let known = try fieldbook.baseline() ?? Baseline()
    let updated = known.updated(from: findings, line: { lines.line($1, of: $0) }, grow: grow)
    let root: String
    do {
      root = try WorkspaceReader(fieldbook.options.workspace).folderOnDisk(fieldbook.snapshot)
    } catch {
      throw .repository(error)
    }
    let path = "\(root)/\(Baseline.path)"
    do {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(updated.encoded()).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .usage("cannot write \(path): \(error.localizedDescription)", help: nil)
    }
    return "\(updated.entries.count) known findings in \(fieldbook.pathPrefix)\(Baseline.path)"
  }
}

extension Fieldbook {
  /// The findings that the workspace puts up with for now; nil where it has no such list.
  func baseline() throws(FieldbookError) -> Baseline? {
    let bytes: [UInt8]?
    do {
      let reader = try WorkspaceReader(options.workspace)
      bytes = try reader.contents(of: [Baseline.path], in: snapshot, limit: 16 * 1024 * 1024)[Baseline.path]
    } catch {
      throw .repository(error)
    }
    guard let bytes else { return nil }
    do {
      return try Baseline(decoding: bytes)
    } catch {
      throw .usage(
        "\(pathPrefix)\(Baseline.path): \(error)", help: "mend it, or write it anew with --update-baseline --grow")
    }
  }
}
