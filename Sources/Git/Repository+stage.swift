internal import CLibgit2
package import Diagnostics

extension Repository {
  /// Puts files into the index as they are committed now, or takes them out where nil; every other line stays as it is.
  ///
  /// The index is written once. Fails when another program holds its lock.
  package func stage(_ files: [(path: RepoPath, blob: ObjectID?)]) throws(GitError) {
    let oids = try files.map { (file) throws(GitError) -> git_oid? in try file.blob?.oid() }
    try withIndex { (index) throws(GitError) in
      for (file, oid) in zip(files, oids) {
        let name = file.path.bytes.map { CChar(bitPattern: $0) } + [0]
        let status = name.withUnsafeBufferPointer { name -> Int32 in
          guard let oid else {
            guard let path = name.baseAddress else { return 0 }
            let status = git_index_remove(index, path, 0)
            // What is not there need not be taken out.
            return status == GIT_ENOTFOUND.rawValue ? 0 : status
          }
          var entry = git_index_entry()
          entry.mode = FileMode.regular.rawValue
          entry.id = oid
          entry.path = name.baseAddress
          return git_index_add(index, &entry)
        }
        try GitError.check(status, "put \(file.path) into the index")
      }
      try GitError.check(git_index_write(index), "write the index")
    }
  }
}
