import Foundation
import Synchronization

/// Runs the program that this test run built, as a person would.
enum Program {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs to its end; both pipes are drained while it runs.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil, input: Data? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Places.binary)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    var variables = ["PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory(), "GIT_CONFIG_GLOBAL": "/dev/null"]
    if let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      variables["LD_LIBRARY_PATH"] = libraries
    }
    process.environment = variables.merging(environment) { $1 }
    let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = standardInput
    try process.run()
    if let input { try standardInput.fileHandleForWriting.write(contentsOf: input) }
    try standardInput.fileHandleForWriting.close()
    let collected = Mutex(Data())
    let reader = Thread {
      let data = errors.fileHandleForReading.readDataToEndOfFile()
      collected.withLock { $0 = data }
    }
    reader.start()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    while !reader.isFinished { usleep(500) }
    return Result(
      status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: collected.withLock { String(decoding: $0, as: UTF8.self) })
  }

  /// Every file below a folder.
  static func tree(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[name] = FileManager.default.contents(atPath: path)
    }
    return files
  }
}
