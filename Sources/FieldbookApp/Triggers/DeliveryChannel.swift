/// What is sent to one person.
package struct OutgoingMessage: Sendable, Hashable {
  /// Stays the same however often it is tried, so that a receiver can tell a repetition.
  package var key: String
  /// Person id.
  package var to: String
  /// Mail address; nil when the workspace knows none.
  package var address: String?
  package var subject: String
  /// Markdown.
  package var text: String
  package var severity: String
  /// When it was written down, for a mail's date: `Mon, 23 Nov 2026 07:00:00 +0100`.
  package var date: String
}

/// A way out of the repository.
package struct DeliveryChannel: Sendable {
  /// What went wrong with one message.
  package struct Failure: Error, Sendable {
    /// In words that hold no secret: they are committed.
    package var reason: String
    /// Whether the message may have arrived all the same.
    package var isInDoubt: Bool

    /// A failure in words.
    package init(_ reason: String, isInDoubt: Bool = false) {
      self.reason = reason
      self.isInDoubt = isInDoubt
    }
  }

  package var name: String
  /// Whether receivers know repetitions by their key, so that a message in doubt may be sent once more.
  package var knowsRepetitions: Bool
  /// Sends one message and returns what the receiver said.
  package var send: @Sendable (OutgoingMessage) async throws(Failure) -> String

  /// A channel by its parts.
  package init(
    _ name: String, knowsRepetitions: Bool,
    send: @escaping @Sendable (OutgoingMessage) async throws(Failure) -> String
  ) {
    self.name = name
    self.knowsRepetitions = knowsRepetitions
    self.send = send
  }
}
