internal import Diagnostics
internal import Markdown

/// Shows what would change in a form that `patch -p1` and `git apply` take.
package enum UnifiedDiff {
  private static let context = 3

  /// The differences of several files: edited ones first, since what Git alone understands must not end before them.
  package static func bytes(_ changes: [FixPlan.Change], prefix: String = "") -> [UInt8] {
    let plain = changes.filter { $0.oldPath == $0.path }
    let others = changes.filter { $0.oldPath != $0.path }
    return (plain + others).flatMap { bytes($0, prefix: prefix) }
  }

  /// The difference of one file, three lines of context around each change; empty when nothing changes.
  package static func bytes(_ change: FixPlan.Change, prefix: String = "") -> [UInt8] {
    let (old, new) = (lines(change.before), lines(change.after))
    let changes = SequenceDiff(old, new).changes
    let path = Array(prefix.utf8) + change.path.bytes
    let oldPath = change.oldPath.map { Array(prefix.utf8) + $0.bytes }
    var output: [UInt8] = []
    if let oldPath, oldPath != path {
      let kept = changes.reduce(change.before.count) { $0 - old[$1.old].reduce(0) { $0 + $1.count } }
      output = gitHead(oldPath, path) + Array("similarity index \(similarity(change, kept))%\nrename from ".utf8)
      output += gitName("", oldPath) + Array("\nrename to ".utf8) + gitName("", path) + [0x0A]
    } else if oldPath == nil {
      output = gitHead(path, path) + Array("new file mode 100644\n".utf8)
    }
    if changes.isEmpty { return output }
    output += Array("--- ".utf8) + (oldPath.map { name("a/", $0) } ?? Array("/dev/null".utf8))
    output += Array("\n+++ ".utf8) + name("b/", path) + [0x0A]
    var first = 0
    while first < changes.count {
      var last = first
      while last + 1 < changes.count, changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context {
        last += 1
      }
      write(Array(changes[first...last]), old, new, to: &output)
      first = last + 1
    }
    return output
  }

  /// The line by which Git knows that files come, go or move.
  private static func gitHead(_ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
    Array("diff --git ".utf8) + gitName("a/", old) + [0x20] + gitName("b/", new) + [0x0A]
  }

  /// How much of a file stays, in percent; 100 only where all of it does.
  private static func similarity(_ change: FixPlan.Change, _ kept: Int) -> Int {
    if change.before == change.after { return 100 }
    return min(99, kept * 100 / max(1, change.before.count, change.after.count))
  }

  private static func write(
    _ changes: [SequenceDiff.Change], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], to output: inout [UInt8]
  ) {
    guard let first = changes.first, let last = changes.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
    let newRange = first.new.lowerBound - before..<last.new.upperBound + after
    output += Array("@@ -\(place(oldRange)) +\(place(newRange)) @@\n".utf8)
    var row = oldRange.lowerBound
    for change in changes {
      for index in row..<change.old.lowerBound { write(old[index], " ", to: &output) }
      for index in change.old { write(old[index], "-", to: &output) }
      for index in change.new { write(new[index], "+", to: &output) }
      row = change.old.upperBound
    }
    for index in row..<oldRange.upperBound { write(old[index], " ", to: &output) }
  }

  private static func write(_ line: ArraySlice<UInt8>, _ mark: Unicode.Scalar, to output: inout [UInt8]) {
    output.append(UInt8(ascii: mark))
    output += line
    if line.last != 0x0A { output += "\n\\ No newline at end of file\n".utf8 }
  }

  /// `12,3`, `12` for one line, `11,0` for none behind line 11.
  private static func place(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
  }

  /// A name; one with a space ends with a tab, and one with a quotation mark is quoted, as Git does it.
  private static func name(_ side: String, _ path: [UInt8]) -> [UInt8] {
    let name = gitName(side, path)
    return name.first != UInt8(ascii: "\"") && name.contains(0x20) ? name + [0x09] : name
  }

  private static func gitName(_ side: String, _ path: [UInt8]) -> [UInt8] {
    let name = Array(side.utf8) + path
    if name.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      return [UInt8(ascii: "\"")] + name.flatMap(quoted) + [UInt8(ascii: "\"")]
    }
    return name
  }

  private static func quoted(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [UInt8(ascii: "\\"), byte]
    case 0..<0x20, 0x7F:
      return [UInt8(ascii: "\\"), 0x30 + (byte >> 6), 0x30 + (byte >> 3 & 7), 0x30 + (byte & 7)]
    default: return [byte]
    }
  }

  /// Lines with their ends.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
