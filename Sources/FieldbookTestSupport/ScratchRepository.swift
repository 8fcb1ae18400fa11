internal import Foundation
package import Git

/// A repository of its own for one test: made by the `git` program, with fixed names and dates, removed at the end.
package final class ScratchRepository {
  /// The author where a test names none.
  package static let defaultAuthor = "Ada Lind <ada@example.org>"

  /// The folder that holds everything of this test: the repository and what is cloned from it.
  package let folder: String
  /// The top of the work tree, or the bare repository.
  package let path: String
  private var clock: Int64 = 1_700_000_000

  /// Makes an empty repository with `git init` and these further arguments, such as `--bare`.
  package init(_ arguments: String...) throws {
    var template = Array("\(NSTemporaryDirectory())/fieldbook-scratch-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template), let real = realpath(made, nil) else { throw ScratchError("no folder") }
    defer { free(real) }
    folder = String(cString: real)
    path = folder + "/repository"
    guard mkdir(path, 0o755) == 0 else { throw ScratchError("no folder") }
    try git(["init", "--quiet", "--initial-branch=main"] + arguments)
  }

  deinit {
    // The program, since names may be anything.
    _ = try? ScratchProgram.run("/bin/rm", ["-rf", "--", folder], environment: [:], in: "/", input: [])
  }

  /// Opens the repository, or another folder below ``folder``.
  package func open(_ place: String? = nil) throws(GitError) -> Repository {
    try Repository(discovering: place ?? path)
  }

  /// Runs `git` and returns what it printed, without the last line's end.
  @discardableResult
  package func git(
    _ arguments: [String], in place: String? = nil, input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> String {
    let output = try gitBytes(arguments, in: place, input: input, environment: environment)
    return String(decoding: output.last == UInt8(ascii: "\n") ? output.dropLast() : output, as: UTF8.self)
  }

  /// Runs `git` and returns what it printed.
  @discardableResult
  package func git(_ arguments: String...) throws -> String { try git(arguments) }

  /// Runs `git` and returns the bytes that it printed.
  package func gitBytes(
    _ arguments: [String], in place: String? = nil, input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> [UInt8] {
    var variables = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C",
      "TZ": "UTC",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
      "GIT_AUTHOR_NAME": "Ada Lind", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": "@\(clock) +0000",
      "GIT_COMMITTER_NAME": "Ada Lind", "GIT_COMMITTER_EMAIL": "ada@example.org",
      "GIT_COMMITTER_DATE": "@\(clock) +0000",
      // Submodules and clones of tests come from folders.
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "protocol.file.allow", "GIT_CONFIG_VALUE_0": "always",
    ]
    variables.merge(environment) { $1 }
    return try ScratchProgram.run(
      "/usr/bin/env", ["git"] + arguments, environment: variables, in: place ?? path, input: input)
  }

  /// Writes a file of the work tree, with the folders on the way.
  package func write(_ name: String, _ text: String) throws {
    try write(Array(name.utf8), Array(text.utf8))
  }

  /// Writes a file of the work tree whose name may be any bytes.
  package func write(_ name: [UInt8], _ bytes: [UInt8]) throws {
    let full = Array("\(path)/".utf8) + name
    for (index, byte) in full.enumerated() where byte == UInt8(ascii: "/") && index > path.utf8.count {
      _ = Self.withCString(full[..<index]) { mkdir($0, 0o755) }
    }
    guard let file = Self.withCString(full[...], { fopen($0, "wb") }) else {
      throw ScratchError("cannot write \(String(decoding: name, as: UTF8.self))")
    }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw ScratchError("cannot write") }
  }

  /// Removes a file of the work tree.
  package func remove(_ name: String) throws {
    guard unlink("\(path)/\(name)") == 0 else { throw ScratchError("cannot remove \(name)") }
  }

  /// Makes a symbolic link in the work tree.
  package func link(_ name: String, to target: String) throws {
    guard symlink(target, "\(path)/\(name)") == 0 else { throw ScratchError("cannot link \(name)") }
  }

  /// Commits all that is in the work tree and returns the id; without a date, an hour after the one before.
  @discardableResult
  package func commit(
    _ message: String, at date: Int64? = nil, author: String = defaultAuthor
  ) throws -> ObjectID {
    try git("add", "--all")
    return try commitIndex(message, at: date, author: author)
  }

  /// Commits what is in the index and returns the id.
  @discardableResult
  package func commitIndex(
    _ message: String, at date: Int64? = nil, author: String = defaultAuthor
  ) throws -> ObjectID {
    clock = date ?? clock + 3_600
    let signed = ["--author=\(author)", "--date=@\(clock) +0000"]
    try git(["commit", "--quiet", "--allow-empty", "--message=\(message)"] + signed)
    return try id("HEAD")
  }

  /// What `git rev-parse` makes of a name.
  package func id(_ name: String) throws -> ObjectID {
    let hex = try git("rev-parse", "--verify", name)
    guard let id = ObjectID(hex: hex) else { throw ScratchError("not an id: \(hex)") }
    return id
  }

  private static func withCString<R>(_ bytes: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> R) -> R {
    let name = bytes.map { CChar(bitPattern: $0) } + [0]
    return name.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("a name has at least its zero byte") }
      return body(start)
    }
  }
}
