import FieldbookApp
import FieldbookTestSupport
import Testing

/// What stands at addresses of pages that moved, told by Git's renames and by the ledger.
struct RedirectTests {
  private static let long = (1...12).map { "Line \($0) of a text that is long enough to be known again.\n" }.joined()

  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Moves\n")
    try repository.write("guides/alpha.md", "# Alpha\n\n\(Self.long)")
    try repository.write("guides/other.md", "# Other\n\nQuite another text.\n\n\(Self.long.uppercased())")
    try repository.commit("First")
    return repository
  }

  private func move(_ repository: ScratchRepository, _ old: String, _ new: String) throws {
    let folder = new.split(separator: "/").dropLast().joined(separator: "/")
    try repository.write(folder + "/.keep", "")
    try repository.git("mv", old, new)
    try repository.remove(folder + "/.keep")
    try repository.commit("Move \(old) to \(new)")
  }

  /// The lines of `_redirects`, each as "from to".
  private func lines(_ site: [String: [UInt8]]) -> [String] {
    site.text("_redirects").split(separator: "\n").compactMap { line in
      #expect(line.hasSuffix(" 301"))
      // The page of a record's history moves with it.
      return line.hasSuffix("/history/ 301") ? nil : String(line.dropLast(4))
    }
  }

  @Test func aChainOfRenamesLeadsToItsEndInOneHop() async throws {
    let repository = try repository()
    try move(repository, "guides/alpha.md", "guides/beta.md")
    try move(repository, "guides/beta.md", "handbook/gamma.md")
    let site = try await repository.site()
    #expect(lines(site) == ["/guides/alpha/ /handbook/gamma/", "/guides/beta/ /handbook/gamma/"])
    let page = site.text("guides/alpha/index.html")
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../handbook/gamma/index.html\">"))
    #expect(page.contains("<link rel=\"canonical\" href=\"../../handbook/gamma/index.html\">"))
    #expect(page.contains("<a href=\"../../handbook/gamma/index.html\">Alpha</a>"))
    #expect(page.contains("noindex") && page.contains("Content-Security-Policy") && !page.contains("<script"))
    #expect(site.text("redirects.json").contains("\"kind\": \"page\""))
    #expect(site.text("redirects.json").contains("\"since\": \"2023-11-15\""))
    #expect(LinkChecker(files: site).broken() == [])
  }

  @Test func aFileThatWentBackHasNoRedirectAtItsOwnAddress() async throws {
    let repository = try repository()
    try move(repository, "guides/alpha.md", "guides/beta.md")
    try move(repository, "guides/beta.md", "guides/alpha.md")
    let site = try await repository.site()
    #expect(lines(site) == ["/guides/beta/ /guides/alpha/"])
    #expect(site.text("guides/alpha/index.html").contains("Line 7"))
  }

  @Test func filesThatChangePlacesHaveNoRedirect() async throws {
    let repository = try repository()
    try repository.git("mv", "guides/alpha.md", "guides/x.md")
    try repository.git("mv", "guides/other.md", "guides/alpha.md")
    try repository.git("mv", "guides/x.md", "guides/other.md")
    try repository.commit("Swap")
    let site = try await repository.site()
    #expect(lines(site) == [])
    #expect(site.text("redirects.json") == "[]\n")
    #expect(site.text("guides/alpha/index.html").contains("LINE 7"))
  }

  @Test func anAddressThatAPageHasTakenIsNeverRedirected() async throws {
    let repository = try repository()
    try move(repository, "guides/alpha.md", "guides/beta.md")
    try repository.write("guides/alpha.md", "# New alpha\n\nNothing like the old one.\n")
    try repository.commit("Take the name")
    let site = try await repository.site()
    #expect(lines(site) == [])
    #expect(site.text("guides/alpha/index.html").contains("Nothing like"))
  }

  @Test func aCustomerWhoIsRenamedKeepsAllAddresses() async throws {
    let repository = try ScratchRepository()
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: prospect\n---\n\n\(Self.long)")
    try repository.write("customers/acme/contacts.yaml", "contacts:\n  - {id: ann, name: Ann, role: champion}\n")
    try repository.write("customers/acme/deals/one.md", "---\nname: One\nstage: discovery\n---\n\nOne. \(Self.long)")
    try repository.write("customers/acme/notes/plan.md", "# Plan\n\nA plan. \(Self.long)")
    try repository.commit("First")
    try repository.git("mv", "customers/acme", "customers/zenith")
    try repository.commit("Rename")
    let site = try await repository.site()
    for place in ["", "contacts/", "deals/one/", "notes/plan/", "notes/"] {
      #expect(lines(site).contains("/customers/acme/\(place) /customers/zenith/\(place)"), "\(place)")
    }
    #expect(site.text("redirects.json").contains("\"kind\": \"folder\""))
  }

  @Test func aFolderWhoseFilesWentToTwoPlacesIsNotRedirected() async throws {
    let repository = try repository()
    try repository.write("a/.keep", "")
    try repository.write("b/.keep", "")
    try repository.git("mv", "guides/alpha.md", "a/alpha.md")
    try repository.git("mv", "guides/other.md", "b/other.md")
    try repository.commit("Split")
    #expect(try await lines(repository.site()) == ["/guides/alpha/ /a/alpha/", "/guides/other/ /b/other/"])
  }

  @Test func theLedgerAloneIsEnoughWhenHistoryWasSquashed() async throws {
    let repository = try ScratchRepository()
    try repository.write("guides/gamma.md", "# Gamma\n")
    try repository.write(
      "redirects.yaml",
      """
      moved:
        - {from: guides/alpha.md, to: guides/beta.md, on: 2026-01-02}
        - {from: guides/beta.md, to: guides/gamma.md, on: 2026-02-03}
      """)
    try repository.commit("All of it")
    let site = try await repository.site()
    #expect(lines(site) == ["/guides/alpha/ /guides/gamma/", "/guides/beta/ /guides/gamma/"])
    #expect(site.text("redirects.json").contains("\"since\": \"2026-01-02\""))
  }

  @Test func theLedgerLeadsOnToWhereGitKnowsTheRecordWent() async throws {
    let repository = try repository()
    try move(repository, "guides/alpha.md", "guides/beta.md")
    try repository.write("redirects.yaml", "moved:\n  - {from: old/first.md, to: guides/alpha.md, on: 2020-01-01}\n")
    try repository.write("guides/alpha.md", "# New alpha\n\nTook the name that the entry speaks of.\n")
    try repository.commit("Ledger")
    #expect(try await lines(repository.site()) == ["/old/ /guides/", "/old/first/ /guides/beta/"])
  }

  @Test func aCircleOfEntriesGivesNoRedirectAndAFinding() async throws {
    let repository = try repository()
    try repository.write(
      "redirects.yaml",
      "moved:\n  - {from: x.md, to: y.md, on: 2026-01-01}\n  - {from: y.md, to: x.md, on: 2026-01-02}\n")
    try repository.commit("Circle")
    let fieldbook = try await repository.fieldbook()
    let found = fieldbook.findings.filter { $0.id == "redirect-cycle" }
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.range.start.line == 3)
    #expect(found.first?.summary.contains("'y.md' to 'x.md' to 'y.md'") == true)
    #expect(try await lines(repository.site()) == [])
  }

  @Test(arguments: ["../out.md", "/etc/passwd.md", "a//b.md", ".git/config.md", ""])
  func pathsThatLeaveTheWorkspaceAreRefused(path: String) async throws {
    let repository = try repository()
    try repository.write(
      "redirects.yaml", "moved:\n  - {from: \"\(path)\", to: guides/alpha.md}\ngone:\n  - {path: \"\(path)\"}\n")
    try repository.commit("Hostile")
    let site = try await repository.site()
    #expect(lines(site) == [])
    #expect(!site.keys.contains { $0.contains("..") || $0.hasPrefix("/") || $0.contains("//") })
    #expect(try await repository.fieldbook().findings.contains { $0.range.file == "redirects.yaml" })
  }

  @Test(arguments: ["404.html.md", "build.json.md", "assets/fieldbook.css.md", "guides/alpha/index.html.md"])
  func noRedirectStandsInTheWayOfAnotherFile(path: String) async throws {
    let repository = try repository()
    let before = try await repository.site()
    try repository.write("redirects.yaml", "moved:\n  - {from: \(path), to: guides/other.md}\n")
    try repository.commit("Names of files")
    let site = try await repository.site()
    #expect(lines(site) == [])
    #expect(Set(site.keys) == Set(before.keys))
  }
}
