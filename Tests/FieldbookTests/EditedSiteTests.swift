import FieldbookApp
import FieldbookTestSupport
import Foundation
import Testing

/// A site that is built over an older one, whatever was edited in between, is the site of a clean build.
@Suite struct EditedSiteTests {
  /// A workspace that is edited at random, and the site that is built of it again and again.
  private final class Desk {
    let repository: ScratchRepository
    let theme: String
    let output: String
    private var random: Random
    private var files: [String: String] = [:]
    private var count = 0
    private(set) var told: [String] = []

    struct Random: RandomNumberGenerator {
      var state: UInt64
      mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
      }
    }

    init(seed: UInt64) throws {
      random = Random(state: seed)
      repository = try ScratchRepository()
      theme = repository.folder + "/theme"
      output = repository.folder + "/site"
      try FileManager.default.copyItem(atPath: Places.theme, toPath: theme)
      files["fieldbook.yaml"] = "name: Test Books\ncurrency: EUR\n"
      for customer in ["acme", "bolt", "clay"] {
        files["customers/\(customer)/profile.md"] = profile(customer)
        files["customers/\(customer)/deals/one.md"] = deal()
        files["customers/\(customer)/interactions/2023-11-01-call-first.md"] = interaction()
      }
      files["sales-toolkit/battlecards/rival.md"] = "---\ncompetitor: Rival\n---\n\n## Price\n\nThey ask for less.\n"
      try commit("First", Array(files.keys))
      // Enough to go back to.
      for customer in ["acme", "bolt", "clay", "acme", "bolt"] {
        files["customers/\(customer)/deals/one.md"] = deal()
        try commit("Move \(customer)", ["customers/\(customer)/deals/one.md"])
      }
    }

    private func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private func some(_ values: [String]) -> String { values[pick(0...(values.count - 1))] }

    private func profile(_ customer: String) -> String {
      "---\nname: \(customer.capitalized) \(pick(1...9))\nlifecycle: \(some(["prospect", "customer"]))\n---\n\n"
        + "About \(some(["plants", "ships", "wool"])). See [the rival](../../sales-toolkit/battlecards/rival.md#price).\n"
    }

    private func deal() -> String {
      "---\nname: Rollout \(pick(1...9))\nstage: \(some(["discovery", "negotiation", "closed_won", "closed_lost"]))\n"
        + "amount: {value: \(pick(1...99))000, currency: EUR, kind: ARR}\nclose_on: 2024-0\(pick(1...9))-15\n---\n\n"
        + "Because of \(some(["price", "speed", "trust"])).\n"
    }

    private func interaction() -> String {
      "---\nsubject: \(some(["Prices", "Pilot", "Plan"]))\noccurred_on: 2023-11-0\(pick(1...9))\n---\n\n"
        + "We spoke of \(some(["money", "dates", "people"])) with [[acme]].\n"
    }

    private func commit(_ message: String, _ changed: [String]) throws {
      for path in changed {
        if let text = files[path] { try repository.write(path, text) } else { try repository.remove(path) }
      }
      try repository.commit(message)
    }

    /// One edit of one of many kinds.
    func edit() throws {
      count += 1
      let records = files.keys.filter { $0.hasPrefix("customers/") }.sorted()
      guard !records.isEmpty else { return }
      let path = records[pick(0...(records.count - 1))]
      let kind = some([
        "change", "change", "change", "add", "add", "delete", "rename", "revert", "configuration", "theme", "branch",
        "nothing",
      ])
      told.append("\(kind) \(path)")
      switch kind {
      case "change":
        files[path] = path.contains("/deals/") ? deal() : path.contains("/inter") ? interaction() : profile("acme")
        try commit("Change \(count)", [path])
      case "add":
        let new = "customers/\(some(["acme", "bolt", "dora"]))/interactions/2023-11-0\(pick(1...9))-mail-\(count).md"
        files[new] = interaction()
        try commit("Add \(count)", [new])
      case "delete":
        files[path] = nil
        try commit("Delete \(count)", [path])
      case "rename":
        let new = path.replacing(".md", with: "-\(count).md").replacing("profile-", with: "notes-")
        (files[new], files[path]) = (files[path], nil)
        try commit("Rename \(count)", [path, new])
      case "revert":
        try repository.git("revert", "--no-edit", "HEAD")
        try read()
      case "configuration":
        files["fieldbook.yaml"] = "name: Test Books \(count)\ncurrency: \(some(["EUR", "SEK"]))\n"
        try commit("Configure \(count)", ["fieldbook.yaml"])
      case "theme":
        let file = theme + "/layouts/" + some(["deal", "customer", "shell"]) + ".mustache"
        try (String(contentsOfFile: file, encoding: .utf8) + "<!-- \(count) -->\n")
          .write(toFile: file, atomically: true, encoding: .utf8)
      case "branch":
        // Away to an older state and back with a change on top, as somebody who works on two branches goes.
        try repository.git("checkout", "--quiet", "-b", "side-\(count)", "HEAD~1")
        try read()
      default: break
      }
    }

    /// What the work tree has after `git` changed it.
    private func read() throws {
      files = [:]
      for path in try repository.git("ls-files").split(separator: "\n").map(String.init) {
        files[path] = try String(contentsOfFile: "\(repository.path)/\(path)", encoding: .utf8)
      }
    }

    private var buildOptions: BuildOptions {
      BuildOptions(output: output, theme: theme, isForced: false, generator: "test")
    }

    private func options(isCached: Bool) -> OpenOptions {
      var options = OpenOptions(wallClock: 1_800_000_000, jobs: 2)
      options.workspace = repository.path
      options.usesCache = isCached
      return options
    }

    /// Builds over what is there.
    func build() async throws -> BuildSummary {
      try await Fieldbook.open(options(isCached: true)).build(buildOptions)
    }

    /// Builds from nothing, with nothing that was kept.
    func clean() async throws -> [String: [UInt8]] {
      try await Fieldbook.open(options(isCached: false)).buildInMemory(theme: theme, generator: "test")
    }

    func built() throws -> [String: [UInt8]] { try Program.tree(output).mapValues { [UInt8]($0) } }
  }

  @Test(arguments: [1, 2, 3]) func aBuildOverAnOldSiteIsACleanBuild(seed: UInt64) async throws {
    let desk = try Desk(seed: seed)
    _ = try await desk.build()
    for _ in 0..<24 {
      try desk.edit()
      let summary = try await desk.build()
      let (built, clean) = (try desk.built(), try await desk.clean())
      #expect(Set(built.keys) == Set(clean.keys), "\(desk.told)")
      let wrong = clean.filter { built[$0.key] != $0.value }.keys.sorted()
      #expect(wrong.isEmpty, "\(wrong) after \(desk.told)")
      #expect(summary.files == clean.count)
      if !wrong.isEmpty { return }
    }
  }

  /// Whoever copies a site to a host, or reads what differs, sees only what a change is about.
  @Test func whatComesElsewhereLeavesThePagesOfOldChangesAsTheyAre() async throws {
    let repository = try ScratchRepository()
    for customer in ["acme", "bolt", "clay"] {
      try repository.write(
        "customers/\(customer)/profile.md", "---\nname: \(customer)\nlifecycle: prospect\n---\n\n## Why\n\nWool.\n")
    }
    try repository.commit("First")
    try repository.write("customers/clay/profile.md", "---\nname: clay\nlifecycle: customer\n---\n\n## Why\n\nWool!\n")
    let change = try repository.commit("Clay signs")
    let before = try await repository.site()
    try repository.write(
      "customers/acme/interactions/2023-11-01-call-x.md", "---\nsubject: X\n---\n\n## Said\n\nYes.\n")
    try repository.commit("A call")
    let after = try await repository.site()
    let history = "customers/clay/history/index.html"
    #expect(before[history] != nil)
    #expect(before[history] == after[history])
    // The next commit is linked from the one before it, and from no other.
    let first = try repository.id("HEAD~2")
    for (id, isSame) in [(first, true), (change, false)] {
      let page = "changes/\(id.hex.prefix(7))/index.html"
      #expect(before[page] != nil)
      #expect((before[page] == after[page]) == isSame)
    }
  }
}
