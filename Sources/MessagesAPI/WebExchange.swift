internal import Foundation
internal import Synchronization

#if canImport(FoundationNetworking)
  internal import FoundationNetworking
#endif

/// Sends requests over the network; follows no redirect, since a key would go along.
package enum WebExchange {
  /// An exchange that waits so many seconds for the next bytes.
  package static func make(patience: Int = 600) -> HTTPExchange {
    { message in try await send(message, patience: patience) }
  }

  private static func send(_ message: HTTPRequest, patience: Int) async throws -> HTTPReply {
    guard let url = URL(string: message.url) else { throw MessagesFailure.connection("the address is none") }
    var request = URLRequest(url: url, timeoutInterval: TimeInterval(patience))
    request.httpMethod = message.method
    request.httpBody = Data(message.body)
    for (name, value) in message.headers.sorted(by: { $0.key < $1.key }) {
      request.setValue(value, forHTTPHeaderField: name)
    }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    let receiver = Receiver()
    let session = URLSession(configuration: configuration, delegate: receiver, delegateQueue: nil)
    let task = session.dataTask(with: request)
    // The session keeps its delegate until it is told to let go.
    receiver.onEnd { session.finishTasksAndInvalidate() }
    receiver.onCancel { task.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        receiver.start(continuation)
        task.resume()
      }
    } onCancel: {
      task.cancel()
    }
  }
}

/// Turns what a session tells into a reply and the stream of its body.
private final class Receiver: NSObject, URLSessionDataDelegate {
  private struct State {
    var head: CheckedContinuation<HTTPReply, any Error>?
    var end: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())
  private let body: AsyncThrowingStream<[UInt8], any Error>
  private let feed: AsyncThrowingStream<[UInt8], any Error>.Continuation

  override init() {
    (body, feed) = AsyncThrowingStream.makeStream()
  }

  func start(_ continuation: CheckedContinuation<HTTPReply, any Error>) {
    state.withLock { $0.head = continuation }
  }

  func onEnd(_ end: @escaping @Sendable () -> Void) {
    state.withLock { $0.end = end }
  }

  /// When nobody reads the rest, the connection ends.
  func onCancel(_ cancel: @escaping @Sendable () -> Void) {
    feed.onTermination = { _ in cancel() }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let head = state.withLock { state in
      defer { state.head = nil }
      return state.head
    }
    guard let response = response as? HTTPURLResponse else {
      head?.resume(throwing: MessagesFailure.connection("the answer is not HTTP"))
      return completionHandler(.cancel)
    }
    var headers: [String: String] = [:]
    for (name, value) in response.allHeaderFields {
      if let name = name as? String, let value = value as? String { headers[name.lowercased()] = value }
    }
    head?.resume(returning: HTTPReply(status: response.statusCode, headers: headers, body: body))
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    feed.yield(Array(data))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let (head, end) = state.withLock { state in
      defer { state = State() }
      return (state.head, state.end)
    }
    if let error {
      // The system's words name no header and no body.
      let failure: any Error =
        (error as? URLError)?.code == .cancelled
        ? CancellationError() : MessagesFailure.connection(MessagesFailure.line(error.localizedDescription, 200))
      head?.resume(throwing: failure)
      feed.finish(throwing: failure)
    } else {
      feed.finish()
    }
    end?()
  }
}
