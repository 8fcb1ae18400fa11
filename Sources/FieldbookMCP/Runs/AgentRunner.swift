package import MessagesAPI

/// Runs agents for whoever asks, one at a time.
package actor AgentRunner {
  private let client: MessagesClient
  private var isRunning = false

  /// A runner that asks one client.
  package init(_ client: MessagesClient) {
    self.client = client
  }

  /// Runs a task to its end; nil while another one is running.
  package func result(
    of run: AgentRun, report: @escaping @Sendable (String) -> Void
  ) async throws -> AgentResult? {
    if isRunning { return nil }
    isRunning = true
    defer { isRunning = false }
    return try await run.run(client, report: report)
  }
}
