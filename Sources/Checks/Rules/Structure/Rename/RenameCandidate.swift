internal import Diagnostics
internal import WorkspaceModel

/// A record's file or a customer's folder whose name is to become a good address.
struct RenameCandidate {
  /// Where it lies.
  let old: RepoPath
  /// The same place with the better name.
  let new: RepoPath
  /// What bears the name; a customer is its folder.
  let kind: RecordKind
  /// The name as other records write it: the folder's, or the file's without its extension.
  let oldStem: String
  /// What they are to write.
  let newStem: String

  /// A candidate; nil for a name that some place could write in a way that is not understood.
  init?(_ path: RepoPath, _ kind: RecordKind, slug: String) {
    let name = Array(path.name)
    let stem = kind == .customer ? path.nameText : path.stem
    let ending = name.dropFirst(stem.utf8.count)
    guard !slug.isEmpty, SlugName.isSlug(Array(slug.utf8)[...]), slug != stem, path.isSafeToWrite,
      name.allSatisfy(Self.isPlain), name.first != 0x20, name.last != 0x20, slug.utf8.contains(where: { $0 >= 0x61 }),
      !["no", "off", "n", "yes", "on", "y", "true", "false", "null"].contains(slug)
    else { return nil }
    old = path
    new = path.parent.appending(Array(slug.utf8) + ending)
    self.kind = kind
    oldStem = stem
    newStem = slug
  }

  /// A letter, digit or sign of ASCII that has no meaning in YAML, in addresses or in patterns of paths.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: " _-.,()&+!".utf8.contains(byte)
    }
  }
}
