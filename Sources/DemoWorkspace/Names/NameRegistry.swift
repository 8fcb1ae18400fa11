/// Hands out names once: companies and contacts are told apart in the whole workspace.
struct NameRegistry {
  private var slugs: Set<String> = []
  private var contacts: Set<String> = []

  /// A company that does not exist, in the manner of its trade.
  mutating func company(_ industry: Industry, _ dice: inout Dice) -> (name: String, slug: String, word: String) {
    while true {
      let word = Self.word(&dice)
      let name = "\(word) \(dice.pick(industry.suffixes))"
      let slug = Slug.of(name)
      if slugs.insert(slug).inserted { return (name, slug, word) }
    }
  }

  /// A contact id; the second of a name carries the company's word.
  mutating func contact(_ name: String, at company: String) -> String {
    let plain = Slug.of(name)
    var id = contacts.contains(plain) ? "\(plain)-\(Slug.of(company))" : plain
    var count = 2
    while !contacts.insert(id).inserted {
      id = "\(plain)-\(Slug.of(company))-\(count)"
      count += 1
    }
    return id
  }

  private static let starts = [
    "Ald", "Bram", "Cald", "Dor", "El", "Fen", "Gar", "Hal", "Is", "Jor", "Kel", "Lun", "Mar", "Nor", "Os", "Pel",
    "Quar",
    "Rav", "Sel", "Thor", "Ulv", "Var", "Wes", "Yar", "Zel", "Ash", "Bel", "Cor", "Dun", "Est", "Fal", "Gren", "Hol",
    "Inver", "Kast", "Lind", "Mel", "Nes", "Oster", "Pren",
  ]
  private static let middles = ["", "", "en", "er", "a", "i", "ing", "o", "el", "is", "an", "ov"]
  private static let ends = [
    "vik", "holm", "berg", "ford", "stad", "mere", "dal", "wick", "haven", "mark", "brook", "lund", "moor", "fjord",
    "gate", "stein", "bruck", "ville", "mond", "sund", "croft", "field", "burg", "nes", "combe", "tal", "rieve", "shaw",
  ]

  private static func word(_ dice: inout Dice) -> String {
    dice.pick(starts) + dice.pick(middles) + dice.pick(ends)
  }
}
