internal import Diagnostics
internal import WorkspaceModel

/// No two names in a folder differ only by case.
struct CaseCollision: Check {
  let id = "case-collision"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.error
  let rule = "no two files or folders differ only by upper and lower case"
  let rationale = "On macOS and Windows they are one file: a clone there has one, and commits it over the other."
  let examples = [
    CheckExample("=== guides/Pricing.md\nOld.\n=== guides/pricing.md\n▶New.\n"),
    CheckExample("=== Guides/pricing.md\nOld.\n=== guides/routes.md\n▶New.\n"),
    CheckExample("=== guides/pricing.md\nHere.\n=== notes/pricing.md\nThere.\n=== guides/pricing-list.md\nMore.\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var seen: [UInt64: (path: RepoPath, length: Int)] = [:]
    seen.reserveCapacity(input.workspace.paths.count * 2)
    var clashes: [[UInt8]: Set<RepoPath>] = [:]
    for path in input.workspace.paths {
      let bytes = path.bytes
      let folded = Self.folded(bytes)
      if folded.count != bytes.count { continue }
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for index in 0...bytes.count {
        if index == bytes.count || bytes[index] == UInt8(ascii: "/") {
          if let other = seen[hash] {
            if let clash = Self.clash(path, folded, index, other) {
              clashes[Array(folded[..<index]), default: []].formUnion([clash.0, clash.1])
            }
          } else {
            seen[hash] = (path, index)
          }
        }
        if index < bytes.count { hash = (hash ^ UInt64(folded[index])) &* 0x0100_0000_01B3 }
      }
    }
    return clashes.isEmpty ? [] : report(clashes, input)
  }

  /// The two names, when they are equal but for case.
  private static func clash(
    _ path: RepoPath, _ folded: [UInt8], _ length: Int, _ other: (path: RepoPath, length: Int)
  ) -> (RepoPath, RepoPath)? {
    guard other.length == length else { return nil }
    let (left, right) = (path.bytes[..<length], other.path.bytes[..<length])
    if left == right || Self.folded(Array(right)) != Array(folded[..<length]) { return nil }
    return (RepoPath(bytes: left), RepoPath(bytes: right))
  }

  private func report(_ clashes: [[UInt8]: Set<RepoPath>], _ input: CheckInput) -> [Diagnostic] {
    let list = PathList(input.workspace.paths)
    return clashes.flatMap { folded, names -> [Diagnostic] in
      // What lies in folders that clash is one finding with them.
      if clashes[RepoPath(bytes: folded).parent.bytes] != nil { return [] }
      let names = names.sorted()
      return names.dropFirst().map { name in
        finding(
          "'\(name)' differs from '\(names[0])' only by case",
          at: SourceRange(wholeFile: list.file(for: name, among: input.workspace.paths)),
          help: "rename one of them, or join the two")
      }
    }
  }

  /// Lower case by ASCII, or by Unicode where that keeps the length.
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(TextScan.lower) }
    let folded = Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    return folded.count == bytes.count ? folded : bytes.map(TextScan.lower)
  }
}
