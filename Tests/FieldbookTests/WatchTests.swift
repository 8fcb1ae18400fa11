import FieldbookTestSupport
import Foundation
import Synchronization
import Testing
import WorkspaceModel

@testable import Automation
@testable import FieldbookApp

/// A watcher looks when there is something to see, and only then.
@Suite struct WatchTests {
  private func mail(_ day: String, _ text: String) -> String {
    "---\nkind: email_in\noccurred_at: \(day)T09:00:00Z\nparticipants: [eve, ada.lind]\n---\n\(text)\n"
  }

  @Test func looksWhenTheBranchMovesAndWhenTimeChangesSomething() async throws {
    let repository = try TriggerRunTests.repository()
    let time = Mutex(TriggerRunTests.now)
    var watcher = Watcher(TriggerRunTests.options(repository), TriggerOptions(), build: nil) { time.withLock { $0 } }
    let first = try #require(await watcher.look())
    #expect(first.problem == nil)
    #expect(first.cause == .started && first.outcome?.commit != nil)
    #expect(first.next.iso == "2026-11-21T00:00:00Z")
    let delay = try #require(first.delays.first)
    #expect(delay.happened?.iso == "2026-11-20T09:00:00Z")
    #expect(delay.recorded?.seconds == 1_795_165_000 && delay.detected.seconds == TriggerRunTests.now)
    // Its own commit is no news.
    #expect(await watcher.look() == nil)
    time.withLock { $0 += 600 }
    #expect(await watcher.look() == nil)
    try repository.write("customers/acme/interactions/2026-11-20-more.md", mail("2026-11-20", "Budget approved."))
    try repository.commit("Another mail", at: Int64(TriggerRunTests.now + 600))
    let moved = try #require(await watcher.look())
    #expect(moved.cause == .moved)
    #expect(moved.outcome?.decisions.changes.map(\.episode.id) == ["2026-11-20-buying-acme"])
    // Midnight.
    time.withLock { $0 = 1_795_219_199 }
    #expect(await watcher.look() == nil)
    time.withLock { $0 += 1 }
    #expect(await watcher.look()?.cause == .due)
    #expect(await watcher.look() == nil)
    // A repository that cannot be read for a while ends nothing.
    try FileManager.default.moveItem(atPath: "\(repository.path)/.git", toPath: "\(repository.folder)/away")
    time.withLock { $0 += 86_400 }
    #expect(await watcher.look()?.problem != nil)
    #expect(await watcher.look() == nil)
    try FileManager.default.moveItem(atPath: "\(repository.folder)/away", toPath: "\(repository.path)/.git")
    time.withLock { $0 += 60 }
    #expect(await watcher.look()?.problem == nil)
  }

  /// The program itself: an alert for what is there, another for what comes, and a site of each.
  @Test func publishesTheSiteAfterEachLook() async throws {
    let repository = try TriggerRunTests.repository()
    let site = "\(repository.folder)/site"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Places.binary)
    process.arguments = [
      "watch", "--workspace", repository.path, "--no-cache", "--every", "0.1", "--output", site, "--theme",
      Places.theme,
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": repository.folder].merging(
      ProcessInfo.processInfo.environment.filter { $0.key == "LD_LIBRARY_PATH" }
    ) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    /// Waits for a minute at most.
    func wait(_ what: String, until isDone: () throws -> Bool) async throws {
      for _ in 0..<600 {
        if try isDone() { return }
        try await Task.sleep(for: .milliseconds(100))
      }
      Issue.record("\(what) never came")
    }
    func pages() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(site)/pulse")) ?? []).sorted()
    }
    try await wait("the first site") { pages().contains { $0.hasSuffix("-quiet-old") } }
    let now = Int(Date().timeIntervalSince1970)
    let stamp = try #require(Instant(seconds: now).iso.split(separator: "T").first)
    try repository.write(
      "customers/acme/interactions/now.md",
      mail(String(stamp), "Budget approved.").replacing("T09:00:00Z", with: "T00:00:00Z"))
    try repository.commit("Another mail", at: Int64(now))
    try await wait("the second site") { pages().contains { $0.contains("-buying-acme") && !$0.contains("rollout") } }
    #expect(try repository.git("log", "-1", "--format=%B").contains("\nSite-Published: "))
    #expect(try repository.git("fsck", "--full", "--strict", "--no-dangling") == "")
    #expect(try repository.git("status", "--short") == "")
  }
}
