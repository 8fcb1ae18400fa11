import Diagnostics
import Synchronization
import Testing

@testable import ModelContextProtocol

/// Features that do what a test needs: a tool `echo`, a tool `wait` that never ends, a tool `fail`.
private struct TestFeatures: MCPFeatures {
  func tools() async throws -> [JSONValue] { [.members(("name", .string("echo")))] }

  func call(
    _ tool: String, _ arguments: JSONValue, progress: @escaping @Sendable (Int, Int?) -> Void
  ) async throws -> ToolResult {
    switch tool {
    case "echo": return .data(arguments)
    case "wait":
      try await Task.sleep(for: .seconds(600))
      return .text("late")
    case "fail":
      struct Odd: Error {}
      throw Odd()
    default: throw MCPError.invalidParameters("There is no such tool.")
    }
  }

  func resources(cursor: String?) async throws -> FeaturePage { FeaturePage([], nextCursor: nil) }
  func templates() async throws -> [JSONValue] { [] }
  func read(_ uri: String) async throws -> [JSONValue]? { nil }
  func prompts() async throws -> [JSONValue] { [] }
  func prompt(
    _ name: String, _ arguments: [String: String]
  ) async throws -> (messages: [JSONValue], description: String) {
    throw MCPError.invalidParameters("There is no such prompt.")
  }
  func complete(
    _ reference: CompletionReference, argument: String, value: String, given: [String: String]
  ) async throws -> CompletionValues? { nil }
}

/// A session of many requests at once.
@Suite struct SessionTests {
  /// Lines that a session wrote.
  private final class Written: Sendable {
    let lines = Mutex<[[UInt8]]>([])

    func json() throws -> [JSONValue] { try lines.withLock { try $0.map { try JSONValue(reading: $0) } } }
  }

  private let written = Written()

  private func session(limit: Int = 1024) -> MCPSession {
    let server = ProtocolMachineTests.server
    return MCPSession(ProtocolMachine(server), Dispatcher(TestFeatures(), server), limit: limit) { [written] line in
      written.lines.withLock { $0.append(line) }
    }
  }

  private func send(_ session: MCPSession, _ method: String, _ id: Int, _ params: String = "") async {
    let rest = params.isEmpty ? "" : ",\(params)"
    let line =
      #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":{\#(ProtocolMachineTests.envelope)\#(rest)}}"#
    await session.receive(.text(Array(line.utf8)), longest: 1000)
  }

  private func settle(_ session: MCPSession, _ open: Int) async throws {
    for _ in 0..<2000 where await session.openCount > open { try await Task.sleep(for: .milliseconds(1)) }
    #expect(await session.openCount == open)
  }

  @Test func everyRequestIsAnsweredOnce() async throws {
    let session = session()
    for id in 0..<500 { await send(session, "tools/call", id, #""name":"echo","arguments":{"n":\#(id)}"#) }
    try await settle(session, 0)
    let answers = try written.json()
    #expect(Set(answers.compactMap { $0["id"]?.integer }) == Set(0..<500))
    #expect(answers.count == 500)
    for answer in answers { #expect(answer["result"]?["structuredContent"]?["n"] == answer["id"]) }
  }

  @Test func cancelledCallsAreNeverAnswered() async throws {
    let session = session()
    await send(session, "tools/call", 1, #""name":"wait""#)
    await session.receive(
      .text(Array(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#.utf8)),
      longest: 1000)
    try await settle(session, 0)
    await send(session, "tools/call", 1, #""name":"echo""#)
    try await settle(session, 0)
    #expect(try written.json().count == 1)
  }

  @Test func floodsAreRefusedAndTheRestIsServed() async throws {
    let session = session(limit: 4)
    for id in 0..<10 { await send(session, "tools/call", id, #""name":"wait""#) }
    #expect(await session.openCount == 4)
    let refused = try written.json()
    #expect(refused.count == 6)
    #expect(refused.allSatisfy { $0["error"]?["code"]?.integer == -32603 })
    await session.end()
    #expect(await session.openCount == 0)
    #expect(try written.json().count == 6)
  }

  @Test func mistakesOfOursAreErrorsWithoutDetails() async throws {
    let session = session()
    await send(session, "tools/call", 1, #""name":"fail""#)
    await send(session, "tools/call", 2, #""name":"none""#)
    await send(session, "tools/call", 3, #""name":"echo","arguments":[]"#)
    await send(session, "resources/read", 4, #""uri":"x:y""#)
    await session.receive(.tooLong, longest: 1000)
    try await settle(session, 0)
    let codes = try written.json().map { ($0["id"]?.integer, $0["error"]?["code"]?.integer) }
    for (id, code) in [(1, -32603), (2, -32602), (3, -32602), (4, -32602), (nil, -32600)] as [(Int?, Int?)] {
      #expect(codes.contains { $0 == (id, code) })
    }
  }
}
