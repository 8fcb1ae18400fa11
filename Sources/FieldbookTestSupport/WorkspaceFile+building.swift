package import Diagnostics
package import WorkspaceModel

extension WorkspaceFile {
  /// A file that holds a text.
  package init(_ path: RepoPath, _ text: String) {
    self.init(path, bytes: text.utf8)
  }

  /// A file that holds bytes; its hash is told by path and content, so that equal files have equal hashes.
  package init(_ path: RepoPath, bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    // FNV-1a, since a test's hash has to differ between contents and nothing more.
    let hash = (path.bytes + [0] + bytes).reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0100_0000_01B3
    }
    self.init(path: path, content: .bytes(bytes), hash: String(hash, radix: 16))
  }

  /// What the file holds as text; empty when it was not read.
  package var text: String {
    guard case .bytes(let bytes) = content else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Array where Element == WorkspaceFile {
  /// The files with these in place of those of the same path.
  package func replacing(with others: [WorkspaceFile]) -> [WorkspaceFile] {
    let paths = Set(others.map(\.path))
    return filter { !paths.contains($0.path) } + others
  }

  /// The files without those of this path.
  package func removing(_ path: RepoPath) -> [WorkspaceFile] {
    filter { $0.path != path }
  }
}
