/// The forms of a word that mean the same: `cancel`, `cancels`, `cancelled`, `cancelling`, but not `cancellation`.
enum Inflection {
  /// All forms of a word that rules wrote, the word itself among them; some of them no language has, which does no harm.
  static func forms(of word: String, in language: PhraseLanguage) -> Set<String> {
    let word = word.lowercased()
    guard word.utf8.count >= 3, !word.contains("'"), !word.contains(where: \.isNumber) else { return [word] }
    if fixed(language).contains(word) { return [word] }
    switch language {
    case .english: return english(word)
    case .german: return german(word)
    case .swedish: return swedish(word)
    }
  }

  private static func fixed(_ language: PhraseLanguage) -> Set<String> {
    let small: [String] =
      switch language {
      case .english:
        [
          "for", "with", "from", "out", "who", "what", "into", "this", "that", "over", "off", "more", "other", "too",
          "per",
        ]
      case .german: ["von", "mit", "zum", "zur", "auf", "aus", "wer", "was", "für", "zu"]
      case .swedish: ["upp", "för", "med", "ska", "vem", "vad", "till", "över", "att"]
      }
    return Set(small + language.negations)
  }

  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u", "y"]

  private static let irregular: [[String]] = [
    ["buy", "buys", "bought", "buying"], ["leave", "leaves", "left", "leaving"], ["send", "sends", "sent", "sending"],
    ["choose", "chooses", "chose", "chosen", "choosing"], ["go", "goes", "went", "gone", "going"],
    ["get", "gets", "got", "gotten", "getting"], ["find", "finds", "found", "finding"],
    ["think", "thinks", "thought", "thinking"], ["take", "takes", "took", "taken", "taking"],
    ["give", "gives", "gave", "given", "giving"], ["write", "writes", "wrote", "written", "writing"],
    ["pay", "pays", "paid", "paying"], ["say", "says", "said", "saying"], ["lose", "loses", "lost", "losing"],
    ["cut", "cuts", "cutting"], ["hit", "hits", "hitting"], ["run", "runs", "ran", "running"],
    ["begin", "begins", "began", "begun", "beginning"], ["know", "knows", "knew", "known", "knowing"],
    ["see", "sees", "saw", "seen", "seeing"], ["keep", "keeps", "kept", "keeping"],
    ["hold", "holds", "held", "holding"], ["meet", "meets", "met", "meeting"], ["sell", "sells", "sold", "selling"],
    ["spend", "spends", "spent", "spending"], ["grow", "grows", "grew", "grown", "growing"],
    ["withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"], ["need", "needs", "needed", "needing"],
    ["need", "needs"], ["seat", "seats"], ["speed", "speeds"],
  ]

  private static func english(_ word: String) -> Set<String> {
    if let known = irregular.first(where: { $0.contains(word) }) { return Set(known) }
    var bases: Set<String> = [word]
    func add(_ base: some StringProtocol) {
      if base.utf8.count >= 3, base.contains(where: vowels.contains) { bases.insert(String(base)) }
    }
    for (suffix, rest) in [("ing", 3), ("ed", 2)] where word.hasSuffix(suffix) {
      let stem = word.dropLast(rest)
      add(stem)
      add(stem + "e")
      if isDoubled(stem) { add(stem.dropLast()) }
      if suffix == "ed", stem.hasSuffix("i") { add(stem.dropLast() + "y") }
    }
    if word.hasSuffix("ies") { add(word.dropLast(3) + "y") }
    if word.hasSuffix("es") { add(word.dropLast(2)) }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { add(word.dropLast()) }
    // "The budget's approved."
    var forms = bases.union(bases.map { "\($0)'s" })
    for base in bases {
      if base.hasSuffix("e") {
        forms.formUnion([base + "s", base + "d", base.dropLast() + "ing"])
      } else if base.hasSuffix("y"), let before = base.dropLast().last, !vowels.contains(before) {
        forms.formUnion([base.dropLast() + "ies", base.dropLast() + "ied", base + "ing"])
      } else {
        let isHissing = ["s", "x", "z", "ch", "sh"].contains { base.hasSuffix($0) }
        forms.formUnion([base + (isHissing ? "es" : "s"), base + "ed", base + "ing"])
        if let last = base.last, !vowels.contains(last), last != "w", last != "x" {
          forms.formUnion(["\(base)\(last)ed", "\(base)\(last)ing"])
        }
      }
    }
    return forms
  }

  private static func isDoubled(_ stem: Substring) -> Bool {
    guard let last = stem.last, !vowels.contains(last) else { return false }
    return stem.dropLast().last == last
  }

  private static func german(_ word: String) -> Set<String> {
    guard word.count >= 4 else { return [word] }
    var stems: Set<String> = [word]
    for suffix in ["en", "t", "te", "e", "n", "er", "es"] where word.hasSuffix(suffix) && word.count - suffix.count >= 3
    {
      stems.insert(String(word.dropLast(suffix.count)))
    }
    var forms: Set<String> = [word]
    for stem in stems {
      for suffix in ["", "e", "en", "st", "t", "te", "ten", "est", "et", "n", "s", "es", "er", "em", "end"] {
        forms.insert(stem + suffix)
      }
      forms.insert("ge\(stem)t")
      forms.insert("ge\(stem)en")
    }
    if word.hasPrefix("ge"), word.hasSuffix("t"), word.count >= 7 {
      let stem = word.dropFirst(2).dropLast()
      for suffix in ["e", "en", "st", "t", "te", "ten"] { forms.insert(stem + suffix) }
    }
    return forms
  }

  private static func swedish(_ word: String) -> Set<String> {
    guard word.count >= 4 else { return [word] }
    var stems: Set<String> = [word]
    for suffix in ["a", "ar", "er", "ade", "at", "en", "et", "t", "de"]
    where word.hasSuffix(suffix) && word.count - suffix.count >= 3 {
      stems.insert(String(word.dropLast(suffix.count)))
    }
    var forms: Set<String> = [word]
    for stem in stems {
      for suffix in [
        "", "a", "ar", "er", "or", "ade", "at", "ad", "de", "t", "s", "en", "et", "n", "na", "erna", "arna", "ande",
      ] {
        forms.insert(stem + suffix)
      }
    }
    // Säga: säger, sade, sagt.
    if word == "säga" { forms.formUnion(["säger", "sade", "sa", "sagt"]) }
    return forms
  }
}
