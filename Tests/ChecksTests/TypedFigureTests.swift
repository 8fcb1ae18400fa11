import Testing
import WorkspaceModel

@testable import Checks

struct TypedFigureTests {
  @Test(arguments: [
    ("62 %", "62 %:percent"), ("about 62% of deals", "62%:percent"), ("62.5 %", "62.5 %:percent"),
    ("62,5 %", "62,5 %:percent"), ("62 percent", "62 percent:percent"), ("3 of 4", "3 of 4:of 4"),
    ("45 kEUR", "45 kEUR:EUR"), ("1.9 MEUR", "1.9 MEUR:EUR"), ("45,000 EUR ARR", "45,000 EUR:EUR"),
    ("EUR 45 000", "45 000:EUR"), ("€45k", "45k:EUR"), ("£ 1.2M", "1.2M:GBP"), ("$300", "300:USD"),
    ("1'234'567 CHF", "1'234'567 CHF:CHF"), ("93 days", "93 days:days"), ("2.1×", "2.1×:times"), ("3x", "3x:times"),
    ("6 weeks", "6 weeks:other"), ("13 sites", "13:none"), ("13", "13:none"),
    ("3 of 4 (75 %)", "3 of 4:of 4, 75 %:percent"), ("4 to 9 %", "4:none, 9 %:percent"),
    ("(62 %)", "62 %:percent"), ("62 %.", "62 %:percent"), ("13.", "13:none"), ("one of 4", "4:none"),
    ("3 of them", "3:none"), ("SLA 99.9 %", "99.9 %:percent"),
  ])
  func numbersAreReadWithWhatTheyCount(text: String, expected: String) {
    #expect(Self.words(text) == expected)
  }

  @Test(arguments: [
    "", "none", "Q4", "2026-10-08", "10/12", "12:30", "SHA256", "ISO27001", "1.2.3", "1.200 EUR", "4–6 weeks", "a1",
    "v2 %", "5th", "3G", "-5 %", "0x1F", "1234567890123456789", "1,234.567 %", "٣ %",
  ])
  func whatIsNoNumberByItselfIsLeftAlone(text: String) {
    #expect(Self.words(text) == "")
  }

  @Test(arguments: [
    ("62 %", "61.5"), ("62 %", "62.5"), ("60 %", "59.6"), ("45,000 EUR", "45333"), ("45 kEUR", "45333"),
    ("45.3 kEUR", "45333"), ("120,000 EUR", "124000"), ("100 days", "104"), ("1.9 MEUR", "1949999"), ("7", "7"),
  ])
  func theSameNumberRoundedAgrees(text: String, live: String) throws {
    let typed = try #require(TypedFigure.all(in: text).first)
    let distance = typed.value - (try #require(Decimal4(live)))
    #expect((distance < .zero ? .zero - distance : distance) <= typed.tolerance)
  }

  @Test(arguments: [
    ("62 %", "61.4"), ("60 %", "61"), ("60 %", "64.9"), ("45,000 EUR", "45600"), ("45.3 kEUR", "45400"),
    ("45,333 EUR", "45334"), ("93 days", "94"), ("100 days", "106"), ("7", "8"), ("0", "1"),
  ])
  func anotherNumberDoesNot(text: String, live: String) throws {
    let typed = try #require(TypedFigure.all(in: text).first)
    let distance = typed.value - (try #require(Decimal4(live)))
    #expect((distance < .zero ? .zero - distance : distance) > typed.tolerance)
  }

  @Test(arguments: [
    ("62 %", "57.14", "57"), ("62.0 %", "57.15", "57.2"), ("62,0 %", "57.15", "57,2"),
    ("45,000 EUR", "1245333.3", "1,245,333"),
    ("45 kEUR", "52400", "52"), ("1.9 MEUR", "2150000", "2.2"), ("45000 EUR", "1245333", "1245333"),
    ("9 days", "0", "0"),
    ("1 000 EUR", "999.6", "1 000"),
  ])
  func aNumberIsWrittenAsTheOneThatWasTyped(text: String, live: String, written: String) throws {
    let typed = try #require(TypedFigure.all(in: text).first)
    #expect(typed.written(try #require(Decimal4(live))) == written)
  }

  private static func words(_ text: String) -> String {
    TypedFigure.all(in: text).map { figure in
      let words = String(decoding: Array(text.utf8)[figure.range], as: UTF8.self)
      let unit =
        switch figure.unit {
        case .money(let code): code
        case .of(let whole): "of \(whole.text)"
        default: "\(figure.unit)"
        }
      return "\(words):\(unit)"
    }.joined(separator: ", ")
  }
}
