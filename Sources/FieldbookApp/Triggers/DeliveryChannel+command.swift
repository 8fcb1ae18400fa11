internal import Diagnostics
internal import Foundation

extension DeliveryChannel {
  /// A program of the machine's own: the message as JSON on its standard input, its key in `FIELDBOOK_MESSAGE_KEY`.
  ///
  /// It leaves with 0 when it took the message; it has to know a key that it took before.
  package static func command(_ path: String, arguments: [String] = [], environment: [String: String])
    -> DeliveryChannel
  {
    DeliveryChannel("command", knowsRepetitions: true) { (message) throws(Failure) in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
      process.environment = environment.merging(["FIELDBOOK_MESSAGE_KEY": message.key]) { $1 }
      let input = Pipe()
      process.standardInput = input
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      do { try process.run() } catch { throw Failure("the command could not be started") }
      let json = JSONValue.members(
        ("key", .string(message.key)), ("to", .string(message.to)), ("address", message.address.map(JSONValue.string)),
        ("subject", .string(message.subject)), ("text", .string(message.text)), ("severity", .string(message.severity)))
      // A command that does not read its input is no failure of ours.
      try? input.fileHandleForWriting.write(contentsOf: Data(json.encoded()))
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw Failure("the command left with \(process.terminationStatus)") }
      return "taken"
    }
  }
}
