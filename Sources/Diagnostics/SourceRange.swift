/// A place in a file: line and column from 1, columns in UTF-8 bytes as cmark counts them.
package struct SourcePosition: Hashable, Codable, Sendable, Comparable {
  /// From 1.
  package var line: Int
  /// From 1, in bytes.
  package var column: Int

  /// A place by line and column, both from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first byte of a file.
  package static let start = SourcePosition(line: 1, column: 1)

  /// Orders by line, then by column.
  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a file; `end` is the place after its last byte.
package struct SourceRange: Hashable, Codable, Sendable, Comparable {
  /// The file, relative to the workspace.
  package var file: RepoPath
  /// The first byte.
  package var start: SourcePosition
  /// The place after the last byte; equal to `start` when only a point is known.
  package var end: SourcePosition

  /// A stretch between two places of a file.
  package init(file: RepoPath, start: SourcePosition, end: SourcePosition? = nil) {
    self.file = file
    self.start = start
    self.end = end ?? start
  }

  /// A whole file, pointed at by its first byte.
  package init(wholeFile file: RepoPath) {
    self.init(file: file, start: .start)
  }

  /// Orders by file, then by start, then by end.
  package static func < (left: SourceRange, right: SourceRange) -> Bool {
    if left.file != right.file { return left.file < right.file }
    return (left.start, left.end) < (right.start, right.end)
  }
}

/// A value together with the place it was read from.
package struct Located<Value: Sendable>: Sendable {
  /// What was read.
  package var value: Value
  /// Where it stands.
  package var range: SourceRange

  /// Joins a value with its place.
  package init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }

  /// The same place with another value.
  package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: range)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
