import FieldbookTestSupport
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite(.serialized) struct ServeTests {
  private static let profile = "---\nname: Acme\nlifecycle: customer\n---\n\nThey sell anvils.\n"

  private func workspace() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Preview\n")
    try repository.write(".gitignore", "ignored/\n")
    try repository.write("customers/acme/profile.md", Self.profile)
    try repository.write("customers/acme/notes/hello.md", "# Hello\n\nFirst.\n")
    try repository.commit("Start")
    return repository
  }

  // MARK: What is shown

  @Test func showsWhatIsOnDiskAndFollowsIt() throws {
    let repository = try workspace()
    try repository.write("customers/acme/profile.md", Self.profile + "Not committed.\n")
    let before = try Program.tree(repository.path + "/customers")
    let preview = try Preview(repository.path)
    let page = "/customers/acme/"
    #expect(try preview.get(page).text.contains("Not committed."))

    try repository.write("customers/acme/profile.md", Self.profile + "Rewritten.\n")
    #expect(try preview.waits(for: page) { $0.text.contains("Rewritten.") && !$0.text.contains("Not committed.") })
    // Fields as well as texts, and files that come and go.
    try repository.write("customers/acme/profile.md", Self.profile.replacing("Acme", with: "Acme Works"))
    #expect(try preview.waits(for: "/customers/") { $0.text.contains("Acme Works") })
    try repository.write("customers/birch/profile.md", "---\nname: Birch\n---\n")
    #expect(try preview.waits(for: "/customers/birch/") { $0.status == 200 })
    try FileManager.default.removeItem(atPath: repository.path + "/customers/birch")
    #expect(try preview.waits(for: "/customers/birch/") { $0.status == 404 })
    try repository.write("ignored/draft.md", "# Draft\n")
    try repository.write("customers/acme/profile.md", Self.profile)
    #expect(try preview.waits(for: page) { $0.text.contains("They sell anvils.") })
    #expect(try preview.get("/ignored/draft/").status == 404)
    // A commit changes nothing on disk, and yet the history that pages tell.
    try repository.write("customers/acme/profile.md", Self.profile + "Committed.\n")
    try repository.commit("Say more of Acme")
    #expect(try preview.waits(for: "/changes/") { $0.text.contains("Say more of Acme") })
    // Nothing but what the test wrote has changed.
    var after = try Program.tree(repository.path + "/customers")
    after["acme/profile.md"] = before["acme/profile.md"]
    #expect(after == before)
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/_site"))
  }

  @Test func followsByLookingWhereTheSystemTellsNothing() throws {
    let repository = try workspace()
    let preview = try Preview(repository.path, ["--poll"])
    try repository.write("customers/acme/notes/hello.md", "# Hello\n\nSecond.\n")
    #expect(try preview.waits(for: "/customers/acme/notes/hello/") { $0.text.contains("Second.") })
  }

  @Test func servesTheBytesOfABuiltSiteAlsoAfterEdits() throws {
    let repository = try ScratchRepository.withSample()
    try repository.write("customers/kestrel-cold-chain/notes.md", "# Notes\n\nNot committed.\n")
    let clock = ["SOURCE_DATE_EPOCH": "1795400000"]
    let preview = try Preview(repository.path, environment: clock)
    #expect(try differences(preview, repository, clock) == [])

    // Texts alone, one after the other: what they say stands on many pages.
    for path in [
      "customers/kestrel-cold-chain/profile.md", "customers/kestrel-cold-chain/notes.md",
      "sales-toolkit/battlecards/wattline.md", "sales-toolkit/training/week-2-discovery.md",
      "customers/brambleway-stores/deals/estate-rollout.md", "sales-toolkit/playbooks/discovery-call.md",
    ] {
      let file = URL(fileURLWithPath: "\(repository.path)/\(path)")
      var text = try String(contentsOf: file, encoding: .utf8)
      text += "\n## A heading of \(path.count)\n\nSee [[kestrel-cold-chain]].\n"
      try text.write(to: file, atomically: true, encoding: .utf8)
      let isShown = { preview.errors.contains("\(path): shown") }
      #expect(try preview.waits(for: "/") { _ in isShown() }, "\(path)")
    }
    #expect(try differences(preview, repository, clock) == [])

    // Fields, a file that comes and one that goes.
    let profile = URL(fileURLWithPath: repository.path + "/customers/kestrel-cold-chain/profile.md")
    let text = try String(contentsOf: profile, encoding: .utf8)
    try text.replacing("name: Kestrel Cold Chain", with: "name: Kestrel Cooling")
      .write(to: profile, atomically: true, encoding: .utf8)
    try FileManager.default.removeItem(atPath: repository.path + "/customers/kestrel-cold-chain/notes.md")
    try repository.write("customers/kestrel-cold-chain/more/plan.md", "# A plan\n\nNew.\n")
    #expect(try preview.waits(for: "/customers/kestrel-cold-chain/more/plan/") { $0.status == 200 })
    #expect(try differences(preview, repository, clock) == [])
  }

  /// Files that the preview serves otherwise than a build would write them, once it has caught up.
  private func differences(
    _ preview: Preview, _ repository: ScratchRepository, _ clock: [String: String]
  ) throws -> [String] {
    let built = repository.folder + "/built"
    let run = try Program.run(
      ["build", "--worktree", "--force", "--theme", Places.theme, "--output", built, "-q"], environment: clock,
      in: repository.path)
    try #require(run.status == 0, "\(run.errors)")
    // Marks of the writer, and headers that the preview sends itself.
    var left = try Program.tree(built).filter { !$0.key.hasPrefix(".") }
    for attempt in 0..<20 where !left.isEmpty {
      // What the checks find comes a moment later.
      if attempt > 0 { usleep(500_000) }
      left = try left.filter { path, bytes in
        let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        let answer = try preview.get("/" + encoded)
        return answer.status != 200 || Self.withoutClient(answer.body) != bytes
      }
    }
    return left.keys.sorted()
  }

  private static func withoutClient(_ body: Data) -> Data {
    guard let start = body.firstRange(of: Data("<link rel=\"stylesheet\" href=\"/-/live.css\">".utf8)),
      let end = body[start.upperBound...].firstRange(of: Data("</script>\n".utf8))
    else { return body }
    return body[..<start.lowerBound] + body[end.upperBound...]
  }

  @Test func keepsTheLastGoodPageWhileAFileCannotBeRead() throws {
    let repository = try workspace()
    let preview = try Preview(repository.path)
    let events = try Connection(preview.port)
    try events.send(
      Data("GET /-/events HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\nAccept: text/event-stream\r\n\r\n".utf8))
    let first = String(decoding: events.receive(seconds: 10, until: "\"problems\":"), as: UTF8.self)
    #expect(first.contains("text/event-stream"))
    #expect(first.contains("\"pages\":0"))
    #expect(first.contains("\"count\":0"))

    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: custmer\n---\n\nBroken.\n")
    let told = String(decoding: events.receive(seconds: 20, until: "\"kept\":true"), as: UTF8.self)
    #expect(told.contains("customers/acme/profile.md:3:12"), "\(told)")
    #expect(told.contains("lifecycle: custmer"))
    let page = try preview.get("/customers/acme/")
    #expect(page.text.contains("They sell anvils."))
    #expect(!page.text.contains("Broken."))
    #expect(try preview.waits(for: "/customers/acme/") { _ in preview.errors.contains("stays as it was") })

    // What was edited meanwhile is not lost.
    try repository.write("customers/acme/notes/hello.md", "# Hello\n\nMeanwhile.\n")
    try repository.write("customers/acme/profile.md", Self.profile + "Mended.\n")
    #expect(try preview.waits(for: "/customers/acme/") { $0.text.contains("Mended.") })
    #expect(try preview.waits(for: "/customers/acme/notes/hello/") { $0.text.contains("Meanwhile.") })
    let mended = String(decoding: events.receive(seconds: 20, until: "\"kept\":false"), as: UTF8.self)
    #expect(mended.contains("\"count\":0"))
  }

  @Test func showsThePastWithoutFollowingTheWorkTree() throws {
    let repository = try workspace()
    try repository.write("customers/acme/profile.md", Self.profile + "Newer.\n")
    try repository.commit("Newer")
    let preview = try Preview(repository.path, ["--rev", "HEAD~1"])
    #expect(!(try preview.get("/customers/acme/").text.contains("Newer.")))
  }

  // MARK: Starting and stopping

  private static let signals: [(Int32, Int32)] = [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)]

  @Test(arguments: signals)
  func endsWhenItIsAskedTo(number: Int32, code: Int32) throws {
    let repository = try workspace()
    let preview = try Preview(repository.path)
    let open = try Connection(preview.port)
    try open.send(Data("GET /-/events HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\n\r\n".utf8))
    _ = open.receive(seconds: 5, until: "data:")
    #expect(preview.stop(number) == code)
    #expect(preview.errors.contains("Stopped"))
    #expect(!preview.errors.contains("Fatal error"))
  }

  @Test func saysWhatToDoWhenThePortIsTaken() throws {
    let repository = try workspace()
    let preview = try Preview(repository.path)
    let second = try Program.run(
      ["serve", "--port", "\(preview.port)", "--theme", Places.theme], in: repository.path)
    #expect(second.status == 2)
    #expect(second.errors.contains("port \(preview.port) is taken by another program"))
    #expect(second.errors.contains("--port \(preview.port == .max ? preview.port - 1 : preview.port + 1)"))
    #expect(second.output.isEmpty)
  }

  @Test func listensOnTheLoopbackAlone() throws {
    let repository = try workspace()
    let preview = try Preview(repository.path)
    #if canImport(Glibc)
      let line = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8).split(separator: "\n").first {
        $0.contains(":" + String(preview.port, radix: 16, uppercase: true).padded(to: 4) + " 00000000:0000 0A")
      }
      #expect(try #require(line).contains(" 0100007F:"))
      let six = try String(contentsOfFile: "/proc/net/tcp6", encoding: .utf8)
      #expect(!six.contains(":" + String(preview.port, radix: 16, uppercase: true).padded(to: 4) + " "))
    #endif
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String { String(repeating: "0", count: max(0, count - self.count)) + self }
}
