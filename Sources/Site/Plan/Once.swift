internal import Synchronization

/// A value that is worked out when somebody first asks for it, and never again.
final class Once<Value: Sendable>: Sendable {
  private let state = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// Says how the value will come about.
  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  /// The value; whoever asks while it is being worked out waits for it.
  var value: Value {
    state.withLock { state in
      if let value = state { return value }
      let value = make()
      state = value
      return value
    }
  }
}
