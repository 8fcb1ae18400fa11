import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A running `fieldbook serve`, as a person would start it, on a port that is free.
final class Preview {
  let port: UInt16
  private let process = Process()
  private let drainedOutput: Drain
  private let drainedErrors: Drain

  /// Starts it and waits until it answers.
  init(_ folder: String, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
    process.executableURL = URL(fileURLWithPath: Places.binary)
    process.arguments = ["serve", "--port", "0", "--theme", Places.theme] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ["PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory(), "GIT_CONFIG_GLOBAL": "/dev/null"]
    if let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      variables["LD_LIBRARY_PATH"] = libraries
    }
    process.environment = variables.merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    (drainedOutput, drainedErrors) = (Drain(output), Drain(errors))
    var found: UInt16?
    for _ in 0..<1200 {
      if let address = drainedOutput.text.firstMatch(of: /http:\/\/127\.0\.0\.1:([0-9]+)\//),
        let port = UInt16(address.1)
      {
        found = port
        break
      }
      if !process.isRunning { break }
      usleep(50_000)
    }
    port = try #require(found, "the preview did not start: \(drainedErrors.text)")
  }

  /// What went to stderr so far.
  var errors: String { drainedErrors.text }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Sends a signal and waits for the end; the exit code.
  func stop(_ number: Int32) -> Int32 {
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// What comes back for the bytes of a request, up to the end of the connection or for so many seconds.
  func send(_ request: String, seconds: Int = 20) throws -> Data {
    let socket = try Connection(port)
    try socket.send(Data(request.utf8))
    return socket.receive(seconds: seconds)
  }

  /// A whole answer to a plain request.
  func get(_ path: String, method: String = "GET", headers: [String] = []) throws -> Answer {
    let lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + headers
    return try #require(Answer(try send(lines.joined(separator: "\r\n") + "\r\n\r\n")))
  }

  /// Asks until an answer is as wanted; whether it came to be so.
  func waits(for path: String, until isWanted: (Answer) -> Bool) throws -> Bool {
    for _ in 0..<200 {
      if isWanted(try get(path)) { return true }
      usleep(100_000)
    }
    return false
  }
}

/// An answer, taken apart.
struct Answer {
  let status: Int
  let headers: [String: String]
  let body: Data

  init?(_ bytes: Data) {
    guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
    self.status = status
    headers = Dictionary(
      lines.dropFirst().compactMap { line in
        line.firstIndex(of: ":").map { colon in
          (
            line[..<colon].lowercased(),
            line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
          )
        }
      }
    ) { first, _ in first }
    body = bytes[end.upperBound...]
  }

  var text: String { String(decoding: body, as: UTF8.self) }
}

/// Reads a pipe to its end in a thread of its own.
private final class Drain: Sendable {
  private let data = Mutex(Data())

  init(_ pipe: Pipe) {
    let handle = pipe.fileHandleForReading
    let descriptor = handle.fileDescriptor
    let thread = Thread { [self] in
      // The handle is kept until the pipe has ended.
      withExtendedLifetime(handle) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
          let count = read(descriptor, &buffer, buffer.count)
          if count <= 0 { return }
          data.withLock { $0.append(contentsOf: buffer.prefix(count)) }
        }
      }
    }
    thread.start()
  }

  var text: String { data.withLock { String(decoding: $0, as: UTF8.self) } }
}

/// A connection to the loopback.
final class Connection {
  private let descriptor: Int32

  init(_ port: UInt16) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(result == 0, "nobody listens on \(port)")
  }

  deinit { close(descriptor) }

  /// Sends all bytes, or as many as the other side takes.
  func send(_ data: Data) throws {
    var rest = Array(data)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #else
          Darwin.send(descriptor, bytes.baseAddress, bytes.count, 0)
        #endif
      }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// What comes until the other side ends, until a text has come, or for so many seconds.
  func receive(seconds: Int, until mark: String? = nil) -> Data {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let end = Date(timeIntervalSinceNow: Double(seconds))
    while Date() < end {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 200) <= 0 { continue }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { break }
      data.append(contentsOf: buffer.prefix(count))
      if let mark, data.range(of: Data(mark.utf8)) != nil { break }
    }
    return data
  }
}
