import Checks
import Diagnostics
import Testing

@Suite struct KeyOrderTests {
  private func mended(_ fields: String) async throws -> String? {
    let path: RepoPath = "customers/acme/profile.md"
    let text = "---\n\(fields)---\nText.\n"
    let mended = try await Mended([path: Array(text.utf8)])
    #expect(mended.before.contains { $0.id == "key-order" })
    #expect(try await Mended(mended.files).rounds.changes.isEmpty)
    let after = mended.text(path) ?? ""
    return after == text ? nil : String(after.dropFirst(4).dropLast("---\nText.\n".count))
  }

  @Test func fieldsTakeTheirLinesAndTheirCommentsAlong() async throws {
    let fields = """
      lifecycle: customer   # since May
      # Their own spelling,
      # not ours.
      name:   'Acme: 14 # plants'
      owners:
        ae: ada.lind
        # until June
        csm: bo.berg
      domains: [acme.example,
        acme.test]

      shoe_size: 42

      """
    let expected = """
      # Their own spelling,
      # not ours.
      name:   'Acme: 14 # plants'
      domains: [acme.example,
        acme.test]

      shoe_size: 42
      lifecycle: customer   # since May
      owners:
        ae: ada.lind
        # until June
        csm: bo.berg

      """
    #expect(try await mended(fields) == expected)
  }

  @Test(arguments: [
    "# All of it\nlifecycle: customer\nname: Acme\n",
    "lifecycle: customer\n\n# Names\nname: Acme\ndomains: [a.example]\n",
    "lifecycle: customer\n  # whose?\nname: Acme\n", "lifecycle: customer\nname: Acme\n# the end\n",
    "owners: {ae: ada}\nlifecycle: customer\nsummary: |\n  Two\n# lines?\nname: Acme\n",
  ])
  func whatACommentSpeaksOfMustBeCertain(fields: String) async throws {
    #expect(try await mended(fields) == nil)
  }

  @Test func carriageReturnsStay() async throws {
    let path: RepoPath = "customers/acme/profile.md"
    let text = "---\r\nlifecycle: customer\r\nname: Acme\r\n---\r\n"
    let found = try await Mended.findings([path: Array(text.utf8)]).filter { $0.id == "key-order" }
    let plan = FixPlan(found) { _ in Array(text.utf8) }
    #expect(plan.text == "---\r\nname: Acme\r\nlifecycle: customer\r\n---\r\n")
  }
}
