internal import CLibgit2

/// What `HEAD` stands for.
package enum Head: Hashable, Sendable {
  /// A branch, by short name, and its newest commit.
  case branch(name: String, id: ObjectID)
  /// A commit without a branch.
  case detached(ObjectID)
  /// A branch, by short name, that has no commit yet.
  case unborn(name: String)

  /// The commit; nil before the first one.
  package var id: ObjectID? {
    switch self {
    case .branch(_, let id), .detached(let id): id
    case .unborn: nil
    }
  }

  /// The branch's short name; nil when detached.
  package var branch: String? {
    switch self {
    case .branch(let name, _), .unborn(let name): name
    case .detached: nil
    }
  }
}

extension Repository {
  /// Reads `HEAD` anew.
  package var head: Head {
    get throws(GitError) {
      try handle.withPointer { (repository) throws(GitError) in
        let head = try Owned("read HEAD", free: git_reference_free) { git_reference_lookup(&$0, repository, "HEAD") }
        guard let full = head.withPointer({ git_reference_symbolic_target($0).map { String(cString: $0) } }) else {
          return .detached(try id(of: "HEAD", in: repository))
        }
        let name = full.hasPrefix("refs/heads/") ? String(full.dropFirst("refs/heads/".count)) : full
        var oid = git_oid()
        let isBorn = try GitError.found(git_reference_name_to_id(&oid, repository, full), "read \(full)")
        return isBorn ? .branch(name: name, id: ObjectID(oid)) : .unborn(name: name)
      }
    }
  }

  private func id(of reference: String, in repository: OpaquePointer) throws(GitError) -> ObjectID {
    var oid = git_oid()
    try GitError.check(git_reference_name_to_id(&oid, repository, reference), "read \(reference)")
    return ObjectID(oid)
  }

  /// Whether history was cut off when cloning.
  package var isShallow: Bool { !shallowBoundary.isEmpty }

  /// The commits whose parents were not cloned.
  package var shallowBoundary: Set<ObjectID> {
    guard let bytes = SystemFiles.contents(of: commonDirectory + "/shallow") else { return [] }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    return Set(lines.compactMap { ObjectID(hex: String(decoding: $0, as: UTF8.self)) })
  }
}
