internal import Diagnostics

extension RepoPath {
  /// The way from a folder to this file, percent-encoded: `../../customers/acme/profile.md`.
  func address(from folder: RepoPath) -> String {
    let (here, there) = (folder.isRoot ? [] : folder.components, components)
    var common = 0
    while common < here.count, common < there.count - 1, here[common].elementsEqual(there[common]) { common += 1 }
    let up = Array(repeating: "..", count: here.count - common)
    return (up + there[common...].map { AssetAddress.encoded(RepoPath(bytes: $0)) }).joined(separator: "/")
  }
}
