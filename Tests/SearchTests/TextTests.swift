import Testing

@testable import Search

struct TextTests {
  @Test(arguments: [
    ("Östermark Mejeri", ["ostermark", "mejeri"]), ("Voßberg, Elkjær", ["vossberg", "elkjaer"]),
    ("Łódź Ærø Þór", ["lodz", "aero", "thor"]), ("O\u{308}stermark", ["ostermark"]),
    ("Ταμείο Ηλεκτρισμός", ["ταμειο", "ηλεκτρισμοσ"]), ("Ёлка", ["елка"]),
    ("the customer's bill", ["the", "customer", "bill"]), ("O’Brien don't", ["obrien", "dont"]),
    ("sub-meter", ["sub", "meter", "submeter"]), ("T&P", ["t", "p", "tp"]),
    ("ISO-27001", ["iso", "27001", "iso27001"]),
    ("41,500 EUR, 1,2 and 10", ["41500", "eur", "1", "2", "and", "10"]),
    ("john.smith@larkspur.example", ["john", "smith", "larkspur", "example"]), ("東京 tower", ["東", "京", "tower"]),
    ("a\u{0}b\u{202E}c", ["a", "b", "c"]), ("", []), ("– … —", []),
  ])
  func takesWordsApart(text: String, words: [String]) {
    #expect(Tokenizer.words(in: text) == words)
  }

  @Test func longWordsAreNoWords() {
    #expect(Tokenizer.words(in: String(repeating: "x", count: 5_000) + " end") == ["end"])
  }

  @Test(arguments: [
    ("renewals", "renewal"), ("renewal", "renewal"), ("batteries", "batteri"), ("battery", "batteri"),
    ("meetings", "meet"), ("pricing", "pric"), ("price", "pric"), ("prices", "pric"), ("negotiating", "negotiat"),
    ("negotiation", "negotiat"), ("negotiate", "negotiat"), ("validations", "validat"), ("stopped", "stop"),
    ("calls", "call"), ("calling", "call"), ("honestly", "honest"), ("boxes", "box"), ("process", "process"),
    ("status", "status"), ("analysis", "analysis"), ("bus", "bus"), ("need", "need"), ("thing", "thing"),
    ("ostermark", "ostermark"), ("iso27001", "iso27001"), ("ελλάδα", "ελλάδα"),
  ])
  func takesEndingsOff(word: String, stem: String) {
    #expect(Stemmer.stem(word) == stem)
  }
}
