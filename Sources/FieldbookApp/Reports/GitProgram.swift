internal import Foundation

/// The `git` program, for the two things of a person's that it alone should touch: configuration and index.
enum GitProgram {
  /// What it printed, without the last line's end; nil when it is missing or failed.
  static func run(_ arguments: [String], in folder: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Name and mail address of whoever commits here; nil when nobody is set.
  static func committer(in folder: String) -> (name: String, email: String)? {
    let environment = ProcessInfo.processInfo.environment
    func value(_ variable: String, _ key: String) -> String? {
      let text = environment[variable] ?? run(["config", "--get", key], in: folder)
      return text.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let name = value("GIT_COMMITTER_NAME", "user.name"), let email = value("GIT_COMMITTER_EMAIL", "user.email")
    else { return nil }
    return (name, email)
  }
}
