internal import Markdown

/// Finds the headings of a text that were given other words, so that links to their old names still lead somewhere.
enum HeadingMoves {
  /// Ids that are gone, with those that stand in their place.
  static func between(_ old: [Markdown.Heading], _ new: [Markdown.Heading]) -> [String: String] {
    let (before, after) = (Set(old.map(\.id)), Set(new.map(\.id)))
    if before.isSubset(of: after) { return [:] }
    var moves: [String: String] = [:]
    var (lost, found): ([Markdown.Heading], [Markdown.Heading]) = ([], [])
    for change in SequenceDiff(old.map(\.id), new.map(\.id)).changes {
      let gone = old[change.old].filter { !after.contains($0.id) }
      let come = new[change.new].filter { !before.contains($0.id) }
      // One for one between the same neighbours is the same section, whatever it is called now.
      if gone.count == 1, come.count == 1, gone[0].level == come[0].level {
        moves[gone[0].id] = come[0].id
      } else {
        lost += gone
        found += come
      }
    }
    var free = found
    for heading in lost {
      let rated = free.enumerated().filter { $0.element.level == heading.level }
        .map { (place: $0.offset, likeness: likeness(heading.text, $0.element.text)) }
      guard let best = rated.max(by: { $0.likeness < $1.likeness }), best.likeness >= 50 else { continue }
      moves[heading.id] = free.remove(at: best.place).id
    }
    return moves
  }

  /// How many hundredths of their words two headings share.
  private static func likeness(_ left: String, _ right: String) -> Int {
    let (first, second) = (words(left), words(right))
    if first.isEmpty || second.isEmpty { return 0 }
    return first.intersection(second).count * 200 / (first.count + second.count)
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
