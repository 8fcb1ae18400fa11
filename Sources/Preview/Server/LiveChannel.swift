internal import Synchronization

/// Tells every open page what state the site is in, as events that a browser takes up by itself.
///
/// An event says all there is to know, so that a page that missed some, or comes back from a hidden tab, needs the
/// newest alone.
package final class LiveChannel: Sendable {
  private struct State {
    var newest: [UInt8]
    var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var next = 0
  }

  private let state: Mutex<State>

  /// Begins with a state, as JSON on one line.
  package init(_ json: [UInt8]) {
    state = Mutex(State(newest: Self.event(json)))
  }

  /// Tells a new state.
  package func tell(_ json: [UInt8]) {
    let event = Self.event(json)
    let listeners = state.withLock { state in
      state.newest = event
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.yield(event) }
  }

  /// The events from now on, the newest one first.
  func events() -> AsyncStream<[UInt8]> {
    let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingNewest(8))
    let (number, newest) = state.withLock { state in
      state.next += 1
      state.listeners[state.next] = continuation
      return (state.next, state.newest)
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { state in state.listeners[number] = nil }
    }
    continuation.yield(Array("retry: 500\n".utf8) + newest)
    return stream
  }

  private static func event(_ json: [UInt8]) -> [UInt8] { Array("data: ".utf8) + json + Array("\n\n".utf8) }
}
