import Diagnostics
import Testing

@Suite struct NearestWordTests {
  @Test(arguments: [
    ("stge", "stage"), ("Stage", "stage"), ("satge", "stage"), ("close-on", "close_on"), ("close on", "close_on"),
    ("ownr", "owner"), ("STAGE", "stage"), ("stages", "stage"),
  ])
  func namesTheWordThatWasMeant(written: String, meant: String) {
    #expect(NearestWord.to(written, among: ["amount", "close_on", "owner", "stage"]) == meant)
  }

  @Test(arguments: ["", "colour", "xyz", "amontillado", String(repeating: "stage", count: 13)])
  func namesNothingWhenNoWordIsNear(written: String) {
    #expect(NearestWord.to(written, among: ["amount", "close_on", "owner", "stage"]) == nil)
  }

  @Test func choosesTheNearestAndThenTheFirstInOrder() {
    #expect(NearestWord.to("ban", among: ["bat", "bar", "banned"]) == "bar")
    #expect(NearestWord.to("negotiatoin", among: ["negotiated", "negotiation"]) == "negotiation")
  }

  @Test func countsASwapOfNeighboursAsOneEdit() {
    // Two replacements would be one too many for a word of four letters.
    #expect(NearestWord.to("ovne", among: ["oven"]) == "oven")
    #expect(NearestWord.to("neov", among: ["oven"]) == nil)
  }

  @Test func namesNothingAmongNothing() {
    #expect(NearestWord.to("stage", among: [String]()) == nil)
  }
}
