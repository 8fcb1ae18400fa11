internal import Foundation

/// A test's own tools failed; nothing to do with what is tested.
package struct ScratchError: Error, CustomStringConvertible {
  /// What failed, with the program's own words.
  package let description: String

  /// A failure in words.
  package init(_ description: String) {
    self.description = description
  }
}

/// Runs programs for tests.
enum ScratchProgram {
  /// Runs a program to its end and returns what it printed; throws its complaints when it fails.
  ///
  /// Output goes to files, so that no amount of it can block the program.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String], in folder: String, input: [UInt8]
  ) throws -> [UInt8] {
    let files = try [input, [], []].map { try temporaryFile(holding: $0) }
    defer { for file in files { try? file.close() } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    (process.standardInput, process.standardOutput, process.standardError) = (files[0], files[1], files[2])
    try process.run()
    process.waitUntilExit()
    let printed = try files.dropFirst().map { file in
      try file.seek(toOffset: 0)
      return Array(try file.readToEnd() ?? Data())
    }
    guard process.terminationStatus == 0 else {
      let complaint = String(decoding: printed[1], as: UTF8.self)
      throw ScratchError("\(arguments.joined(separator: " ")): status \(process.terminationStatus): \(complaint)")
    }
    return printed[0]
  }

  // Without a name, it is gone as soon as it is closed.
  private static func temporaryFile(holding bytes: [UInt8]) throws -> FileHandle {
    guard let stream = tmpfile() else { throw ScratchError("no temporary file") }
    defer { fclose(stream) }
    let handle = FileHandle(fileDescriptor: dup(fileno(stream)), closeOnDealloc: true)
    try handle.write(contentsOf: bytes)
    try handle.seek(toOffset: 0)
    return handle
  }
}
