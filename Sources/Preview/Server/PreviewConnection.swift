internal import FlyingSocks
internal import Foundation

/// One connection of a browser: heads in, answers out, within bounds of size and of time.
struct PreviewConnection: Sendable {
  private struct TooLate: Error {}
  /// Why no head could be read.
  private struct Refused: Error {
    let answer: PreviewAnswer
  }

  private static let longestLine = 8 * 1024
  private static let largestHead = 32 * 1024

  let socket: AsyncSocket
  let port: UInt16
  let answers: PreviewAnswers
  let channel: LiveChannel

  /// Answers until one side ends.
  func run() async {
    do {
      try await converse()
    } catch {
      // The browser has gone, or said nothing for too long: there is nobody to tell.
    }
    try? socket.close()
  }

  private func converse() async throws {
    var rest: [UInt8] = []
    while !Task.isCancelled {
      let request: RequestHead
      do {
        guard let next = try await head(&rest) else { return }
        request = next
      } catch let refused as Refused {
        return try await end(with: refused.answer, isHead: false)
      }
      let isHead = request.method == "HEAD"
      if let refusal = RequestGuard(port: port).refusal(of: request) {
        return try await end(with: refusal, isHead: isHead)
      }
      if request.path == PreviewAnswers.events, !isHead { return try await tellEvents() }
      let answer = await answers.answer(to: request)
      if answer.isLast { return try await end(with: answer, isHead: isHead) }
      try await write(answer.sent(isHead: isHead, isLast: !request.isPersistent))
      if !request.isPersistent { return }
    }
  }

  /// Reads up to the empty line behind a head; nil when the browser has ended.
  ///
  /// What follows the line stays in `rest`.
  private func head(_ rest: inout [UInt8]) async throws -> RequestHead? {
    var seen = 0
    while true {
      if let end = Self.end(of: rest, from: max(0, seen - 3)) {
        guard let head = RequestHead(rest[..<end]) else {
          throw Refused(answer: PreviewAnswer(refusing: .badRequest, "This is no request of HTTP/1."))
        }
        rest.removeFirst(end + 4)
        return head
      }
      seen = rest.count
      if seen > Self.longestLine, !rest.prefix(Self.longestLine).contains(0x0A) {
        throw Refused(answer: PreviewAnswer(refusing: .uriTooLong, "The address is too long."))
      }
      if seen > Self.largestHead {
        throw Refused(answer: PreviewAnswer(refusing: .headTooLarge, "The head of the request is too large."))
      }
      // A connection may rest for a while; a head that has begun has to come soon.
      let (socket, limit) = (socket, Duration.seconds(rest.isEmpty ? 60 : 10))
      do {
        rest += try await Self.within(limit) { try await socket.read(atMost: 4096) }
      } catch SocketError.disconnected {
        return nil
      }
    }
  }

  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 4 <= bytes.count {
      if bytes[index] == 0x0D, bytes[index + 1] == 0x0A, bytes[index + 2] == 0x0D, bytes[index + 3] == 0x0A {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Sends the last answer, and waits a little for the other side to have taken it: whoever closes a connection with
  /// bytes left in it takes back what it sent.
  private func end(with answer: PreviewAnswer, isHead: Bool) async throws {
    try await write(answer.sent(isHead: isHead, isLast: true))
    let socket = socket
    try await Self.within(.milliseconds(500)) {
      for _ in 0..<1024 { _ = try await socket.read(atMost: 4096) }
    }
  }

  /// Tells what becomes of the site until the page goes.
  private func tellEvents() async throws {
    let (socket, events) = (socket, channel.events())
    try await write(PreviewAnswer.endless)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await event in events { try await socket.write(Self.chunk(event)) }
      }
      // A page says nothing more; that it has gone is what reading tells.
      group.addTask { while true { _ = try await socket.read(atMost: 4096) } }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private static func chunk(_ bytes: [UInt8]) -> Data {
    Data(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [0x0D, 0x0A])
  }

  private func write(_ bytes: [UInt8]) async throws {
    let (socket, data) = (socket, Data(bytes))
    try await Self.within(.seconds(30)) { try await socket.write(data) }
  }

  private static func within<Value: Sendable>(
    _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask(operation: body)
      group.addTask {
        try await Task.sleep(for: limit)
        throw TooLate()
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw TooLate() }
      return value
    }
  }
}
