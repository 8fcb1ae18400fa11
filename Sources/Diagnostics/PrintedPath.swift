/// Paths as reports for other programs name them.
enum PrintedPath {
  /// The bytes of a path below the prefix, without `./` in front.
  static func bytes(_ file: RepoPath, _ prefix: String) -> [UInt8] {
    var folder = Array(prefix.utf8)[...]
    while folder.starts(with: "./".utf8) { folder = folder.dropFirst(2) }
    return folder + file.bytes
  }

  /// The same as text in which no control character can do harm.
  static func text(_ file: RepoPath, _ prefix: String) -> String {
    TextPrinter.visible(String(decoding: bytes(file, prefix), as: UTF8.self))
  }
}
