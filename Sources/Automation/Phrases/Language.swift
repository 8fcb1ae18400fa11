/// What the words around a phrase mean in one language.
package enum PhraseLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case german = "de"
  case swedish = "sv"

  /// Words that turn around what follows.
  var negations: [String] {
    switch self {
    case .english:
      [
        "not", "no", "never", "without", "neither", "nor", "nobody", "none", "nothing", "hardly", "barely", "nearly",
        "almost", "cannot", "can't", "don't", "doesn't", "didn't", "won't", "wouldn't", "couldn't", "shouldn't",
        "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't", "hadn't", "mustn't", "needn't", "dont", "wont",
        "cant", "against", "instead", "rather", "avoid", "avoids", "avoided", "avoiding", "stopped", "refused",
        "refuse", "refuses", "rejected", "unlikely", "denied", "denies", "unable",
      ]
    case .german:
      [
        "nicht", "kein", "keine", "keinen", "keiner", "keinem", "nie", "niemals", "ohne", "weder", "kaum", "statt",
        "gegen", "niemand", "nichts", "fast", "beinahe",
      ]
    case .swedish:
      [
        "inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "utan", "varken", "knappt", "nästan", "istället",
        "ingenting",
      ]
    }
  }

  /// Words that begin something which is only thought of.
  var suppositions: [String] {
    switch self {
    case .english:
      [
        "if", "unless", "whether", "suppose", "supposing", "imagine", "hypothetically", "theoretically", "provided",
        "assuming",
      ]
    case .german: ["wenn", "falls", "ob", "angenommen", "sofern", "theoretisch", "hypothetisch"]
    case .swedish: ["om", "ifall", "huruvida", "antag", "teoretiskt"]
    }
  }

  /// Verbs of what might be.
  var modals: [String] {
    switch self {
    case .english: ["would", "could", "we'd", "i'd", "they'd", "should"]
    case .german: ["würde", "würden", "könnte", "könnten", "hätte", "hätten", "wäre", "sollte", "sollten"]
    case .swedish: ["skulle", "kunde"]
    }
  }

  /// After a modal, words that make it a wish or a request.
  var wishes: [String] {
    switch self {
    case .english:
      [
        "like", "appreciate", "prefer", "rather", "love", "want", "you", "we", "i", "someone", "somebody", "anyone",
        "they", "he", "she", "your",
      ]
    case .german: ["gerne", "gern", "sie", "ihr", "wir", "ich", "lieber", "bitte"]
    case .swedish: ["vilja", "gärna", "du", "ni", "vi", "jag", "hellre"]
    }
  }

  /// Words with which a new thought begins.
  var breakers: [String] {
    switch self {
    case .english:
      [
        "but", "however", "although", "though", "because", "so", "therefore", "hence", "yet", "then", "while",
        "whereas", "until",
      ]
    case .german: ["aber", "sondern", "jedoch", "obwohl", "weil", "denn", "deshalb", "dann", "daher", "während"]
    case .swedish: ["men", "utan", "dock", "eftersom", "därför", "sedan", "så", "medan"]
    }
  }

  /// Words that join two thoughts when one of ``starters`` follows.
  var conjunctions: [String] {
    switch self {
    case .english: ["and", "or", "that"]
    case .german: ["und", "oder"]
    case .swedish: ["och", "eller"]
    }
  }

  /// Words that begin a thought of its own after a conjunction.
  var starters: [String] {
    switch self {
    case .english:
      [
        "we", "i", "they", "you", "he", "she", "it", "are", "am", "is", "will", "have", "has", "now", "our", "the",
        "please", "shall", "must", "who", "this",
      ]
    case .german: ["wir", "ich", "sie", "er", "es", "werden", "haben", "der", "die", "das", "unser", "bitte", "müssen"]
    case .swedish: ["vi", "jag", "de", "du", "ni", "har", "ska", "kommer", "det", "vår", "måste"]
    }
  }

  /// Words that may stand inside of a phrase without changing it.
  var transparent: [String] {
    switch self {
    case .english:
      [
        "a", "an", "the", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "our", "your", "my",
        "their", "us", "me", "now", "just", "already", "finally", "officially", "also", "really", "actively",
        "currently", "seriously", "actually", "all", "far", "way", "simply", "yesterday", "today",
      ]
    case .german:
      [
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "ist", "sind", "wurde",
        "wurden", "hat", "haben", "wird", "werden", "unser", "unsere", "unseren", "jetzt", "nun", "bereits", "endlich",
        "schon", "uns", "mir", "gestern", "heute", "soeben", "gerne", "gern", "bitte",
      ]
    case .swedish:
      [
        "en", "ett", "den", "det", "är", "var", "har", "hade", "blev", "vår", "vårt", "våra", "nu", "redan", "äntligen",
        "oss", "mig", "också", "igår", "idag", "gärna",
      ]
    }
  }

  /// Whether a word that turns a phrase around may also stand behind it.
  var negatesBehind: Bool { self != .english }
}
