import FieldbookTestSupport
import Foundation
import Testing

@testable import FieldbookApp

/// Whether this system kills by a library that is loaded ahead of the others.
private let canPreload: Bool = {
  #if os(Linux)
    FileManager.default.isExecutableFile(atPath: "/usr/bin/cc")
  #else
    false
  #endif
}()

/// The program itself, killed at each of its changes of the file system, a torn write among them.
@Suite(.enabled(if: canPreload, "needs a C compiler and LD_PRELOAD"))
struct KillAtWriteTests {
  /// The library that counts changes and kills at one of them.
  private static func library(in folder: String) throws -> String {
    let (source, library) = ("Tests/Tools/kill_at_write.c", "\(folder)/kill.so")
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/cc")
    compiler.arguments = [
      "-O1", "-shared", "-fPIC", "-o", library, Places.top.appendingPathComponent(source).path, "-ldl",
    ]
    try compiler.run()
    compiler.waitUntilExit()
    #expect(compiler.terminationStatus == 0)
    return library
  }

  /// Runs once to count the changes, then on a fresh copy for each of them, killed at it.
  private func forEachKill(
    of repository: ScratchRepository, _ arguments: [String], _ environment: [String: String] = [:],
    _ check: (_ path: String, _ kill: Int) throws -> Void
  ) throws {
    let library = try Self.library(in: repository.folder)
    let copy = "\(repository.folder)/copy"
    func run(_ more: [String: String]) throws -> Program.Result {
      try? FileManager.default.removeItem(atPath: copy)
      try FileManager.default.copyItem(atPath: repository.path, toPath: copy)
      return try Program.run(
        arguments + ["--workspace", copy, "--no-cache"],
        environment: environment.merging(more) { $1 }.merging(["LD_PRELOAD": library]) { $1 })
    }
    let count = "\(repository.folder)/count"
    let whole = try run(["KILL_COUNT": count])
    #expect(whole.status == 0, "\(whole.errors)")
    let text = try String(contentsOfFile: count, encoding: .utf8).trimmingCharacters(in: .newlines)
    let changes = try #require(Int(text))
    print("killed among \(changes) changes: fieldbook \(arguments.joined(separator: " "))")
    #expect(changes > 20)
    // All of them take minutes; the ones in between differ by the file, not by the kind of change.
    let stride = ProcessInfo.processInfo.environment["FIELDBOOK_ALL_KILLS"] == nil ? 4 : 1
    for kill in Swift.stride(from: 1, through: changes, by: stride) {
      _ = try run(["KILL_AT": "\(kill)"])
      try check(copy, kill)
    }
  }

  /// Takes away the locks that a killed program leaves, as the message about them says.
  private func unlock(_ path: String) throws {
    for name in ["refs/heads/main.lock", "index.lock", "HEAD.lock"] {
      try? FileManager.default.removeItem(atPath: "\(path)/.git/\(name)")
    }
  }

  @Test func runsLoseAndDoubleNothing() throws {
    let repository = try TriggerRunTests.repository()
    let clock = ["SOURCE_DATE_EPOCH": "\(TriggerRunTests.now)"]
    try forEachKill(of: repository, ["triggers", "run"], clock) { path, kill in
      func git(_ arguments: String...) throws -> String { try repository.git(arguments, in: path) }
      #expect(try git("fsck", "--full", "--strict", "--no-dangling") == "", "killed at \(kill)")
      try unlock(path)
      let again = try Program.run(["triggers", "run", "--workspace", path, "--no-cache"], environment: clock)
      #expect(again.status == 0, "killed at \(kill): \(again.errors)")
      let files = try git("ls-tree", "-r", "--name-only", "HEAD").split(separator: "\n").map(String.init).filter {
        $0.hasPrefix("reporting/") || $0.hasPrefix("personal/") || $0.contains("/tasks/")
      }
      #expect(files == TriggerRunTests.expected, "killed at \(kill)")
      let opened = try git("log", "--format=%s", "--first-parent").split(separator: "\n").count {
        $0.hasPrefix("Open")
      }
      #expect(opened == 1, "killed at \(kill)")
      #expect(try git("fsck", "--full", "--strict", "--no-dangling") == "", "killed at \(kill)")
      #expect(try git("status", "--short") == "", "killed at \(kill)")
    }
  }

  /// The receiver takes each key once, as the command line asks of it.
  @Test func deliveriesLoseAndDoubleNothing() throws {
    let repository = try TriggerRunTests.repository()
    let first = try Program.run(
      ["triggers", "run", "--workspace", repository.path, "--no-cache"],
      environment: ["SOURCE_DATE_EPOCH": "\(TriggerRunTests.now)"])
    #expect(first.status == 0)
    let taken = "\(repository.folder)/taken"
    let script = "\(repository.folder)/take"
    try """
    #!/bin/sh
    cat > /dev/null
    mkdir -p '\(taken)'
    mkdir "\(taken)/$(echo "$FIELDBOOK_MESSAGE_KEY" | tr / _)" 2> /dev/null || echo again >> '\(taken)/again'
    """.write(toFile: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let deliver = ["alerts", "deliver", "--channel", "command", "--command", script]
    let soon = ["SOURCE_DATE_EPOCH": "\(TriggerRunTests.now + 60)"]
    try forEachKill(of: repository, deliver, soon) { path, kill in
      func git(_ arguments: String...) throws -> String { try repository.git(arguments, in: path) }
      #expect(try git("fsck", "--full", "--strict", "--no-dangling") == "", "killed at \(kill)")
      try unlock(path)
      // The claim of the one that was killed is over after ten minutes.
      let again = try Program.run(
        deliver + ["--workspace", path, "--no-cache"],
        environment: ["SOURCE_DATE_EPOCH": "\(TriggerRunTests.now + 7200)"])
      #expect(again.status == 0, "killed at \(kill): \(again.errors)")
      for name in ["ada.lind/2026-11-20-buying-acme-rollout", "max.moss/2026-11-20-quiet-old"] {
        #expect(
          FileManager.default.fileExists(atPath: "\(taken)/\(name.replacing("/", with: "_"))"), "killed at \(kill)")
        #expect(
          try git("show", "HEAD:personal/pulse/\(name).md").contains("delivery: delivered"), "killed at \(kill)")
      }
      #expect(try git("status", "--short") == "", "killed at \(kill)")
      try? FileManager.default.removeItem(atPath: taken)
    }
  }
}
