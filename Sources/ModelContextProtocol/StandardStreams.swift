internal import Foundation

/// Serves a session over standard input and output until the input ends.
package enum StandardStreams {
  /// Bytes that a message may have.
  package static let longest = 8 * 1024 * 1024

  /// Reads to the end of the input; answers that are nearly there may take `grace` longer.
  ///
  /// Clients send a signal two seconds after they closed the input.
  package static func serve(_ session: MCPSession, grace: Duration = .milliseconds(1500)) async {
    var splitter = LineSplitter(limit: longest)
    // The reader waits while eight pieces lie unread, so that a flood fills the pipe and not the memory.
    let room = DispatchSemaphore(value: 0)
    // A semaphore may not go with a lower value than it came with.
    for _ in 0..<8 { room.signal() }
    let (pieces, feed) = AsyncStream<[UInt8]>.makeStream()
    let reader = Thread {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        room.wait()
        let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR {
          room.signal()
          continue
        }
        guard count > 0 else { break }
        feed.yield(Array(buffer[..<count]))
      }
      feed.finish()
    }
    reader.start()
    for await piece in pieces {
      for line in splitter.feed(piece) { await session.receive(line, longest: longest) }
      room.signal()
    }
    if let line = splitter.end() { await session.receive(line, longest: longest) }
    let deadline = ContinuousClock.now + grace
    while await session.openCount > 0, ContinuousClock.now < deadline { try? await Task.sleep(for: .milliseconds(2)) }
    await session.end()
  }

  /// Writes a line as a whole; false when nobody reads any more.
  @discardableResult
  package static func write(_ line: [UInt8]) -> Bool {
    var rest = (line + [0x0A])[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
