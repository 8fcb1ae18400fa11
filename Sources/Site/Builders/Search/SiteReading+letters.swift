internal import Search
internal import WorkspaceModel

/// Records by the first letter of what they are called.
struct LetterShelf: Sendable {
  /// One letter with its records.
  struct Shelf: Sendable {
    /// "A", "0–9" or "Other".
    let name: String
    /// "/search/a/".
    let address: String
    fileprivate(set) var entries: [(title: String, kind: String, icon: String, href: Href)]
  }

  /// In the order of letters; what begins with none comes last.
  let shelves: [Shelf]

  /// Everything that has a name of its own; what happened on a day is found by its customer.
  init(_ reading: SiteReading) {
    let kinds: [RecordKind: String] = [
      .customer: "customers", .deal: "deal", .battlecard: "battlecard", .playbook: "playbook", .template: "template",
      .training: "training", .security: "security", .report: "report", .workflow: "workflow", .page: "document",
    ]
    var shelves: [String: Shelf] = [:]
    func add(_ title: String, _ kind: String, _ icon: String, _ href: Href) {
      let (name, key) = Self.letter(of: title)
      shelves[key, default: Shelf(name: name, address: "/search/\(key)/", entries: [])]
        .entries.append((title, kind, icon, href))
    }
    for record in reading.workspace.records {
      guard let icon = kinds[record.source.kind], let href = reading.addresses.href(record.source.path) else {
        continue
      }
      add(reading.qualifiedTitle(record), KindWords.label(record.source.kind), icon, href)
    }
    for person in reading.workspace.people {
      guard let href = reading.addresses.person(person.id) else { continue }
      add(person.name, person.jobTitle ?? "Colleague", "people", href)
    }
    self.shelves = shelves.sorted { $0.key < $1.key }.map { _, shelf in
      var shelf = shelf
      shelf.entries.sort { left, right in
        let (one, other) = (Self.folded(left.title), Self.folded(right.title))
        return one == other ? left.href.path < right.href.path : one < other
      }
      return shelf
    }
  }

  /// Capitals and accents do not count, and neither does punctuation.
  private static func folded(_ title: String) -> String { Tokenizer.words(in: title).joined(separator: " ") }

  private static func letter(of title: String) -> (name: String, key: String) {
    guard let first = folded(title).utf8.first else { return ("Other", "other") }
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      let letter = String(UnicodeScalar(first))
      return (letter.uppercased(), letter)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return ("0–9", "0-9")
    default: return ("Other", "other")
    }
  }
}

extension SiteReading {
  /// A page for each letter, for readers without scripts.
  func letterPlan() -> [PlannedPage] {
    letters.shelves.map { shelf in
      PlannedPage(shelf.address, .pages) { _ in
        IndexPage(
          head: PageHead(
            title: shelf.name, kicker: "A to Z", headIcon: "search",
            lede: "Customers, deals, people, and all that the toolkit holds, by name.",
            crumbs: [Crumb(text: "Search", href: Href(SearchPage.address))]),
          intro: nil,
          groups: [
            CardGroup(
              groupTitle: nil, anchor: "entries", countText: Format.count(shelf.entries.count, "entry"),
              groupSummary: nil,
              cards: shelf.entries.map { entry in
                Card(
                  icon: entry.icon, title: entry.title, page: entry.href, summary: nil, badges: [],
                  details: [entry.kind], owner: nil)
              }, isOrdered: false, emptyTitle: "Nothing", emptyHint: "Nothing begins with this letter.")
          ], provenance: nil)
      }
    }
  }
}
