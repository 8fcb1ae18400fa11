internal import Diagnostics

/// Asks models over the Messages API, again where that may help.
package struct MessagesClient: Sendable {
  /// The version of the interface that bodies are written for.
  static let version = "2026-10-21"

  /// Where the interface lies, without a slash at the end.
  private let base: String
  private let key: APIKey
  private let exchange: HTTPExchange
  private let clock: ClientClock

  /// A client for a base address that keeps keys from prying eyes: https, or this machine.
  package init(base: String, key: APIKey, clock: ClientClock, exchange: @escaping HTTPExchange) throws(MessagesFailure)
  {
    guard Self.isSafe(base) else {
      throw .connection("the base address has to begin with https://, or with http:// and name this machine")
    }
    self.base = String(base.reversed().drop { $0 == "/" }.reversed())
    (self.key, self.exchange, self.clock) = (key, exchange, clock)
  }

  /// Whether a key may be sent to an address.
  static func isSafe(_ base: String) -> Bool {
    if base.hasPrefix("https://") { return base.utf8.count > 8 }
    guard base.hasPrefix("http://") else { return false }
    let host = base.dropFirst(7).prefix { $0 != "/" }
    if host.hasPrefix("[::1]") { return host.dropFirst(5).allSatisfy { $0 == ":" || $0.isNumber } }
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2 else { return false }
    return name == "localhost" || name == "127.0.0.1"
  }

  /// The host that is sent to, for people to see.
  package var host: String { String(base.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" }) }

  /// The answer to a request; tries again at most twice.
  package func turn(_ request: ModelRequest) async throws -> ModelTurn {
    let message = HTTPRequest(
      url: base + "/v1/messages",
      headers: [
        "content-type": "application/json", "accept": "text/event-stream", "anthropic-version": Self.version,
        "authorization": "Bearer \(key.text)",
      ], body: request.json.encoded())
    var attempt = 0
    while true {
      let failure: MessagesFailure
      let headers: [String: String]
      switch try await once(message) {
      case .turn(let turn): return turn
      case .failure(let problem, let told): (failure, headers) = (problem, told)
      }
      let wait = RetryPolicy.wait(
        after: failure, headers: headers, attempt: attempt, now: clock.now(), jitter: clock.jitter())
      guard let wait else { throw failure }
      attempt += 1
      try await clock.pause(wait)
    }
  }

  private enum Outcome {
    case turn(ModelTurn)
    case failure(MessagesFailure, [String: String])
  }

  private func once(_ message: HTTPRequest) async throws -> Outcome {
    let reply: HTTPReply
    do {
      reply = try await exchange(message)
    } catch let cancelled as CancellationError {
      throw cancelled
    } catch let failure as MessagesFailure {
      return .failure(failure, [:])
    } catch {
      return .failure(.connection("no answer"), [:])
    }
    do {
      guard reply.status == 200 else { return .failure(try await Self.refusal(reply), reply.headers) }
      return .turn(try await Self.assembled(reply))
    } catch let cancelled as CancellationError {
      throw cancelled
    } catch let failure as MessagesFailure {
      return .failure(failure, [:])
    } catch {
      return .failure(.connection("it broke off in the middle of an answer"), [:])
    }
  }

  private static func refusal(_ reply: HTTPReply) async throws -> MessagesFailure {
    var body: [UInt8] = []
    for try await piece in reply.body where body.count < 1_000_000 { body += piece }
    return MessagesFailure(status: reply.status, body: body, requestID: reply.headers["request-id"])
  }

  private static func assembled(_ reply: HTTPReply) async throws -> ModelTurn {
    var reader = EventReader()
    var assembly = TurnAssembly(requestID: reply.headers["request-id"])
    for try await piece in reply.body {
      for data in try reader.feed(piece) { try assembly.take(data) }
      if assembly.isComplete { break }
    }
    if let turn = assembly.turn { return turn }
    throw assembly.isComplete
      ? MessagesFailure.unreadable("it gives no reason for its end")
      : .connection("it broke off in the middle of an answer")
  }
}

/// A key that no log, error or description ever shows.
package struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  let text: String

  /// The key of an environment: `ANTHROPIC_API_KEY`, else `ANTHROPIC_AUTH_TOKEN`; nil without one that a header can hold.
  package init?(environment: [String: String]) {
    let named = ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let named, named.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    text = named
  }

  package var description: String { "key" }
  package var debugDescription: String { "key" }
}

/// Time and chance, which tests want to decide.
package struct ClientClock: Sendable {
  /// Seconds since 1970.
  package var now: @Sendable () -> Int
  /// Between 0 and 1.
  package var jitter: @Sendable () -> Double
  package var pause: @Sendable (Duration) async throws -> Void

  /// A clock by its parts.
  package init(
    now: @escaping @Sendable () -> Int, jitter: @escaping @Sendable () -> Double,
    pause: @escaping @Sendable (Duration) async throws -> Void
  ) {
    (self.now, self.jitter, self.pause) = (now, jitter, pause)
  }
}
