package import Diagnostics
package import WorkspaceModel

/// Several files written as one text, with the places that a test speaks of marked by ▶.
///
/// A line `=== path` begins a file; what follows up to the next such line is its content. Every ▶ is taken out, and the
/// place of the byte behind it is remembered, so that a fixture shows by itself where a finding belongs.
package struct MarkedFiles: Sendable {
  /// A place that was marked.
  package struct Mark: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The file in which it lies.
    package var file: RepoPath
    /// Line, and column in bytes.
    package var position: SourcePosition

    /// A place in a file.
    package init(_ file: RepoPath, _ position: SourcePosition) {
      self.file = file
      self.position = position
    }

    /// Where a finding begins.
    package init(_ finding: Diagnostic) {
      self.init(finding.range.file, finding.range.start)
    }

    /// Orders by file, then by place.
    package static func < (left: Mark, right: Mark) -> Bool {
      left.file == right.file ? left.position < right.position : left.file < right.file
    }

    /// `deals/q3.md:2:11`.
    package var description: String { "\(file):\(position.line):\(position.column)" }
  }

  /// The files without marks, in the order of the text.
  package private(set) var files: [WorkspaceFile] = []
  /// The marks, in the order of the text.
  package private(set) var marks: [Mark] = []

  /// Splits a text; what stands before the first `=== path` must be blank.
  package init(_ text: String) {
    var path: RepoPath?
    var content: [UInt8] = []
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in lines.last?.isEmpty == true ? lines.dropLast() : lines[...] {
      if line.starts(with: "=== ".utf8) {
        finish(path, content)
        path = RepoPath(bytes: line.dropFirst(4))
        content = []
        continue
      }
      guard let path else {
        precondition(line.allSatisfy { $0 == 0x20 }, "a marked text begins with a line '=== path'")
        continue
      }
      append(Array(line), of: path, to: &content)
      content.append(UInt8(ascii: "\n"))
    }
    finish(path, content)
  }

  /// Takes the marks out of a line and adds what remains.
  private mutating func append(_ line: [UInt8], of path: RepoPath, to content: inout [UInt8]) {
    let mark = Array("▶".utf8)
    let number = content.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = content.count
    var rest = line[...]
    while let byte = rest.first {
      if rest.starts(with: mark) {
        marks.append(Mark(path, SourcePosition(line: number, column: content.count - lineStart + 1)))
        rest = rest.dropFirst(mark.count)
      } else {
        content.append(byte)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func finish(_ path: RepoPath?, _ content: [UInt8]) {
    if let path { files.append(WorkspaceFile(path, bytes: content)) }
  }
}
