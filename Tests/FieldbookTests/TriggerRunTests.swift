import Diagnostics
import FieldbookTestSupport
import Foundation
import Synchronization
import Testing
import WorkspaceModel

@testable import Automation
@testable import FieldbookApp

/// Rules that run on repositories in which people work, get killed, and run twice at once.
@Suite struct TriggerRunTests {
  /// 20 November 2026, 10:00 in UTC.
  static let now = 1_795_168_800

  static func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.git("config", "user.name", "Ada Lind")
    try repository.git("config", "user.email", "ada@example.org")
    try repository.write("fieldbook.yaml", "name: Test\n")
    try repository.write(
      "workspace-setup/people.yaml",
      "people:\n  - {id: ada.lind, name: Ada Lind, role: ae, email: ada@example.org, manager: max.moss}\n  - {id: max.moss, name: Max Moss, role: manager}\n"
    )
    try repository.write(
      "workspace-setup/processes/triggers.yaml",
      """
      rules:
        - id: buying
          keywords: [budget approved]
          actions: [notify_ae, create_task, update_forecast]
          severity: high
          key: [account, deal]
        - id: quiet
          event: daily
          where: account.lifecycle == customer and no_activity > 5
          actions: [notify_manager]

      """)
    try repository.write(
      "customers/acme/profile.md", "---\nname: Acme\nlifecycle: customer\nowners: {ae: ada.lind}\n---\n")
    try repository.write("customers/acme/contacts.yaml", "contacts:\n  - {id: eve, name: Eve Hart}\n")
    try repository.write(
      "customers/acme/deals/rollout.md", "---\nname: Rollout\nstage: discovery\nowner: ada.lind\n---\n\nText.\n")
    try repository.write(
      "customers/old/profile.md", "---\nname: Old\nlifecycle: customer\nowners: {ae: ada.lind}\n---\n")
    try repository.write("customers/old/contacts.yaml", "contacts:\n  - {id: olaf, name: Olaf Berg}\n")
    try repository.write(
      "customers/old/interactions/2026-11-01-mail.md",
      "---\nkind: email_in\noccurred_at: 2026-11-01T09:00:00Z\nparticipants: [olaf, ada.lind]\n---\nFine.\n")
    try repository.commit("First", at: 1_795_000_000)
    try repository.write(
      "customers/acme/interactions/2026-11-20-mail.md",
      "---\nkind: email_in\noccurred_at: 2026-11-20T09:00:00Z\nparticipants: [eve, ada.lind]\ndeals: [rollout]\n---\nBudget approved.\n"
    )
    try repository.commit("Mail", at: 1_795_165_000)
    return repository
  }

  static func options(_ repository: ScratchRepository, at seconds: Int = now) -> OpenOptions {
    var options = OpenOptions(wallClock: seconds, jobs: 1)
    options.workspace = repository.path
    options.usesCache = false
    return options
  }

  @discardableResult
  static func run(
    _ repository: ScratchRepository, at seconds: Int = now,
    before: @escaping @Sendable (BranchWriter.Step) throws -> Void = { _ in }
  ) async throws -> TriggerOutcome {
    try await Fieldbook.runTriggers(options(repository, at: seconds), TriggerOptions(), before: before)
  }

  /// Everything that rules wrote, as paths of the newest commit.
  static func written(_ repository: ScratchRepository) throws -> [String] {
    try repository.git("ls-tree", "-r", "--name-only", "HEAD").split(separator: "\n").map(String.init).filter {
      $0.hasPrefix("reporting/") || $0.hasPrefix("personal/") || $0.contains("/tasks/")
    }
  }

  static let expected = [
    "customers/acme/tasks/2026-11-20-buying-acme-rollout.md",
    "personal/pulse/ada.lind/2026-11-20-buying-acme-rollout.md",
    "personal/pulse/max.moss/2026-11-20-quiet-old.md", "reporting/pulse/alerts/2026-11-20-buying-acme-rollout.yaml",
    "reporting/pulse/alerts/2026-11-20-quiet-old.yaml",
    "reporting/pulse/proposals/2026-11-20-buying-acme-rollout.patch",
  ]

  static func isSound(_ repository: ScratchRepository) throws {
    #expect(try repository.git("fsck", "--full", "--strict", "--no-dangling") == "")
    // One alert each: no run of commits said it twice.
    let log = try repository.git("log", "--format=%s", "--first-parent")
    #expect(log.split(separator: "\n").count { $0.hasPrefix("Open") } == 1)
  }

  @Test func writesOneCommitAndNothingTheSecondTime() async throws {
    let repository = try Self.repository()
    try repository.write("notes.md", "Being written.\n")
    let outcome = try await Self.run(repository)
    #expect(outcome.commit != nil)
    #expect(try Self.written(repository) == Self.expected)
    #expect(try repository.git("status", "--short") == "?? notes.md")
    let message = try repository.git("log", "-1", "--format=%B")
    #expect(message.hasPrefix("Open 2 alerts\n\n- 2026-11-20-buying-acme-rollout: opened"))
    #expect(message.contains("\nTrigger-Run: 2026-11-20T10:00:00Z"))
    let again = try await Self.run(repository)
    #expect(again.commit == nil && again.decisions.isEmpty)
    // The proposal is a patch that a person applies.
    try repository.git("am", "--quiet", "reporting/pulse/proposals/2026-11-20-buying-acme-rollout.patch")
    #expect(
      try repository.git("show", "HEAD:customers/acme/deals/rollout.md")
        == "---\nname: Rollout\nstage: discovery\nowner: ada.lind\nforecast_category: best_case\n---\n\nText.")
    #expect(try await Self.run(repository, at: Self.now + 3600).commit == nil)
    try Self.isSound(repository)
  }

  @Test func theWorkspaceStaysWithoutErrors() async throws {
    let repository = try Self.repository()
    try await Self.run(repository)
    let fieldbook = try await repository.fieldbook { $0.wallClock = Self.now }
    let errors = fieldbook.findings.filter {
      $0.severity == .error && Self.expected.contains($0.range.file.description)
    }
    #expect(errors.map(\.summary) == [])
    #expect(fieldbook.workspace.alerts.count == 2)
    #expect(fieldbook.workspace.tasks.first?.origin?.rule == "buying")
  }

  @Test(arguments: BranchWriter.Step.allCases)
  func whatIsKilledLosesAndDoublesNothing(step: BranchWriter.Step) async throws {
    struct Killed: Error {}
    let repository = try Self.repository()
    do {
      try await Self.run(repository) { if $0 == step { throw Killed() } }
      Issue.record("\(step) never came")
    } catch is FieldbookError {}
    #expect(try repository.git("fsck", "--full", "--strict", "--no-dangling") == "")
    let again = try await Self.run(repository, at: Self.now + 60)
    // Whether the first or the second one got it in.
    #expect((again.commit == nil) == [.index, .files, .unmark].contains(step))
    #expect(try Self.written(repository) == Self.expected)
    #expect(try repository.git("status", "--short") == "")
    try Self.isSound(repository)
  }

  @Test func whoComesLaterDecidesAnew() async throws {
    let repository = try Self.repository()
    let times = Mutex(0)
    let path = repository.path
    let outcome = try await Self.run(repository) { step in
      let isFirst = times.withLock { count in
        if step == .move { count += 1 }
        return count == 1
      }
      guard step == .move, isFirst else { return }
      // Another one is faster.
      _ = try Program.run(
        ["triggers", "run", "--workspace", path, "--no-cache"], environment: ["SOURCE_DATE_EPOCH": "\(Self.now)"])
    }
    #expect(outcome.commit == nil)
    #expect(try Self.written(repository) == Self.expected)
    try Self.isSound(repository)
  }

  @Test func manyAtOnceSayItOnce() async throws {
    let repository = try Self.repository()
    let results = try await withThrowingTaskGroup(of: Program.Result.self) { group in
      for _ in 0..<5 {
        let path = repository.path
        group.addTask {
          try Program.run(
            ["triggers", "run", "--workspace", path, "--no-cache"], environment: ["SOURCE_DATE_EPOCH": "\(Self.now)"])
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.map(\.status) == [0, 0, 0, 0, 0], "\(results.map(\.errors))")
    #expect(results.count { $0.output.contains("Committed") } == 1)
    #expect(try Self.written(repository) == Self.expected)
    try Self.isSound(repository)
  }

  @Test func programsThatAreReallyKilledLeaveASoundRepository() async throws {
    let repository = try Self.repository()
    for delay in stride(from: 10, through: 300, by: 20) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Places.binary)
      process.arguments = ["triggers", "run", "--workspace", repository.path, "--no-cache"]
      process.environment = ["PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "\(Self.now)", "HOME": repository.folder]
        .merging(ProcessInfo.processInfo.environment.filter { $0.key == "LD_LIBRARY_PATH" }) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(delay) * 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try repository.git("fsck", "--full", "--strict", "--no-dangling") == "")
    }
    // A lock that a killed one held is named, with the way to mend it.
    try? FileManager.default.removeItem(atPath: "\(repository.path)/.git/refs/heads/main.lock")
    try? FileManager.default.removeItem(atPath: "\(repository.path)/.git/index.lock")
    try await Self.run(repository)
    #expect(try Self.written(repository) == Self.expected)
    #expect(try repository.git("status", "--short") == "")
    try Self.isSound(repository)
  }

  @Test func writesToAnotherBranchAndLeavesTheWorkTree() async throws {
    let repository = try Self.repository()
    var wanted = TriggerOptions()
    wanted.branch = "automation"
    let outcome = try await Fieldbook.runTriggers(Self.options(repository), wanted)
    #expect(outcome.branch == "automation")
    #expect(try Self.written(repository) == [])
    #expect(try repository.git("status", "--short") == "")
    #expect(
      try repository.git("ls-tree", "-r", "--name-only", "automation").contains(
        "reporting/pulse/alerts/2026-11-20-quiet-old.yaml"))
    #expect(try repository.git("log", "-1", "--format=%P", "automation") == (try repository.git("rev-parse", "main")))
    #expect(try await Fieldbook.runTriggers(Self.options(repository), wanted).commit == nil)
  }

  @Test func answersAreCommitsWithTrailers() async throws {
    let repository = try Self.repository()
    try await Self.run(repository)
    let later = Self.options(repository, at: Self.now + 1800)
    let outcome = try await Fieldbook.answer(later, alert: "buying-acme", .acknowledge(.useful))
    #expect(outcome.commit != nil)
    #expect(
      try repository.git("log", "-1", "--format=%B").trimmingCharacters(in: .newlines)
        == "Acknowledge 2026-11-20-buying-acme-rollout\n\nAlert: 2026-11-20-buying-acme-rollout\nAlert-State: acknowledged\nAlert-Verdict: useful"
    )
    let fieldbook = try await repository.fieldbook()
    let alert = try fieldbook.alert("buying-acme")
    #expect(alert.state == .acknowledged && alert.acknowledgedBy == "ada.lind" && alert.verdict == .useful)
    #expect(alert.acknowledgedAt?.seconds == Self.now + 1800)
    #expect(try await Fieldbook.answer(later, alert: "buying-acme", .acknowledge(.useful)).commit == nil)
    _ = try await Fieldbook.answer(later, alert: "buying-acme", .resolve(nil))
    #expect(try await repository.fieldbook().alert("buying-acme").state == .resolved)
    _ = try await Fieldbook.silence(
      later, matching: [("rule", "quiet"), ("account", "old")], for: RuleSpan(14, .days), reason: "Move")
    #expect(try repository.git("log", "-1", "--format=%s") == "Silence quiet, old until 2026-12-04")
    #expect(
      try repository.git("show", "HEAD:workspace-setup/processes/triggers.yaml").hasSuffix(
        "silences:\n  - {match: {rule: \"quiet\", account: \"old\"}, until: 2026-12-04, by: ada.lind, reason: \"Move\"}"
      ))
    let silenced = try await Self.run(repository, at: Self.now + 7200)
    #expect(silenced.decisions.changes.map(\.kind) == [.silenced])
    try Self.isSound(repository)
  }

  @Test func anAcknowledgementByHandIsCompletedFromHistory() async throws {
    let repository = try Self.repository()
    try await Self.run(repository)
    let path = "reporting/pulse/alerts/2026-11-20-quiet-old.yaml"
    let text = try String(contentsOfFile: "\(repository.path)/\(path)", encoding: .utf8)
    try repository.write(path, text.replacing("state: firing", with: "state: acknowledged  # mine"))
    try repository.commit("I look after it", at: Int64(Self.now + 600))
    try await Self.run(repository, at: Self.now + 1200)
    let alert = try await repository.fieldbook().alert("quiet-old")
    #expect(alert.state == .acknowledged && alert.acknowledgedBy == "ada.lind")
    #expect(alert.acknowledgedAt?.seconds == Self.now + 600)
    #expect(try repository.git("show", "HEAD:\(path)").contains("# mine"))
  }
}
