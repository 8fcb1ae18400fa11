/// Gives out the lines of files for excerpts, keeping the offsets of the file that was asked for last.
package final class SourceLines {
  private let bytes: (RepoPath) -> [UInt8]?
  private var file: RepoPath?
  private var content: [UInt8] = []
  private var starts: [Int] = []

  /// Lines of files that a closure reads.
  package init(bytes: @escaping (RepoPath) -> [UInt8]?) {
    self.bytes = bytes
  }

  /// A line without its end and without a byte order mark; nil where there is none.
  package func line(_ number: Int, of path: RepoPath) -> String? {
    if file != path { read(path) }
    guard starts.indices.contains(number - 1) else { return nil }
    let end = number < starts.count ? starts[number] - 1 : content.count
    return String(decoding: content[starts[number - 1]..<end].prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
  }

  private func read(_ path: RepoPath) {
    file = path
    content = bytes(path) ?? []
    starts = content.isEmpty ? [] : [content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (index, byte) in content.enumerated() where byte == 0x0A && index + 1 < content.count {
      starts.append(index + 1)
    }
  }
}
