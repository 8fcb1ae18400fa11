internal import Foundation
internal import Synchronization

/// A server on this machine that answers as a test says, one request a connection.
package final class LoopbackServer: Sendable {
  /// A request as it came.
  package struct Received: Sendable {
    package var path: String
    /// Names in lower case.
    package var headers: [String: String]
    package var body: [UInt8]
  }

  /// What is answered.
  package struct Reply: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    /// The body in the pieces in which it is sent.
    package var pieces: [[UInt8]]
    /// Whether the connection breaks after the last piece, in the middle of the body.
    package var breaksOff: Bool

    /// An answer by its parts.
    package init(
      _ status: Int, headers: [(name: String, value: String)] = [], pieces: [[UInt8]] = [], breaksOff: Bool = false
    ) {
      (self.status, self.headers, self.pieces, self.breaksOff) = (status, headers, pieces, breaksOff)
    }
  }

  /// `http://127.0.0.1:54321`.
  package let url: String
  private let listener: Int32
  private let requests = Mutex<[Received]>([])
  private let isStopped = Mutex(false)

  /// A server that asks `answer` for each request, with how many came before it.
  package init(_ answer: @escaping @Sendable (Received, Int) -> Reply) throws {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    listener = socket(AF_INET, kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, size) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, pointer, &size) == 0
      }
    }
    guard listener >= 0, isBound else { throw ScratchError("no loopback server") }
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    let thread = Thread { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        self?.serve(connection, answer)
        close(connection)
      }
    }
    thread.start()
  }

  deinit { stop() }

  /// All requests so far.
  package var received: [Received] { requests.withLock { $0 } }

  /// Takes no more connections.
  package func stop() {
    // A number of a file that was closed may soon be another file's.
    let isFirst = isStopped.withLock { isStopped in
      defer { isStopped = true }
      return !isStopped
    }
    guard isFirst else { return }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func serve(_ connection: Int32, _ answer: (Received, Int) -> Reply) {
    guard let request = Self.read(connection) else { return }
    let count = requests.withLock { requests in
      requests.append(request)
      return requests.count - 1
    }
    let reply = answer(request, count)
    var head = "HTTP/1.1 \(reply.status) Status\r\ntransfer-encoding: chunked\r\nconnection: close\r\n"
    for header in reply.headers { head += "\(header.name): \(header.value)\r\n" }
    Self.write(Array((head + "\r\n").utf8), to: connection)
    for piece in reply.pieces where !piece.isEmpty {
      Self.write(Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + Array("\r\n".utf8), to: connection)
    }
    if !reply.breaksOff { Self.write(Array("0\r\n\r\n".utf8), to: connection) }
    shutdown(connection, Int32(SHUT_RDWR))
  }

  private static func read(_ connection: Int32) -> Received? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var wanted: Int?
    var head: (lines: [Substring], end: Int)?
    while wanted.map({ bytes.count < $0 }) ?? true {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
      if wanted == nil, let end = Self.end(of: bytes) {
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let length = lines.first { $0.lowercased().hasPrefix("content-length:") }?.split(separator: ":").last
        head = (lines, end)
        wanted = end + 4 + (length.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) } ?? 0)
        if lines.contains(where: { $0.lowercased().hasPrefix("expect: 100") }) {
          write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), to: connection)
        }
      }
    }
    guard let head else { return nil }
    var headers: [String: String] = [:]
    for line in head.lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let path = head.lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    return Received(path: path, headers: headers, body: Array(bytes[(head.end + 4)...]))
  }

  private static func end(of bytes: [UInt8]) -> Int? {
    let mark = Array("\r\n\r\n".utf8)
    guard bytes.count >= 4 else { return nil }
    return (0...(bytes.count - 4)).first { bytes[$0..<$0 + 4].elementsEqual(mark) }
  }

  private static func write(_ bytes: [UInt8], to connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
        let flags = Int32(MSG_NOSIGNAL)
      #else
        let flags: Int32 = 0
      #endif
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, flags) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
