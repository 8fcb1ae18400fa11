import Diagnostics
import FieldbookTestSupport
import Synchronization
import Testing

@testable import MessagesAPI

/// The loop of answers and tools.
@Suite struct ToolLoopTests {
  private func run(
    _ steps: [ScriptedModel.Step], limits: RunLimits = RunLimits(turns: 4, tokens: 100_000, seconds: 60),
    now: @escaping @Sendable () -> Int = { 0 }
  ) async throws -> (outcome: LoopOutcome, bodies: [JSONValue], calls: [String]) {
    let server = try ScriptedModel(steps).server()
    let key = try #require(APIKey(environment: ["ANTHROPIC_AUTH_TOKEN": "dummy"]))
    let clock = ClientClock(now: { 0 }, jitter: { 0 }) { _ in }
    let client = try MessagesClient(
      base: server.url, key: key, clock: clock, exchange: WebExchange.make(patience: 20))
    let calls = Mutex<[String]>([])
    let first = ModelRequest(
      model: "claude-sonnet-5-5", maxTokens: 800, system: "Be short.",
      tools: [.members(("name", .string("get_deal")), ("input_schema", .members(("type", .string("object")))))],
      messages: [ModelRequest.message("user", [ModelRequest.text("Go.")])])
    let outcome = try await ToolLoop(client, limits: limits, now: now).run(first, report: { _, _ in }) { use in
      calls.withLock { $0.append(use.id) }
      return use.id == "bad" ? ToolAnswer("No such deal.", isError: true) : ToolAnswer("{}")
    }
    return (outcome, try server.received.map { try JSONValue(reading: $0.body) }, calls.withLock { $0 })
  }

  private func use(_ id: String) -> JSONValue { ScriptedModel.use("get_deal", .object([]), id: id) }

  @Test func everyToolIsAnsweredInOneTurnAndTheModelsTurnGoesBackAsItCame() async throws {
    let thinking = JSONValue.members(
      ("type", .string("thinking")), ("thinking", .string("Hm.")), ("signature", .string("s")))
    let (outcome, bodies, calls) = try await run([
      .answer([thinking, ScriptedModel.text("Checking."), use("one"), use("bad")], stop: "tool_use"),
      .answer([ScriptedModel.text("It stands well.")], stop: "end_turn"),
    ])
    #expect(outcome.end == .finished && outcome.text == "It stands well." && outcome.turns == 2)
    #expect(outcome.usage.input == 800 && outcome.usage.output == 78)
    #expect(calls == ["one", "bad"])
    let messages = try #require(bodies[1]["messages"]?.items)
    #expect(messages.count == 3)
    #expect(messages[1]["content"]?.items?.first == thinking)
    let results = try #require(messages[2]["content"]?.items)
    #expect(results.map { $0["tool_use_id"]?.text } == ["one", "bad"])
    #expect(results[0]["is_error"] == nil && results[1]["is_error"] == .bool(true))
    // The beginning stays the same, byte for byte, so that the server's cache holds it.
    #expect(bodies[0]["system"] == bodies[1]["system"] && bodies[0]["tools"] == bodies[1]["tools"])
  }

  @Test func theLastTurnMayNotAskForTools() async throws {
    let (outcome, bodies, _) = try await run(
      [.answer([use("one")], stop: "tool_use"), .answer([ScriptedModel.text("So.")], stop: "end_turn")],
      limits: RunLimits(turns: 2, tokens: 100_000, seconds: 60))
    #expect(outcome.end == .finished)
    #expect(bodies[0]["tool_choice"] == nil && bodies[1]["tool_choice"]?["type"]?.text == "none")
  }

  @Test func limitsEndARun() async throws {
    let endless = [ScriptedModel.Step.answer([use("one")], stop: "tool_use")]
    #expect(try await run(endless).outcome.end == .limit("turns"))
    let few = RunLimits(turns: 50, tokens: 1000, seconds: 60)
    #expect(try await run(endless, limits: few).outcome.end == .limit("tokens"))
    let ticks = Mutex(0)
    let late = try await run(endless, limits: RunLimits(turns: 50, tokens: 100_000, seconds: 60)) {
      ticks.withLock { ticks in
        ticks += 25
        return ticks
      }
    }
    #expect(late.outcome.end == .limit("seconds"))
  }

  @Test(arguments: [
    ("stop_sequence", RunEnd.finished), ("max_tokens", .truncated), ("refusal", .refused(nil)),
    ("model_context_window_exceeded", .tooLong), ("sideways", .unknown("sideways")),
    ("tool_use", .unknown("tool_use without a tool")),
  ])
  func everyReasonToStopIsTold(reason: String, end: RunEnd) async throws {
    let outcome = try await run([.answer([ScriptedModel.text("x")], stop: reason)]).outcome
    #expect(outcome.end == end && outcome.turns == 1)
  }

  @Test func aPauseGoesBackAsItIs() async throws {
    let (outcome, bodies, _) = try await run([
      .answer([ScriptedModel.text("Wait. ")], stop: "pause_turn"),
      .answer([ScriptedModel.text("Done.")], stop: "end_turn"),
    ])
    #expect(outcome.end == .finished)
    #expect(bodies[1]["messages"]?.items?.count == 2)
  }
}
