import FieldbookTestSupport
import Foundation
import Synchronization
import Testing
import WorkspaceModel

@testable import FieldbookApp

/// Messages go out once, whatever happens to whoever sends them.
@Suite struct DeliveryTests {
  /// A receiver that keeps what it got, and knows keys that it had before when it is asked to.
  final class Receiver: Sendable {
    let got = Mutex<[String]>([])
    let calls = Mutex(0)

    func channel(knowsRepetitions: Bool, failing: @escaping @Sendable (Int) -> DeliveryChannel.Failure? = { _ in nil })
      -> DeliveryChannel
    {
      DeliveryChannel("test", knowsRepetitions: knowsRepetitions) { message throws(DeliveryChannel.Failure) in
        let call = self.calls.withLock {
          $0 += 1; return $0
        }
        if let failure = failing(call) { throw failure }
        self.got.withLock { got in if !knowsRepetitions || !got.contains(message.key) { got.append(message.key) } }
        return "taken \(call)"
      }
    }
  }

  private static let keys = ["ada.lind/2026-11-20-buying-acme-rollout", "max.moss/2026-11-20-quiet-old"]

  private func deliver(
    _ repository: ScratchRepository, _ channel: DeliveryChannel, at seconds: Int = TriggerRunTests.now + 60,
    retry: Bool = false, before: @escaping @Sendable (BranchWriter.Step) throws -> Void = { _ in }
  ) async throws -> DeliveryOutcome {
    try await Fieldbook.deliver(
      TriggerRunTests.options(repository, at: seconds), through: channel, retriesUncertain: retry, branch: nil,
      before: before)
  }

  private func states(_ repository: ScratchRepository) async throws -> [String] {
    try await repository.fieldbook().workspace.pages.compactMap(OutboxMessage.init).map {
      "\($0.key) \($0.state.rawValue)"
    }
  }

  @Test func sendsEachMessageOnceAndKeepsReceipts() async throws {
    let repository = try TriggerRunTests.repository()
    try await TriggerRunTests.run(repository)
    let receiver = Receiver()
    let outcome = try await deliver(repository, receiver.channel(knowsRepetitions: true))
    #expect(outcome.delivered == Self.keys)
    #expect(try await deliver(repository, receiver.channel(knowsRepetitions: true)).delivered == [])
    #expect(receiver.got.withLock { $0 } == Self.keys)
    #expect(try await states(repository) == Self.keys.map { "\($0) delivered" })
    #expect(
      try repository.git("show", "HEAD:personal/pulse/ada.lind/2026-11-20-buying-acme-rollout.md").contains(
        "receipt: \"test: taken 1\""))
    #expect(try repository.git("status", "--short") == "")
    try TriggerRunTests.isSound(repository)
  }

  /// Killed at every step of the claim and of the receipt, with both kinds of receivers.
  @Test(arguments: [true, false], 1...14)
  func isNeitherLostNorDoubled(knowsRepetitions: Bool, kill: Int) async throws {
    struct Killed: Error {}
    let repository = try TriggerRunTests.repository()
    try await TriggerRunTests.run(repository)
    let receiver = Receiver()
    let channel = receiver.channel(knowsRepetitions: knowsRepetitions)
    let steps = Mutex(0)
    _ = try? await deliver(repository, channel) { _ in
      if steps.withLock({
        $0 += 1; return $0
      }) == kill {
        throw Killed()
      }
    }
    // The claim of the one that was killed still holds for others.
    let soon = try await deliver(repository, channel, at: TriggerRunTests.now + 120)
    let late = try await deliver(repository, channel, at: TriggerRunTests.now + 7200)
    let got = receiver.got.withLock { $0 }
    #expect(Set(got).count == got.count, "nothing twice")
    let uncertain = soon.uncertain + late.uncertain
    // Lost to nobody: it arrived, or it is told that nobody knows.
    #expect(Set(got + uncertain) == Set(Self.keys))
    if knowsRepetitions { #expect(uncertain == []) }
    for state in try await states(repository) { #expect(state.hasSuffix("delivered") || state.hasSuffix("uncertain")) }
    try TriggerRunTests.isSound(repository)
  }

  @Test func twoAtOnceShareTheWork() async throws {
    let repository = try TriggerRunTests.repository()
    try await TriggerRunTests.run(repository)
    let receiver = Receiver()
    let (path, channel) = (repository.path, receiver.channel(knowsRepetitions: false))
    let outcomes = try await withThrowingTaskGroup(of: DeliveryOutcome.self) { group in
      for _ in 0..<3 {
        group.addTask {
          var options = OpenOptions(wallClock: TriggerRunTests.now + 60, jobs: 1)
          options.workspace = path
          options.usesCache = false
          return try await Fieldbook.deliver(options, through: channel)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.flatMap(\.delivered).sorted() == Self.keys)
    #expect(receiver.got.withLock { $0 }.sorted() == Self.keys)
    try TriggerRunTests.isSound(repository)
  }

  @Test func failuresAreTriedAgainLaterAndDoubtsAreNot() async throws {
    let repository = try TriggerRunTests.repository()
    try await TriggerRunTests.run(repository)
    let receiver = Receiver()
    let channel = receiver.channel(knowsRepetitions: false) { call in
      call == 1 ? .init("busy") : call == 2 ? .init("gone", isInDoubt: true) : nil
    }
    let first = try await deliver(repository, channel)
    #expect(first.failed.map(\.key) == [Self.keys[0]] && first.uncertain == [Self.keys[1]])
    #expect(try await deliver(repository, channel, at: TriggerRunTests.now + 90).delivered == [])
    #expect(try await deliver(repository, channel, at: TriggerRunTests.now + 200).delivered == [Self.keys[0]])
    #expect(
      try await deliver(repository, channel, at: TriggerRunTests.now + 300, retry: true).delivered == [Self.keys[1]])
  }

  @Test func aCommandGetsTheMessageAndItsKey() async throws {
    let repository = try TriggerRunTests.repository()
    try await TriggerRunTests.run(repository)
    let script = "\(repository.folder)/take"
    try
      "#!/bin/sh\nmkdir \"\(repository.folder)/$(echo $FIELDBOOK_MESSAGE_KEY | tr / _)\" && cat > \"\(repository.folder)/last.json\"\n"
      .write(
        toFile: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let outcome = try await deliver(repository, .command(script, environment: ["PATH": "/usr/bin:/bin"]))
    #expect(outcome.delivered == Self.keys)
    let json = try String(contentsOfFile: "\(repository.folder)/last.json", encoding: .utf8)
    #expect(json.contains("\"to\":\"max.moss\"") && json.contains("no\\\\_activity 19"))
  }

  @Test func mailsAreWrittenForMachinesAndPeople() {
    let message = OutgoingMessage(
      key: "a/b", to: "a", address: "a@example.org", subject: "Grüße\r\nBcc: x@example.org", text: ".\n",
      severity: "high",
      date: "Mon, 23 Nov 2026 07:00:00 +0100")
    let mail = DeliveryChannel.mail(message, from: "f@example.org", to: "a@example.org")
    #expect(!mail.contains("\r\nBcc"))
    #expect(mail.contains("Message-ID: <a.b@fieldbook>\r\n"))
    #expect(mail.contains("Date: Mon, 23 Nov 2026 07:00:00 +0100\r\n"))
  }
}
