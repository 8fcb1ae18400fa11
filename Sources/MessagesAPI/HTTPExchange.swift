/// A request to a server, complete with its body.
package struct HTTPRequest: Sendable, Hashable {
  package var method: String
  package var url: String
  /// Names in lower case.
  package var headers: [String: String]
  package var body: [UInt8]

  /// A request by its parts.
  package init(method: String = "POST", url: String, headers: [String: String], body: [UInt8]) {
    (self.method, self.url, self.headers, self.body) = (method, url, headers, body)
  }
}

/// What a server says: the head at once, the body as it comes.
package struct HTTPReply: Sendable {
  package var status: Int
  /// Names in lower case.
  package var headers: [String: String]
  /// Ends with an error when the connection breaks.
  package var body: AsyncThrowingStream<[UInt8], any Error>

  /// A reply by its parts.
  package init(status: Int, headers: [String: String], body: AsyncThrowingStream<[UInt8], any Error>) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }
}

/// Sends a request and gives the reply; throws when no reply came.
package typealias HTTPExchange = @Sendable (HTTPRequest) async throws -> HTTPReply
