import FieldbookApp
import FieldbookTestSupport
import Testing

struct AudienceTests {
  private static let token = "Zebrafinch7741"

  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository.withSample()
    try repository.write(
      "workspace-setup/compensation/\(Self.token).md",
      "---\ntitle: \(Self.token) title\nsummary: \(Self.token) summary\n---\n\n## \(Self.token)\n\n[[norrvik-foods]] \(Self.token)\n"
    )
    try repository.write(
      "personal/daily-plans/john.smith/2026-11-24.md",
      "---\ntitle: \(Self.token)\n---\n\n- [ ] \(Self.token) [Norrvik](../../../customers/norrvik-foods/profile.md)\n")
    try repository.write(
      "customers/norrvik-foods/insights/\(Self.token).md",
      "---\nstatement: \(Self.token)\naudience: [leadership]\n---\n\n\(Self.token)\n")
    try repository.commit("\(Self.token) added", author: "\(Self.token) <x@example.org>")
    return repository
  }

  @Test(arguments: ["company", "partners"])
  func noByteOfRestrictedContentReachesAnAudienceThatMayNotSeeIt(audience: String) async throws {
    let files = try await repository().site { $0.audience = audience }
    #expect(files.count > 10)
    let token = Self.token.lowercased()
    for (path, bytes) in files {
      #expect(!path.lowercased().contains(token))
      #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains(token), "\(path)")
    }
  }

  @Test func thoseWhoMaySeeItDo() async throws {
    let repository = try repository()
    let leadership = try await repository.site { $0.audience = "leadership" }
    #expect(leadership.values.contains { String(decoding: $0, as: UTF8.self).contains(Self.token) })
    #expect(!leadership.keys.contains { $0.contains("plans/john.smith") })
    let john = try await repository.site { $0.audience = "john.smith" }
    #expect(john.text("plans/john.smith/2026-11-24/index.html").contains(Self.token))
    #expect(!john.keys.contains { $0.contains("compensation") })
  }

  /// The strongest leak test: whatever happens to restricted content, the others' site stays as it is, byte for byte.
  @Test(arguments: ["company", "partners"])
  func changingRestrictedContentChangesNothingForOthers(audience: String) async throws {
    let repository = try ScratchRepository.withSample()
    func build() async throws -> [String: String] {
      let head = try repository.git("rev-parse", "HEAD").prefix(7)
      return try await repository.site {
        $0.audience = audience
        $0.sourceDateEpoch = 1_795_000_000
      }.mapValues { String(decoding: $0, as: UTF8.self).replacing(head, with: "HEAD") }
    }
    // Pages name the commit of their own file; with this one on top, HEAD itself is named by none of them.
    try repository.commit("Nothing")
    let before = try await build()
    let secret = "workspace-setup/compensation/2026-plan.md"
    try repository.write(secret, "---\ntitle: Quite another plan\n---\n\nNew text about [[norrvik-foods]].\n")
    try repository.commit("Edit restricted")
    #expect(try await build() == before)
    try repository.git("mv", secret, "workspace-setup/compensation/renamed.md")
    try repository.write("workspace-setup/compensation/more.md", "# More\n")
    try repository.write("personal/daily-plans/priya.nair/2026-12-01.md", "# Plan\n\n[[norrvik-foods]]\n")
    try repository.commit("Rename and add restricted")
    #expect(try await build() == before)
    try repository.git("rm", "-r", "--quiet", "workspace-setup/compensation", "personal")
    try repository.commit("Remove restricted")
    #expect(try await build() == before)
  }

  @Test func partnersSeeOnlyTheirSectionsAndNoDeadLink() async throws {
    let files = try await repository().site { $0.audience = "partners" }
    #expect(files["customers/helioplan-partners/index.html"] != nil)
    #expect(files["customers/norrvik-foods/index.html"] == nil)
    #expect(files["toolkit/battlecards/index.html"] == nil)
    #expect(LinkChecker(files: files).broken() == [])
  }

  @Test func anUnknownAudienceIsRefusedWithTheNearestName() async throws {
    let repository = try repository()
    let error = await #expect(throws: FieldbookError.self) { try await repository.site { $0.audience = "compny" } }
    #expect(error?.exitCode == 2)
    #expect(error?.help == "did you mean 'company'?")
  }

  @Test func hiddenFieldsAreInNoFormOfAPage() async throws {
    let files = try await SampleSite.files
    for (path, bytes) in files where path.hasPrefix("customers/norrvik-foods/") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("+46 70 555"), "\(path)")
    }
  }
}
