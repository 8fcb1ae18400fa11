import Testing

@testable import Search

struct IndexTests {
  static let norrvik = SearchEntry(
    title: "Norrvik Foods", kind: "Customer", address: "/customers/norrvik-foods/", group: "customers/norrvik-foods",
    aliases: ["Norrvik"], facets: [.init("segment", "Enterprise")],
    sections: [.init(text: "Bakeries and cold stores in Halmstad.")], importance: 1.6)
  static let deal = SearchEntry(
    title: "Norrvik – Ledger for 14 plants", kind: "Deal", address: "/customers/norrvik-foods/deals/ledger/",
    owner: "Norrvik Foods", group: "customers/norrvik-foods", facets: [.init("stage", "Negotiation")],
    sections: [
      .init(text: "They count reporting units."),
      .init(heading: "Risks", anchor: "risks", text: "Kilovane\u{2019}s offer runs out in November."),
    ], importance: 1.3)
  static let card = SearchEntry(
    title: "Kilovane", kind: "Battlecard", address: "/toolkit/battlecards/kilovane/", group: "toolkit/battlecards",
    aliases: ["Kilo Vane"], sections: [.init(text: "A large suite.")], importance: 1.5)
  static let basics = [norrvik, deal, card]

  /// Entries of many customers with words that some share.
  static func many(_ count: Int) -> [SearchEntry] {
    (0..<count).map { number in
      SearchEntry(
        title: "Meeting \(number) at plant \(number % 7)", kind: "Interaction",
        address: "/customers/c\(number / 9)/interactions/\(number)/", owner: "Customer\(number / 9)",
        group: "customers/c\(number / 9)",
        sections: [.init(text: "Word\(number % 500) and steam, word\((number * 7) % 900) with Person\(number % 97).")],
        age: number % 5)
    }
  }

  @Test func findsEveryWordOfEveryEntryAgain() async throws {
    let entries = Self.many(700) + Self.basics
    let reader = try IndexReader(await SearchIndex(entries, jobs: 3).files)
    #expect(reader.pageCount == entries.count)
    var expected: [String: Set<String>] = [:]
    for entry in entries {
      let texts =
        [entry.title, entry.owner, entry.kind] + entry.aliases + entry.sections.flatMap { [$0.heading, $0.text] }
      for word in texts.flatMap(Tokenizer.words(in:)) where !StopWords.all.contains(word) && word.utf8.count > 2 {
        expected[word, default: []].insert(entry.address)
      }
    }
    for (word, addresses) in expected {
      let found = try reader.pages(of: word).map { try reader.entry($0.page).address }
      #expect(Set(found) == addresses, "\(word)")
      #expect(found.count == addresses.count)
    }
  }

  @Test func namesTheTitleBeforeWhatMerelyMentionsIt() async throws {
    let reader = try IndexReader(await SearchIndex(Self.basics, jobs: 1).files)
    #expect(try reader.titles(for: "norrvik") == ["Norrvik Foods", "Norrvik – Ledger for 14 plants"])
    #expect(try reader.titles(for: "kilovane") == ["Kilovane", "Norrvik – Ledger for 14 plants"])
    #expect(try reader.titles(for: "halmstad") == ["Norrvik Foods"])
    #expect(try reader.titles(for: "negotiation") == ["Norrvik – Ledger for 14 plants"])
  }

  @Test func tellsNamesFromWords() async throws {
    let reader = try IndexReader(await SearchIndex(Self.basics, jobs: 1).files)
    #expect(try reader.isName("kilovane"))
    #expect(try reader.isName("halmstad"))
    #expect(try !reader.isName("plants"))
  }

  @Test(arguments: ["ilovane", "klovane", "kiovane"])
  func findsANameWithoutOneOfItsFirstLetters(key: String) async throws {
    let reader = try IndexReader(await SearchIndex(Self.basics + Self.many(400), jobs: 1).files)
    #expect(try reader.names(without: key) == ["kilovane"])
  }

  @Test func newerAndBetterLinkedPagesComeFirst() async throws {
    func visit(_ name: String, age: Int?, links: Int = 0) -> SearchEntry {
      SearchEntry(
        title: "Visit \(name)", kind: "Interaction", address: "/\(name)/", group: name, age: age, inboundLinks: links)
    }
    let entries = [visit("old", age: 3), visit("new", age: 0), visit("loved", age: 3, links: 40), visit("mid", age: 2)]
    let reader = try IndexReader(await SearchIndex(entries, jobs: 1).files)
    #expect(try reader.titles(for: "visit").first != "Visit old")
    #expect(try reader.titles(for: "visit").last == "Visit old")
  }

  @Test func listsThePagesOfAFacet() async throws {
    let reader = try IndexReader(await SearchIndex(Self.basics + Self.many(300), jobs: 2).files)
    #expect(try reader.pages(facet: "kind", "Interaction").count == 300)
    let stage = try reader.pages(facet: "stage", "Negotiation").map { try reader.entry($0).title }
    #expect(stage == ["Norrvik – Ledger for 14 plants"])
  }

  @Test func takesLongListsApartAndNamesTheBestOfAPrefix() async throws {
    let entries = Self.many(12_700) + Self.basics
    let files = await SearchIndex(entries, jobs: 2).files
    let reader = try IndexReader(files)
    #expect(try reader.pages(of: "steam").count == 12_700)
    #expect(reader.names.contains("x-steam-0"))
    #expect(reader.names.contains("x-steam-1"))
    #expect(try reader.best(of: "w").isEmpty == false)
    let biggest = try #require(files.filter { $0.path.hasPrefix("search/t-") }.map(\.bytes.count).max())
    #expect(biggest < 24_000)
  }
}
