internal import Diagnostics

/// One connection: works on many requests at once, answers in any order, writes one line at a time.
package actor MCPSession {
  private var machine: ProtocolMachine
  private let dispatcher: Dispatcher
  private let write: @Sendable ([UInt8]) -> Void
  private let limit: Int
  private var running: [RequestID: (serial: Int, task: Task<Void, Never>)] = [:]
  private var serial = 0

  /// A connection; `write` takes a line without its end, and `limit` is how many requests may be open at once.
  package init(
    _ machine: ProtocolMachine, _ dispatcher: Dispatcher, limit: Int = 1024,
    write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    (self.machine, self.dispatcher, self.limit, self.write) = (machine, dispatcher, limit, write)
  }

  /// Takes in a line; returns before a request is answered.
  package func receive(_ line: LineSplitter.Line, longest: Int) {
    let step =
      switch line {
      case .text(let bytes): machine.receive(bytes)
      case .tooLong: machine.tooLong(limit: longest)
      }
    switch step {
    case .nothing: break
    case .answer(let bytes): write(bytes)
    case .cancel(let id): running.removeValue(forKey: id)?.task.cancel()
    case .begin(let request): begin(request)
    }
  }

  private func begin(_ request: MCPRequest) {
    guard running.count < limit else {
      if let line = machine.finish(request.id, .failure(.failure("Too many requests are open; ask again later."))) {
        write(line)
      }
      return
    }
    serial += 1
    let (own, dispatcher) = (serial, dispatcher)
    let task = Task {
      let outcome = await dispatcher.answer(request) { done, total in
        Task { await self.tell(request, done, total) }
      }
      self.finish(request.id, own, outcome)
    }
    running[request.id] = (own, task)
  }

  private func tell(_ request: MCPRequest, _ done: Int, _ total: Int?) {
    if let line = machine.progress(request, done, of: total) { write(line) }
  }

  private func finish(_ id: RequestID, _ serial: Int, _ outcome: Result<JSONValue, MCPError>) {
    // A cancelled request may have made room for another one of the same id.
    guard running[id]?.serial == serial else { return }
    running[id] = nil
    if let line = machine.finish(id, outcome) { write(line) }
  }

  /// How many requests are being worked on.
  package var openCount: Int { running.count }

  /// The stream has ended: stops all work and gives subscriptions their last answer.
  package func end() {
    for (_, entry) in running { entry.task.cancel() }
    running = [:]
    for line in machine.end() { write(line) }
  }
}
