internal import Diagnostics
internal import WorkspaceModel

/// Finds the comments in a file that ask for findings to be left out.
///
/// In Markdown, `<!-- fieldbook-ignore broken-link: the page comes in May -->` on a line of its own speaks of the next
/// block: up to the next blank line, to the end of the code when the block is fenced, or, when a heading comes next, to
/// the next heading of the same or a higher level. In YAML and in front matter, `# fieldbook-ignore broken-link: ...`
/// on a line of its own speaks of the next entry with all that is indented below it.
enum SuppressionComments {
  /// The comments in the order of the file.
  static func all(in bytes: [UInt8], of path: RepoPath) -> [Suppression] {
    guard ByteSearch(Suppression.keyword).finds(in: bytes) else { return [] }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if KindOfPath.isMarkdown(path) {
      let front = FrontMatter(text)
      let inYAML = front.yaml.map { YAMLComments(FileLines($0, first: front.yamlFirstLine), path).all } ?? []
      return inYAML + MarkdownComments(FileLines(front.body, first: front.bodyFirstLine), path).all
    }
    guard ["yaml", "yml"].contains(path.fileExtension) else { return [] }
    return YAMLComments(FileLines(text, first: 1), path).all
  }
}

/// The lines of a part of a file, without their ends.
struct FileLines {
  /// The number of the first one.
  let first: Int
  private(set) var lines: [ArraySlice<UInt8>] = []

  init(_ bytes: ArraySlice<UInt8>, first: Int) {
    self.first = first
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// Whether a line holds nothing but white space.
  func isBlank(_ index: Int) -> Bool { lines[index].allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The number of spaces in front of a line.
  func indent(_ index: Int) -> Int { lines[index].prefix { $0 == 0x20 }.count }

  /// A stretch of a line as a range of the file, by offsets from its beginning.
  func range(_ index: Int, _ from: Int, _ upTo: Int, in file: RepoPath) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: first + index, column: from + 1),
      end: SourcePosition(line: first + index, column: upTo + 1))
  }
}

/// Looks for one word in long texts, some bytes at a time (Horspool).
struct ByteSearch {
  private let word: [UInt8]
  private var shifts: [Int]

  init(_ word: [UInt8]) {
    self.word = word
    shifts = Array(repeating: word.count, count: 256)
    for (index, byte) in word.dropLast().enumerated() { shifts[Int(byte)] = word.count - 1 - index }
  }

  /// Whether the word stands anywhere.
  func finds(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var end = word.count - 1
      while end < bytes.count {
        let last = bytes[end]
        if last == word[word.count - 1], bytes[(end - word.count + 1)...end].elementsEqual(word) { return true }
        end += shifts[Int(last)]
      }
      return false
    }
  }
}
