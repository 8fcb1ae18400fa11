internal import Diagnostics

/// What a tool gave to a model.
package struct ToolAnswer: Sendable, Hashable {
  package var text: String
  package var isError: Bool

  /// An answer, or what is wrong with the question.
  package init(_ text: String, isError: Bool = false) {
    (self.text, self.isError) = (text, isError)
  }
}

/// What a run may take at most.
package struct RunLimits: Sendable, Hashable {
  /// Answers of the model.
  package var turns: Int
  /// Tokens read and written, over all answers.
  package var tokens: Int
  /// Seconds from beginning to end.
  package var seconds: Int

  /// Limits by their parts.
  package init(turns: Int, tokens: Int, seconds: Int) {
    (self.turns, self.tokens, self.seconds) = (turns, tokens, seconds)
  }
}

/// How a run ended.
package enum RunEnd: Sendable, Hashable {
  case finished
  /// The answer was cut at its longest length.
  case truncated
  /// The model would not answer.
  case refused(String?)
  /// A limit was reached: its name.
  case limit(String)
  /// The conversation no longer fits into the model.
  case tooLong
  /// A reason that this program does not know.
  case unknown(String)
}

/// All that a run came to.
package struct LoopOutcome: Sendable {
  package var end: RunEnd
  /// All that the model wrote in its last answer.
  package var text: String
  package var turns: Int
  package var usage: TokenUsage
  /// The model that answered last.
  package var model: String
}

/// Lets a model use tools until it is done.
package struct ToolLoop: Sendable {
  private let client: MessagesClient
  private let limits: RunLimits
  private let now: @Sendable () -> Int

  /// A loop within limits.
  package init(_ client: MessagesClient, limits: RunLimits, now: @escaping @Sendable () -> Int) {
    (self.client, self.limits, self.now) = (client, limits, now)
  }

  /// Runs to the end; `call` answers each wish for a tool, and `report` hears of each answer of the model.
  package func run(
    _ first: ModelRequest, report: @Sendable (Int, ModelTurn) async -> Void,
    call: @Sendable (ModelTurn.ToolUse) async -> ToolAnswer
  ) async throws -> LoopOutcome {
    var request = first
    var outcome = LoopOutcome(end: .limit("turns"), text: "", turns: 0, usage: TokenUsage(), model: first.model)
    let deadline = now() + limits.seconds
    while outcome.turns < limits.turns {
      try Task.checkCancellation()
      // The last answer has to be one: no more tools.
      request.mayUseTools = outcome.turns + 1 < limits.turns
      let turn = try await client.turn(request)
      outcome.turns += 1
      outcome.usage += turn.usage
      if !turn.model.isEmpty { outcome.model = turn.model }
      if !turn.text.isEmpty { outcome.text = turn.text }
      await report(outcome.turns, turn)
      if let end = Self.end(turn) {
        outcome.end = end
        return outcome
      }
      if outcome.usage.total >= limits.tokens { return Self.stopped(outcome, "tokens") }
      if now() >= deadline { return Self.stopped(outcome, "seconds") }
      // The model's own turn goes back as it came; thinking is bound to it.
      request.messages.append(ModelRequest.message("assistant", turn.content))
      if turn.stop == .pauseTurn { continue }
      var results: [JSONValue] = []
      for use in turn.toolUses { results.append(Self.result(use, await call(use))) }
      if now() >= deadline { return Self.stopped(outcome, "seconds") }
      request.messages.append(ModelRequest.message("user", results))
    }
    return outcome
  }

  /// How a run ends with a turn; nil when it goes on.
  private static func end(_ turn: ModelTurn) -> RunEnd? {
    switch turn.stop {
    case .toolUse: turn.toolUses.isEmpty ? .unknown("tool_use without a tool") : nil
    case .pauseTurn: nil
    case .endTurn, .stopSequence: .finished
    case .maxTokens: .truncated
    case .refusal: .refused(turn.details)
    case .contextWindowExceeded: .tooLong
    case .other(let reason): .unknown(reason)
    }
  }

  private static func stopped(_ outcome: LoopOutcome, _ limit: String) -> LoopOutcome {
    var outcome = outcome
    outcome.end = .limit(limit)
    return outcome
  }

  private static func result(_ use: ModelTurn.ToolUse, _ answer: ToolAnswer) -> JSONValue {
    .members(
      ("type", .string("tool_result")), ("tool_use_id", .string(use.id)), ("content", .string(answer.text)),
      ("is_error", answer.isError ? .bool(true) : nil))
  }
}
