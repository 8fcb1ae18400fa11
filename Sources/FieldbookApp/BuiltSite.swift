internal import Site

/// A site on disk that an earlier build made.
package enum BuiltSite {
  /// Removes it and what an interrupted build left; false when there is nothing.
  package static func remove(_ path: String) throws(FieldbookError) -> Bool {
    do {
      return try StagedOutput.remove(target: path)
    } catch {
      throw .output(error)
    }
  }
}
