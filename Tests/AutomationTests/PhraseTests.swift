import Foundation
import Testing
import WorkspaceModel

@testable import Automation

/// Phrases in texts: forms, speakers, what is new, what is meant.
@Suite struct PhraseTests {
  private static let phrases: [PhraseIndex.Phrase] =
    [
      "budget approved", "looking for a solution", "send a quote", "who signs", "security questionnaire", "start date",
      "pilot went well", "cancel", "terminate", "not renew", "switch to", "considering alternatives", "too expensive",
      "out of contract", "disappointed", "reduce seats",
    ].map { PhraseIndex.Phrase($0, .english) }
    + [
      "kündigen", "nicht verlängern", "Angebot schicken", "schicken ein Angebot", "schicken sie uns ein Angebot",
      "Budget freigegeben",
    ].map { PhraseIndex.Phrase($0, .german) }
    + ["säga upp", "inte förnya", "skicka offert", "budgeten godkänd"].map { PhraseIndex.Phrase($0, .swedish) }

  private struct Sentence {
    var isNews: Bool
    var language: PhraseLanguage
    var text: String
  }

  private static func sentences() throws -> [Sentence] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/sentences.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("+ ") || line.hasPrefix("- "),
        let language = PhraseLanguage(rawValue: String(line.dropFirst(2).prefix(2)))
      else { return nil }
      return Sentence(isNews: line.hasPrefix("+"), language: language, text: String(line.dropFirst(5)))
    }
  }

  private func meanings(_ text: String, _ language: PhraseLanguage = .english) -> [PhraseReader.Meaning] {
    let phrases = Self.phrases.filter { $0.language == language }
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      PhraseReader(PhraseIndex(phrases)).occurrences(in: bytes, [.init(side: .external, range: 0..<bytes.count)]).map(
        \.meaning)
    }
  }

  @Test func labelledSentencesAreToldApart() throws {
    let sentences = try Self.sentences()
    #expect(sentences.count >= 200)
    var (hits, misses, noise) = (0, [String](), [String]())
    for sentence in sentences {
      let fires = meanings(sentence.text, sentence.language).contains(.meant)
      switch (sentence.isNews, fires) {
      case (true, true): hits += 1
      case (true, false): misses.append(sentence.text)
      case (false, true): noise.append(sentence.text)
      case (false, false): break
      }
    }
    let precision = Double(hits) / Double(hits + noise.count)
    let recall = Double(hits) / Double(hits + misses.count)
    print("phrases: \(sentences.count) sentences, precision \(precision), recall \(recall)")
    for text in misses { print("  missed: \(text)") }
    for text in noise { print("  fired: \(text)") }
    #expect(precision >= 0.97)
    #expect(recall >= 0.95)
  }

  @Test(arguments: [
    ("cancel", "cancel cancels cancelled canceled cancelling canceling", "cancellation"),
    ("approved", "approve approves approved approving", "approval"),
    ("signs", "sign signs signed signing", "signature"),
    ("switch", "switch switches switched switching", "switchboard"), ("buy", "buy buys bought buying", "buyer"),
    ("party", "party parties", "part"), ("DPA", "dpa dpas", "dp"), ("for", "for", "fors"),
  ])
  func formsOfWords(word: String, forms: String, other: String) {
    let found = Inflection.forms(of: word, in: .english)
    #expect(found.isSuperset(of: forms.split(separator: " ").map(String.init)))
    #expect(!found.contains(other))
  }

  @Test func caseAccentsAndApostrophesDoNotCount() {
    #expect(WordScanner.hash("KÜNDIGEN") == WordScanner.hash("kundigen"))
    #expect(WordScanner.hash("Ku\u{308}ndigen") == WordScanner.hash("kündigen"))
    #expect(WordScanner.hash("don’t") == WordScanner.hash("don't"))
    #expect(WordScanner.hash("straße") == WordScanner.hash("STRASSE"))
    #expect(WordScanner.words("can\u{AD}cel").count == 1)
    #expect(WordScanner.words("Zürich–Örebro, œuvre “ja”").count == 4)
    #expect(WordScanner.words("客户 取消").count == 2)
    #expect(WordScanner.words("'quoted' it's").map(\.gap).count == 2)
    for text in ["\u{E2}", "a\u{301}", "\u{FFFD}", "\u{1F600}x", "é", "\u{AD}"] { _ = WordScanner.words(text) }
    // A text that ends in the middle of a character.
    ([0x61, 0xE2, 0x80] as [UInt8]).withUnsafeBufferPointer { bytes in
      var scanner = WordScanner(bytes, in: 0..<3)
      #expect(scanner.next()?.end == 1)
      #expect(scanner.next() == nil)
    }
  }

  @Test func phrasesDoNotGoOverTheEndOfASentence() {
    #expect(meanings("The budget. Approved by whom?").isEmpty)
    #expect(meanings("the budget\nwas approved") == [.meant])
    #expect(meanings("the budget\n\napproved").isEmpty)
    #expect(meanings("- budget\n- approved").isEmpty)
    #expect(meanings("budget, approved").isEmpty)
  }

  @Test func onePassFindsEveryPhraseThatAPassForEachFinds() throws {
    // Overlapping phrases, one the tail of another.
    let texts = ["renew the contract", "the contract", "not renew the contract", "contract ends", "contract", "renew"]
    let phrases = texts.map { PhraseIndex.Phrase($0, .english) }
    let all = PhraseIndex(phrases)
    for text in [
      "We do not renew the contract ends here", "renew renew the contract, contract ends", "contracts renewed",
    ] {
      let bytes = Array(text.utf8)
      func hits(_ index: PhraseIndex) -> [String] {
        var found: [String] = []
        bytes.withUnsafeBufferPointer { bytes in
          index.forEachHit(in: bytes, 0..<bytes.count) {
            found.append("\(index.phrases[$0.phrase].text) \($0.range)")
            return true
          }
        }
        return found.sorted()
      }
      #expect(hits(all) == phrases.flatMap { hits(PhraseIndex([$0])) }.sorted())
    }
  }

  private func newText(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      NewText.parts(of: bytes).map { String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self) }
        .joined()
    }
  }

  @Test func quotesAndSignaturesAreNotNew() {
    #expect(newText("Yes.\n> we cancel\n\nFine.\n") == "Yes.\n\nFine.\n")
    #expect(newText("Yes.\n\nOn Monday, 3 March 2026 at 10:00, Eve Hart wrote:\nWe cancel.\n") == "Yes.\n\n")
    #expect(
      newText("Yes.\nOn Monday, 3 March 2026 at 10:00,\nEve Hart <eve@example.org> wrote:\nWe cancel.\n") == "Yes.\n")
    #expect(newText("Ja.\nAm 3. März schrieb Eve Hart <eve@example.org>:\nKündigen.\n") == "Ja.\n")
    #expect(newText("Ja.\nDen 3 mars 2026 kl. 10:00 skrev Eve Hart:\nSäger upp.\n") == "Ja.\n")
    #expect(newText("Hi\n-----Original Message-----\nWe cancel\n") == "Hi\n")
    #expect(newText("Hi\n**From:** Eve\n**Sent:** Monday\nWe cancel\n") == "Hi\n")
    #expect(newText("Hi\n-- \nEve, we cancel everything\n") == "Hi\n")
    #expect(newText("Hi\nKind regards,\nEve\nCancel Ltd\nP.S. Budget approved.\n") == "Hi\nP.S. Budget approved.\n")
    #expect(
      newText("On Monday we cancel.\nFrom: here on we talk.\n") == "On Monday we cancel.\nFrom: here on we talk.\n")
  }

  private func sides(_ text: String, _ form: SpeakerTurns.Form) -> [String] {
    let turns = SpeakerTurns([("Eve Hart", .external), ("Ada Lind", .internal), ("Reto Gysin", .external)])
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      turns.turns(of: bytes, [0..<bytes.count], form).map { turn in
        let words = String(decoding: UnsafeBufferPointer(rebasing: bytes[turn.range]), as: UTF8.self)
        return "\(turn.side.rawValue.prefix(1)) \(words.split(whereSeparator: \.isWhitespace).joined(separator: " "))"
      }
    }
  }

  @Test func speakersAreToldByNameAndByQuotationMarks() {
    #expect(
      sides("**Eve** 13:47: we cancel\n\n**Ada** 13:49: why?\nMore of Ada.\n", .talk)
        == ["e **Eve** 13:47: we cancel", "i **Ada** 13:49: why? More of Ada."])
    #expect(
      sides("Nobody knows.\n[10:02] Reto Gysin: yes\n", .talk) == ["u Nobody knows.", "e [10:02] Reto Gysin: yes"])
    #expect(
      sides("We cancel, I thought. Eve: \"We cancel.\" Then lunch.", .notes)
        == ["i We cancel, I thought. Eve:", "e \"We cancel.\"", "i Then lunch."])
    #expect(
      sides("Reto was taken with it. “Can you send a quote?”\n\n\"Nobody said this.\"", .notes)
        == ["i Reto was taken with it.", "e “Can you send a quote?”", "i ", "u \"Nobody said this.\""])
    #expect(sides("\"Send a quote\", said Eve. Ada: \"Will do.\"", .notes).first == "e \"Send a quote\"")
    #expect(sides("- Eve: budget approved\n- We go on\n", .notes) == ["e - Eve: budget approved", "i - We go on"])
  }
}
