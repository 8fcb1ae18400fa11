internal import FlyingSocks
internal import Foundation
internal import Synchronization

/// Why a preview cannot be served.
package enum PreviewError: Error, Sendable {
  /// Another program listens on the port.
  case portTaken(UInt16)
  /// The port is one that only the system may use.
  case portForbidden(UInt16)
  /// Anything else, in words.
  case failed(String)
}

/// How many connections are open.
private final class OpenConnections: Sendable {
  let count = Mutex(0)
}

/// Serves a previewed site to the browsers of this machine, and to nobody else.
package struct LoopbackServer: Sendable {
  /// More connections than any browser opens; the rest waits until one has ended.
  private static let mostConnections = 200

  private let answers: PreviewAnswers
  private let channel: LiveChannel

  /// A server of a site; `policy` is what its pages may load, `run` a word that no other run of the program uses.
  package init(_ site: any PreviewedSite, _ channel: LiveChannel, policy: String, run: String) {
    answers = PreviewAnswers(policy: policy, site: site, run: run)
    self.channel = channel
  }

  /// Serves until it is cancelled; port 0 takes any that is free.
  package func serve(port: UInt16, whenReady: @escaping @Sendable (UInt16) -> Void) async throws {
    let (listening, actual) = try Self.listen(port)
    let pool = SocketPool.make()
    try await pool.prepare()
    let socket = try AsyncSocket(socket: listening, pool: pool)
    defer { try? listening.close() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask {
        whenReady(actual)
        try await accept(on: socket, actual)
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func accept(on socket: AsyncSocket, _ port: UInt16) async throws {
    let open = OpenConnections()
    try await withThrowingDiscardingTaskGroup { group in
      while !Task.isCancelled {
        if open.count.withLock({ $0 }) >= Self.mostConnections {
          try await Task.sleep(for: .milliseconds(50))
          continue
        }
        let accepted: AsyncSocket
        do {
          accepted = try await socket.accept()
        } catch SocketError.failed {
          // Out of descriptors, or a connection that ended while it waited: neither ends the server.
          try await Task.sleep(for: .milliseconds(50))
          continue
        }
        open.count.withLock { $0 += 1 }
        group.addTask {
          await PreviewConnection(socket: accepted, port: port, answers: answers, channel: channel).run()
          open.count.withLock { $0 -= 1 }
        }
      }
    }
  }

  private static func listen(_ port: UInt16) throws -> (Socket, UInt16) {
    do {
      let socket = try Socket(domain: AF_INET)
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      guard case .ip4(_, let actual) = try socket.sockname() else { throw PreviewError.failed("no address") }
      return (socket, actual)
    } catch SocketError.failed(_, let number, let message) {
      switch number {
      case EADDRINUSE: throw PreviewError.portTaken(port)
      case EACCES: throw PreviewError.portForbidden(port)
      default: throw PreviewError.failed(message)
      }
    }
  }
}
