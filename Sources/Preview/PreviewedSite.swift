/// A file of the site as it is shown now.
package struct PreviewFile: Sendable {
  /// What the file holds, as a built site would.
  package var bytes: [UInt8]
  /// The state of the site that it was made in.
  package var stamp: PreviewStamp

  /// A file and the state it belongs to.
  package init(bytes: [UInt8], stamp: PreviewStamp) {
    self.bytes = bytes
    self.stamp = stamp
  }
}

/// Which state of the site a page shows; numbers that only grow while a preview runs.
package struct PreviewStamp: Hashable, Sendable {
  /// Counts the states of records, layouts and history.
  package var pages = 0
  /// Counts the states of stylesheets.
  package var styles = 0
  /// Counts the states of scripts.
  package var scripts = 0

  /// The first state.
  package init() {}
}

/// What is previewed: makes files when they are asked for.
package protocol PreviewedSite: Sendable {
  /// The file at a path below the root, "customers/index.html"; nil when the site has none there.
  func file(at path: String) async -> PreviewFile?
  /// The page for addresses that do not exist.
  func missingPage() async -> PreviewFile
}
