internal import Synchronization

/// Passes files on and notes their names, so that whoever comes last knows what is there.
final class NotedOutput<Target: SiteOutput>: SiteOutput {
  private let target: Target
  private let noted = Mutex(OutputNames())

  init(_ target: Target) {
    self.target = target
  }

  func put(_ path: String, _ bytes: [UInt8]) throws {
    noted.withLock { $0.insert(path) }
    try target.put(path, bytes)
  }

  /// Notes a file that somebody else puts.
  func note(_ path: String) { noted.withLock { $0.insert(path) } }

  /// Names of all files so far.
  var names: OutputNames { noted.withLock { $0 } }
}

/// Names of files and of the folders they lie in, as a disk sees them that knows no upper case.
struct OutputNames: Sendable {
  private var files: Set<String> = []
  private var folders: Set<String> = []

  /// Notes a file.
  mutating func insert(_ path: String) {
    let path = Self.folded(path)
    files.insert(path)
    for folder in Self.folders(of: path) where !folders.insert(folder).inserted { return }
  }

  /// Whether a file can be made without taking the place of another one, or of a folder.
  func hasRoom(for path: String) -> Bool {
    let path = Self.folded(path)
    return !files.contains(path) && !folders.contains(path) && !Self.folders(of: path).contains(where: files.contains)
  }

  /// In lower case, which most names are in already.
  private static func folded(_ path: String) -> String {
    path.utf8.contains { $0 >= 0x80 || $0 >= 0x41 && $0 <= 0x5A } ? path.lowercased() : path
  }

  /// The folders around a file, innermost first.
  private static func folders(of path: String) -> [String] {
    var folders: [String] = []
    var rest = path[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      folders.append(String(rest))
    }
    return folders
  }
}
