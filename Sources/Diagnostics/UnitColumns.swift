/// Turns columns in bytes into columns in UTF-16 code units, as reports for other programs count them.
struct UnitColumns {
  private let line: (RepoPath, Int) -> String?

  init(line: @escaping (RepoPath, Int) -> String?) {
    self.line = line
  }

  /// Start and end in code units, from 1; nil where the lines are not to be had.
  ///
  /// A place behind the last character counts as the end of the line, and one inside a character as its beginning.
  func columns(of range: SourceRange) -> (start: Int, end: Int)? {
    guard let first = line(range.file, range.start.line) else { return nil }
    let isOneLine = range.start.line == range.end.line
    guard let last = isOneLine ? first : lastLine(of: range) else { return nil }
    let start = Self.units(first, before: range.start.column)
    let end = Self.units(last, before: range.end.column)
    return (start + 1, isOneLine ? max(start, end) + 1 : end + 1)
  }

  /// A stretch that ends before the first byte of a line may end behind the file's last line.
  private func lastLine(of range: SourceRange) -> String? {
    line(range.file, range.end.line) ?? (range.end.column == 1 ? "" : nil)
  }

  /// The number of code units in a line.
  func count(of file: RepoPath, line number: Int) -> Int { line(file, number)?.utf16.count ?? 0 }

  private static func units(_ text: String, before column: Int) -> Int {
    var units = 0
    var offset = 1
    for scalar in text.unicodeScalars {
      offset += UTF8.width(scalar)
      if offset > column { break }
      units += UTF16.width(scalar)
    }
    return units
  }
}
