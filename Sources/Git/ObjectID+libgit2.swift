internal import CLibgit2

extension ObjectID {
  /// How many bytes the ids of an open repository have.
  static let libraryByteCount = Int(fieldbook_git_id_bytes)

  /// Copies an id that libgit2 owns.
  init(_ oid: git_oid) {
    let id = withUnsafeBytes(of: oid.id) { ObjectID(bytes: $0) }
    guard let id else { preconditionFailure("libgit2's ids are longer than ObjectID can hold") }
    self = id
  }

  /// The id as libgit2 takes it; an id of another hash function names nothing here.
  func oid() throws(GitError) -> git_oid {
    guard byteCount == Self.libraryByteCount else {
      throw GitError(.notFound, "look up \(hex)", "this repository's ids have \(Self.libraryByteCount) bytes")
    }
    var oid = git_oid()
    withUnsafeMutableBytes(of: &oid.id) { $0.copyBytes(from: bytes) }
    return oid
  }
}
