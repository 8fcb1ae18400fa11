internal import Diagnostics
internal import WorkspaceModel

/// Every name can be written on every system.
struct ReservedName: Check {
  let id = "reserved-name"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.error
  let rule = "names can be written on Windows, macOS and Linux"
  let rationale = "One name that a system refuses makes the whole repository impossible to clone there."
  let examples = [
    CheckExample("=== guides/aux.md\n▶Auxiliary power\n"),
    CheckExample("=== guides/pricing: 2026.md\n▶Prices\n"),
    CheckExample("=== customers/acme /profile.md\n▶Trailing space\n"),
    CheckExample("=== guides/auxiliary.md\nFine.\n=== guides/con-edison.md\nFine.\n=== guides/v1.2.md\nFine.\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var problems: [RepoPath: String] = [:]
    for path in input.workspace.paths {
      let bytes = path.bytes
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "/") {
        if let problem = Self.problem(bytes[start..<end]) { problems[RepoPath(bytes: bytes[..<end])] = problem }
        start = end + 1
      }
    }
    if problems.isEmpty { return [] }
    let list = PathList(input.workspace.paths)
    return problems.map { path, problem in
      finding(
        "'\(path.nameText)' \(problem)",
        at: SourceRange(wholeFile: list.file(for: path, among: input.workspace.paths)), help: "rename it")
    }
  }

  /// What is wrong with one part of a path.
  private static func problem(_ name: ArraySlice<UInt8>) -> String? {
    var isASCII = true
    for byte in name {
      switch byte {
      case 0..<0x20, 0x7F: return "has a control character in its name"
      case UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "\""),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
        return "has '\(Character(Unicode.Scalar(byte)))' in its name, which Windows refuses"
      case 0x80...: isASCII = false
      default: break
      }
    }
    if name.last == 0x20 { return "ends with a space, which Windows drops" }
    if name.last == UInt8(ascii: ".") { return "ends with a dot, which Windows drops" }
    if isDevice(name) { return "is a device on Windows" }
    return isASCII || String(validating: name, as: UTF8.self) != nil ? nil : "is not UTF-8"
  }

  /// CON, PRN, AUX, NUL, COM1 to COM9 and LPT1 to LPT9, with any extension.
  private static func isDevice(_ name: ArraySlice<UInt8>) -> Bool {
    let stem = name.prefix { $0 != UInt8(ascii: ".") }
    guard stem.count == 3 || stem.count == 4 else { return false }
    let lower = stem.map(TextScan.lower)
    if lower.count == 3 { return ["con", "prn", "aux", "nul"].contains { $0.utf8.elementsEqual(lower) } }
    return ["com", "lpt"].contains { $0.utf8.elementsEqual(lower[..<3]) } && (0x31...0x39).contains(lower[3])
  }
}
