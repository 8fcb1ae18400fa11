import Diagnostics
import FieldbookTestSupport
import Synchronization
import Testing

@testable import MessagesAPI

/// The client against a server on this machine that plays the documented answers and faults.
@Suite struct MessagesClientTests {
  private final class Waits: Sendable {
    let all = Mutex<[Duration]>([])
  }

  private func client(_ server: LoopbackServer, _ waits: Waits = Waits()) throws -> MessagesClient {
    let key = try #require(APIKey(environment: ["ANTHROPIC_API_KEY": "dummy-key"]))
    let clock = ClientClock(now: { 1_795_413_600 }, jitter: { 0 }) { wait in waits.all.withLock { $0.append(wait) } }
    return try MessagesClient(base: server.url, key: key, clock: clock, exchange: WebExchange.make(patience: 20))
  }

  private func request(_ text: String = "Where does it stand?") -> ModelRequest {
    ModelRequest(
      model: "claude-sonnet-5-5", maxTokens: 800, system: "Be short.",
      tools: [.members(("name", .string("get_deal")), ("input_schema", .members(("type", .string("object")))))],
      messages: [ModelRequest.message("user", [ModelRequest.text(text)])])
  }

  @Test func anAnswerInSmallPiecesIsWhole() async throws {
    let input = JSONValue.members(("id", .string("acme-2026-renewal ü")))
    let unknown = JSONValue.members(("type", .string("hologram")), ("data", .string("x")))
    let server = try ScriptedModel([
      .answer(
        [ScriptedModel.text("Checking the deal now. Ü 日本"), unknown, ScriptedModel.use("get_deal", input)],
        stop: "tool_use")
    ]).server()
    let turn = try await client(server).turn(request())
    #expect(turn.text == "Checking the deal now. Ü 日本")
    #expect(turn.toolUses == [ModelTurn.ToolUse(id: "toolu_1", name: "get_deal", input: input)])
    #expect(turn.content[1] == unknown)
    #expect(turn.stop == .toolUse && turn.usage.input == 400 && turn.usage.output == 39)
    let sent = try #require(server.received.first)
    #expect(sent.path == "/v1/messages")
    #expect(sent.headers["authorization"] == "Bearer dummy-key")
    #expect(sent.headers["anthropic-version"] == "2026-10-21")
    #expect(sent.body == request().json.encoded())
  }

  @Test func overloadAndLimitsAreTriedAgainAfterTheWaitThatIsAsked() async throws {
    let waits = Waits()
    let server = try ScriptedModel([
      .error(529, "overloaded_error", headers: [("retry-after", "1")]),
      .error(429, "rate_limit_error", headers: [("retry-after-ms", "250")]),
      .answer([ScriptedModel.text("Done.")], stop: "end_turn"),
    ]).server()
    #expect(try await client(server, waits).turn(request()).text == "Done.")
    #expect(waits.all.withLock { $0 } == [.seconds(1), .milliseconds(250)])
  }

  @Test func noMoreThanTwoMoreTries() async throws {
    let waits = Waits()
    let server = try ScriptedModel([.error(529, "overloaded_error")]).server()
    await #expect(throws: MessagesFailure.self) { try await client(server, waits).turn(request()) }
    #expect(server.received.count == 3)
    #expect(waits.all.withLock { $0 } == [.milliseconds(500), .seconds(1)])
  }

  @Test(arguments: [
    (400, "invalid_request_error"), (401, "authentication_error"), (402, "billing_error"), (403, "permission_error"),
    (404, "not_found_error"), (413, "request_too_large"),
  ])
  func whatWillNotPassIsNotTriedAgain(status: Int, kind: String) async throws {
    let server = try ScriptedModel([.error(status, kind)]).server()
    let failure = await #expect(throws: MessagesFailure.self) { try await client(server).turn(request()) }
    #expect(server.received.count == 1)
    let words = failure?.words ?? ""
    #expect(words.contains(kind) && words.contains("req_refused") && !words.contains("dummy-key"))
  }

  @Test func theServerMayForbidAnotherTry() async throws {
    let server = try ScriptedModel([.error(529, "overloaded_error", headers: [("x-should-retry", "false")])]).server()
    await #expect(throws: MessagesFailure.self) { try await client(server).turn(request()) }
    #expect(server.received.count == 1)
  }

  @Test func aConnectionThatBreaksOffIsTriedAgain() async throws {
    let server = try ScriptedModel([
      .broken([ScriptedModel.text("Half of an answer.")], after: 5),
      .answer([ScriptedModel.text("All of it.")], stop: "end_turn"),
    ]).server()
    #expect(try await client(server).turn(request()).text == "All of it.")
    #expect(server.received.count == 2)
  }

  @Test func anErrorAfterTheBeginningIsAnError() async throws {
    let passing = try ScriptedModel([
      .lateError("overloaded_error"), .answer([ScriptedModel.text("Now.")], stop: "end_turn"),
    ]).server()
    #expect(try await client(passing).turn(request()).text == "Now.")
    let lasting = try ScriptedModel([.lateError("invalid_request_error")]).server()
    await #expect(throws: MessagesFailure.self) { try await client(lasting).turn(request()) }
    #expect(lasting.received.count == 1)
  }

  @Test(arguments: [
    "data: {oops\n\n", "event: x\r\ndata: []\r\n\r\n", "", "<html>", "data: {\"type\":\"message_stop\"}\n\n",
  ])
  func anythingElseIsAFailureAndNotACrash(text: String) async throws {
    let server = try ScriptedModel([.raw(text)]).server()
    await #expect(throws: MessagesFailure.self) { try await client(server).turn(request()) }
  }

  @Test func nobodyThereIsAFailureInWords() async throws {
    let server = try ScriptedModel([.raw("")]).server()
    server.stop()
    let failure = await #expect(throws: MessagesFailure.self) { try await client(server).turn(request()) }
    #expect(failure?.words.hasPrefix("the connection failed") == true)
  }

  @Test func aRedirectIsNotFollowed() async throws {
    let server = try ScriptedModel([.error(307, "api_error", headers: [("location", "http://127.0.0.1:1/")])]).server()
    await #expect(throws: MessagesFailure.self) { try await client(server).turn(request()) }
    #expect(server.received.count == 1)
  }

  @Test(arguments: [
    ("https://api.anthropic.com", true), ("http://127.0.0.1:8080", true), ("http://localhost", true),
    ("http://[::1]:9", true), ("http://api.anthropic.com", false), ("http://127.0.0.1.example.com", false),
    ("http://localhost@example.com", false), ("ftp://localhost", false), ("", false), ("https://", false),
  ])
  func keysGoOnlyWhereNobodyListensIn(base: String, isSafe: Bool) {
    #expect(MessagesClient.isSafe(base) == isSafe)
  }

  @Test func datesOfServersAreRead() {
    #expect(RetryPolicy.moment("Thu, 01 Jan 1970 00:00:10 GMT") == 10)
    #expect(RetryPolicy.moment("Wed, 21 Oct 2026 07:28:00 GMT") == 1_792_567_680)
    #expect(RetryPolicy.moment("tomorrow") == nil)
    #expect(
      RetryPolicy.asked(["retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"], now: 1_792_567_670) == .seconds(10))
  }
}
