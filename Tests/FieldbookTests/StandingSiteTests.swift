import FieldbookApp
import FieldbookTestSupport
import Foundation
import Testing

/// A site is taken for standing only where a build would give the same bytes.
@Suite struct StandingSiteTests {
  private let repository: ScratchRepository
  private let output: String
  private let theme: String

  init() throws {
    repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Test Books\n")
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: prospect\n---\nHello.\n")
    try repository.commit("First")
    output = repository.path + "/.git/site"
    theme = repository.path + "/.git/theme"
    try FileManager.default.copyItem(atPath: Places.theme, toPath: theme)
  }

  private func options(_ change: (inout OpenOptions) -> Void = { _ in }) -> OpenOptions {
    var options = OpenOptions(wallClock: 1_800_000_000, jobs: 2)
    options.workspace = repository.path
    options.executable = Places.binary
    change(&options)
    return options
  }

  private var buildOptions: BuildOptions {
    BuildOptions(output: output, theme: theme, isForced: false, generator: "test")
  }

  private func build() async throws {
    let standing = StandingSite(options(), buildOptions)
    let fieldbook = try await Fieldbook.open(options())
    let summary = try await fieldbook.build(buildOptions)
    standing?.keep(summary, of: fieldbook, remark: "1 note", in: output)
  }

  private var site: StandingSite? { StandingSite.find(options(), buildOptions) }

  @Test func aSiteThatNothingTouchedStands() async throws {
    #expect(site == nil)
    try await build()
    let standing = try #require(site)
    #expect(standing.pages > 5)
    #expect(standing.remark == "1 note")
    #expect(standing.audienceTitle.hasPrefix("Everyone"))
    // The same branch by another commit, and back again.
    try repository.commitIndex("Nothing")
    #expect(site == nil)
    try repository.git("reset", "--quiet", "--hard", "HEAD~1")
    #expect(site != nil)
  }

  @Test(arguments: ["touched", "added", "removed", "theme", "tag", "commit", "cache"])
  func whateverMayChangeABuildMakesItBuildAgain(change: String) async throws {
    try await build()
    #expect(site != nil)
    switch change {
    case "touched":
      let page = output + "/index.html"
      let bytes = try #require(FileManager.default.contents(atPath: page))
      try (bytes.dropLast() + Data(" ".utf8)).write(to: URL(filePath: page))
    case "added": try Data("x".utf8).write(to: URL(filePath: output + "/customers/stray.html"))
    case "removed": try FileManager.default.removeItem(atPath: output + "/404.html")
    case "theme": try Data("x".utf8).write(to: URL(filePath: theme + "/assets/css/user.css"))
    case "tag": try repository.git("tag", "v1")
    case "commit":
      try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: customer\n---\n")
      try repository.commit("Second")
    default: try HistoryIndex.remove(workspace: repository.path)
    }
    #expect(site == nil)
  }

  @Test func otherOptionsAreAnotherBuild() async throws {
    try await build()
    #expect(StandingSite.find(options { $0.sourceDateEpoch = 1_700_000_000 }, buildOptions) == nil)
    #expect(StandingSite.find(options { $0.audience = "company" }, buildOptions) == nil)
    #expect(StandingSite.find(options { $0.revision = "HEAD" }, buildOptions) == nil)
    #expect(StandingSite.find(options { $0.isWorkTree = true }, buildOptions) == nil)
    #expect(StandingSite.find(options { $0.asOf = .init("2026-11-23") }, buildOptions) == nil)
    #expect(StandingSite.find(options { $0.usesCache = false }, buildOptions) == nil)
    var other = buildOptions
    other.generator = "test 2"
    #expect(StandingSite.find(options(), other) == nil)
  }
}
