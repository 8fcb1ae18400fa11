extension Repository {
  /// The size of a file, without reading its bytes.
  package func blobSize(_ id: ObjectID) throws(GitError) -> Int { try size(id, .blob) }

  /// The bytes of a file of at most `limit` bytes.
  package func blob(_ id: ObjectID, limit: Int) throws(GitError) -> [UInt8] {
    let size = try blobSize(id)
    guard size <= limit else {
      throw GitError(.tooLarge, "read blob \(id)", "it has \(size) bytes, the limit is \(limit)")
    }
    return try withBlob(id) { Array($0) }
  }

  /// Lends the bytes of a file, of any size, until `body` returns.
  package func withBlob<R>(
    _ id: ObjectID, _ body: (UnsafeRawBufferPointer) throws(GitError) -> R
  ) throws(GitError) -> R {
    try withObject(id, .blob, body)
  }

  /// Lends the bytes of many files, one after the other, with their places in `ids`.
  ///
  /// Returns the places and sizes of those above `limit`, which are not read.
  package func readBlobs(
    _ ids: [ObjectID], limit: Int, body: (Int, UnsafeRawBufferPointer) throws(GitError) -> Void
  ) throws(GitError) -> [(index: Int, size: Int)] {
    var oversized: [(index: Int, size: Int)] = []
    for (index, id) in ids.enumerated() {
      let size = try blobSize(id)
      if size > limit {
        oversized.append((index, size))
      } else {
        try withBlob(id) { (bytes) throws(GitError) in try body(index, bytes) }
      }
    }
    return oversized
  }
}
