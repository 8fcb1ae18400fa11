internal import Synchronization

/// A lock around code that must not run twice at a time, whatever it returns.
final class ProcessLock: Sendable {
  private let mutex = Mutex(())

  /// An open lock.
  init() {}

  /// Runs the body while no other thread runs one under the same lock.
  func withLock<Result: Sendable, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    try mutex.withLock { (_) throws(Failure) -> Result in try body() }
  }
}
