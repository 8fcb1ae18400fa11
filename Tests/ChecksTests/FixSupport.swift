import Checks
import Diagnostics

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension FixIt.Edit {
  /// Replaces columns of a line.
  init(_ file: RepoPath, _ line: Int, _ columns: Range<Int>, endLine: Int? = nil, _ replacement: String) {
    self.init(
      range: SourceRange(
        file: file, start: SourcePosition(line: line, column: columns.lowerBound),
        end: SourcePosition(line: endLine ?? line, column: columns.upperBound)),
      replacement: replacement)
  }
}

extension Diagnostic {
  /// A finding with one repair.
  static func fixable(_ edits: FixIt.Edit..., id: String = "fixable") -> Diagnostic {
    Diagnostic(
      id: id, severity: .warning, range: edits[0].range, summary: "s", fixIts: [FixIt("mend it", edits: edits)])
  }
}

extension Diagnostic {
  /// A finding with one repair that is about which files there are.
  static func offering(_ edits: FixIt.Edit..., files: FixIt.FileChange...) -> Diagnostic {
    Diagnostic(
      id: "files", severity: .warning, range: SourceRange(wholeFile: "a.md"), summary: "s",
      fixIts: [FixIt("mend it", edits: edits, files: files)])
  }
}

extension FixPlan {
  /// The plan for one file of this text.
  init(_ findings: [Diagnostic], text: String) {
    self.init(findings) { $0 == "a.md" ? Array(text.utf8) : nil }
  }

  /// The text of the only file that changes.
  var text: String? { changes.first.map { String(decoding: $0.after, as: UTF8.self) } }
}
