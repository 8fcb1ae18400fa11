internal import CLibgit2

extension GitError {
  /// The one place where a libgit2 status turns into an error.
  ///
  /// Copies and clears the message, which libgit2 keeps per thread: nothing may suspend between the call and this.
  static func check(_ status: Int32, _ action: @autoclosure () -> String) throws(GitError) {
    guard status < 0 else { return }
    var message = "libgit2 gave status \(status) without a message"
    var family: Int32 = 0
    if let last = git_error_last() {
      if let text = last.pointee.message { message = String(cString: text) }
      family = last.pointee.klass
      git_error_clear()
    }
    let code = code(status, family: family, message: message)
    throw GitError(code, action(), message, help: help(for: code))
  }

  /// Like ``check(_:_:)``, but says "not found" by returning false.
  static func found(_ status: Int32, _ action: @autoclosure () -> String) throws(GitError) -> Bool {
    guard status == GIT_ENOTFOUND.rawValue else {
      try check(status, action())
      return true
    }
    git_error_clear()
    return false
  }

  private static func code(_ status: Int32, family: Int32, message: String) -> Code {
    switch status {
    case GIT_ENOTFOUND.rawValue: .notFound
    case GIT_EEXISTS.rawValue: .exists
    case GIT_EAMBIGUOUS.rawValue: .ambiguous
    case GIT_EBAREREPO.rawValue: .bare
    case GIT_EUNBORNBRANCH.rawValue: .unbornBranch
    case GIT_EINVALIDSPEC.rawValue, GIT_EPEEL.rawValue: .invalidSpec
    case GIT_ELOCKED.rawValue: .locked
    case GIT_EMODIFIED.rawValue: .modified
    case GIT_EUNCOMMITTED.rawValue, GIT_ECONFLICT.rawValue, GIT_EINDEXDIRTY.rawValue: .uncommitted
    case GIT_EMISMATCH.rawValue: .corrupt
    case GIT_EOWNER.rawValue: .ownership
    default: code(ofUnspecificStatus: status, family: family, message: message)
    }
  }

  // Status -1 covers damage and unknown formats alike; family and words are all there is to tell them apart.
  private static func code(ofUnspecificStatus status: Int32, family: Int32, message: String) -> Code {
    if message.contains("mandatory extension: 'link'") { return .unsupported("split index") }
    if message.contains("mandatory extension: 'sdir'") { return .unsupported("sparse index") }
    switch UInt32(bitPattern: family) {
    case GIT_ERROR_ZLIB.rawValue, GIT_ERROR_ODB.rawValue, GIT_ERROR_OBJECT.rawValue, GIT_ERROR_INDEX.rawValue,
      GIT_ERROR_TREE.rawValue:
      return .corrupt
    default: return .other(status)
    }
  }

  private static func help(for code: Code) -> String? {
    switch code {
    case .unsupported("split index"): "run: git update-index --no-split-index"
    case .unsupported("sparse index"): "run: git sparse-checkout reapply --no-sparse-index"
    case .corrupt: "run: git fsck"
    default: nil
    }
  }
}
