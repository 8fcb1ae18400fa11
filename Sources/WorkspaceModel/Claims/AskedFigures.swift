package import Diagnostics
package import Markdown

/// The figures that texts and cards ask for, with the files that do.
package struct AskedFigures: Sendable {
  /// A figure that is asked for somewhere.
  package struct Asked: Sendable {
    package let query: MetricQuery
    /// In the order of paths, each once.
    package fileprivate(set) var files: [RepoPath]
  }

  /// In the order of keys, each once.
  package let all: [Asked]

  /// Looks through rendered texts and the claims of battlecards.
  package init(_ documents: [RepoPath: MarkdownDocument], _ cards: [Battlecard]) {
    var found: [String: Asked] = [:]
    func ask(_ query: MetricQuery, _ file: RepoPath) {
      found[query.key, default: Asked(query: query, files: [])].files.append(file)
    }
    for (path, document) in documents {
      for place in document.figures { ask(MetricQuery(document.links[place.link].destination), path) }
    }
    for card in cards {
      for query in card.claims.compactMap(\.query) { ask(query, card.source.path) }
    }
    all = found.sorted { $0.key < $1.key }.map { entry in
      Asked(query: entry.value.query, files: Array(Set(entry.value.files)).sorted())
    }
  }

  /// Whether nothing is asked for.
  package var isEmpty: Bool { all.isEmpty }

  /// The queries, in the order of keys.
  package var queries: [MetricQuery] { all.map(\.query) }
}
