internal import Diagnostics
internal import Foundation
package import Intelligence
internal import WorkspaceModel

/// Writes packs as files, one a volume.
package enum PackFolder {
  /// Writes the volumes of a pack below a folder: `norrvik-foods/standard-1.md`; gives the paths.
  package static func write(_ pack: ContextPack, format: PackFormat, below folder: String) throws(FieldbookError)
    -> [String]
  {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .usage("cannot create \(folder): \(error.localizedDescription)", help: "choose another --output")
    }
    let disk = WorkspaceDisk(folder)
    let ending =
      switch format {
      case .markdown: "md"
      case .xml: "xml"
      case .json: "json"
      }
    var paths: [String] = []
    for (index, text) in pack.volumes.enumerated() {
      let path = RepoPath("\(pack.customer)/\(pack.tier.rawValue)-\(index + 1).\(ending)")
      guard path.isSafeToWrite else {
        throw .usage("the folder of customer '\(pack.customer)' has a name that cannot be written", help: "rename it")
      }
      let bytes = Array(text.utf8)
      if disk.has(path) { try disk.replace(path, with: bytes) } else { try disk.create(path, with: bytes) }
      paths.append(path.description)
    }
    return paths
  }
}
