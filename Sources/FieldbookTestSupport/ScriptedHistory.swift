/// A history of edits, moves with and without changes, deletions, returns and merges: the same every time.
package enum ScriptedHistory {
  /// Writes so many commits to `main` and checks them out.
  package static func write(to scratch: ScratchRepository, steps: Int) throws {
    var script = Script()
    for step in 0..<steps { script.commit(step) }
    try scratch.git(["fast-import", "--quiet"], input: Array(script.stream.utf8))
    try scratch.git("reset", "--quiet", "--hard", "main")
  }

  /// Builds the text that `git fast-import` reads.
  private struct Script {
    var stream = ""
    private var files: [String: [String]] = [:]
    private var created = 0
    private var mark = 0
    private var clock = 1_700_000_000
    private var state: UInt64 = 42

    mutating func commit(_ step: Int) {
      let official = mark
      for _ in 0...next(3) { change(step) }
      write("Step \(step)", author: ["Ada Lind", "Bo Ek", "Cy Dahl"][next(3)], parents: official > 0 ? [official] : [])
      guard step % 20 == 13 else { return }
      // What was just written was the side branch: the official one takes it over as a merge.
      write("Merge \(step)", author: "Ada Lind", parents: [official, mark])
    }

    private mutating func write(_ message: String, author: String, parents: [Int]) {
      mark += 1
      clock += 3600
      stream += "commit refs/heads/main\nmark :\(mark)\n"
      stream += "author \(author) <\(author.lowercased().prefix(2))@example.org> \(clock) +0000\n"
      stream += "committer \(author) <c@example.org> \(clock) +0000\n\(data(message))"
      if let first = parents.first { stream += "from :\(first)\n" }
      for parent in parents.dropFirst() { stream += "merge :\(parent)\n" }
      stream += "deleteall\n"
      for (name, lines) in files.sorted(by: { $0.key < $1.key }) {
        stream += "M 100644 inline \(name)\n\(data(lines.joined(separator: "\n") + "\n"))"
      }
    }

    private func data(_ text: String) -> String { "data \(text.utf8.count)\n\(text)\n" }

    private mutating func change(_ step: Int) {
      let names = files.keys.sorted()
      switch names.isEmpty ? 0 : next(10) {
      case 0, 1, 2:
        created += 1
        let (place, count) = ("f\(next(4))/sub\(next(3))/page\(created).md", 4 + next(30))
        files[place] = (0..<count).map { "line \($0) of page \(created), number \(step * 7 + $0 * 13)" }
      case 3, 4, 5:
        let name = names[next(names.count)]
        let line = next(files[name]?.count ?? 1)
        files[name]?[line] = "changed in step \(step)"
      case 6, 7:
        // Moved, sometimes so much changed that it hardly is the same file.
        let name = names[next(names.count)]
        guard var lines = files.removeValue(forKey: name) else { return }
        for _ in 0..<next(lines.count) { lines[next(lines.count)] = "new \(next(1000))" }
        let last = name.split(separator: "/").last.map(String.init) ?? name
        files["f\(next(6))/\(next(2) == 0 ? last : "moved\(step)-\(next(100)).md")"] = lines
      case 8: files[names[next(names.count)]] = nil
      default:
        let folder = "f\(next(2) + 2)/again"
        for name in names where name.hasPrefix("f1/") {
          files["\(folder)/\(name.dropFirst(3))"] = files.removeValue(forKey: name)
        }
      }
    }

    /// A small number that looks random.
    private mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
  }
}
