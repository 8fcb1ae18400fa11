internal import CLibgit2

extension Repository {
  /// Fills an empty work tree and the index from `HEAD`; refuses when the work tree holds anything.
  package func checkOutHead() throws(GitError) {
    guard let workTree else {
      throw GitError(.bare, "check out HEAD", "a bare repository has no work tree")
    }
    let names = (SystemFiles.names(in: workTree) ?? []).filter { $0 != ".git" }
    if let first = names.min() {
      throw GitError(.uncommitted, "check out HEAD", "\(workTree) is not empty: it holds \(first)")
    }
    var options = git_checkout_options()
    try GitError.check(
      git_checkout_options_init(&options, UInt32(GIT_CHECKOUT_OPTIONS_VERSION)), "prepare a checkout")
    options.checkout_strategy = GIT_CHECKOUT_FORCE.rawValue
    try handle.withPointer { (repository) throws(GitError) in
      try GitError.check(git_checkout_head(repository, &options), "check out HEAD")
    }
  }
}
