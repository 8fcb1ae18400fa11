internal import CLibgit2

extension Repository {
  /// The commit that a revision such as `main~3`, `v1.2` or an abbreviated id names; tags are followed.
  package func resolve(_ spec: String) throws(GitError) -> ObjectID {
    let action = "resolve revision '\(spec)'"
    guard Self.isAcceptable(spec) else {
      throw GitError(
        .invalidSpec, "resolve the revision",
        "a revision has 1 to 200 characters from A-Z a-z 0-9 . _ / @ { } ~ ^ : -")
    }
    return try handle.withPointer { (repository) throws(GitError) in
      let object: Owned
      do throws(GitError) {
        object = try Owned(action, free: git_object_free) { git_revparse_single(&$0, repository, spec) }
      } catch {
        throw explained(error, spec: spec)
      }
      return try object.withPointer { (object) throws(GitError) in
        let commit: Owned
        do throws(GitError) {
          commit = try Owned(action, free: git_object_free) { git_object_peel(&$0, object, GIT_OBJECT_COMMIT) }
        } catch {
          let kind = ObjectKind(git_object_type(object))?.rawValue ?? "thing"
          throw GitError(.invalidSpec, action, "it names a \(kind), not a commit")
        }
        return try commit.withPointer { (commit) throws(GitError) in
          guard let oid = git_object_id(commit) else { throw GitError(.notFound, action, "it has no id") }
          return ObjectID(oid.pointee)
        }
      }
    }
  }

  // User text goes to libgit2's revision parser only in this alphabet (trust.md 5.3).
  private static func isAcceptable(_ spec: String) -> Bool {
    guard (1...200).contains(spec.utf8.count) else { return false }
    return spec.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "._/@{}~^:-".utf8.contains(byte)
      }
    }
  }

  private func explained(_ error: GitError, spec: String) -> GitError {
    let action = "resolve revision '\(spec)'"
    switch error.code {
    case .notFound:
      if isShallow, spec.contains(where: { $0 == "~" || $0 == "^" }) { return Self.endOfShallowHistory(action) }
      if (try? head)?.id == nil, spec.hasPrefix("HEAD") || spec.hasPrefix("@") {
        return GitError(.unbornBranch, action, "there is no commit yet", help: "commit something first")
      }
      return GitError(
        .notFound, action, "no branch, tag or commit has this name",
        help: "run: git branch --all; git tag; git log --oneline")
    case .ambiguous:
      return GitError(.ambiguous, action, "several objects begin with it", help: "write more digits of the id")
    default:
      return GitError(error.code, action, error.message, help: error.help)
    }
  }
}
