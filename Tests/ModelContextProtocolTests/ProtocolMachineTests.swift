import Diagnostics
import Testing

@testable import ModelContextProtocol

/// What single lines are answered with, in both eras.
@Suite struct ProtocolMachineTests {
  static let server = ProtocolMachine.Server(name: "test", title: "Test", version: "1", instructions: "Read.")
  static let envelope =
    #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}"#

  private var machine = ProtocolMachine(ProtocolMachineTests.server)

  private mutating func answer(_ line: String) throws -> JSONValue {
    guard case .answer(let bytes) = machine.receive(Array(line.utf8)) else {
      Issue.record("no answer to \(line)")
      return .null
    }
    #expect(!bytes.contains(0x0A))
    return try JSONValue(reading: bytes)
  }

  @Test(arguments: [
    ("{oops", -32700), ("[]", -32600), ("7", -32600), (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32600), (#"{"id":1,"method":"ping"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1}"#, -32600), (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":[]}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"initialize"}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"no/such","params":{\#(envelope)}}"#, -32601),
    (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":{\#(envelope)}}"#, -32601),
    (#"{"jsonrpc":"2.0","id":1,"method":"resources/subscribe","params":{\#(envelope)}}"#, -32601),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}"#,
      -32602
    ),
  ])
  mutating func refuses(line: String, code: Int) throws {
    #expect(try answer(line)["error"]?["code"]?.integer == code)
  }

  @Test(arguments: [
    "", "  ", "\r", "{}", #"{"jsonrpc":"2.0","method":"no/such"}"#, #"{"jsonrpc":"2.0","method":7}"#,
    #"{"jsonrpc":"2.0","id":1,"result":{}}"#, #"{"jsonrpc":"2.0","id":1,"error":{}}"#,
    #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
    #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":9}}"#,
  ])
  mutating func saysNothingTo(line: String) {
    #expect(machine.receive(Array(line.utf8)) == .nothing)
  }

  @Test mutating func negotiatesVersionsThatHaveAHandshake() throws {
    for (wanted, given) in [
      ("2025-11-25", "2025-11-25"), ("2024-11-05", "2024-11-05"), ("2026-07-28", "2025-11-25"), ("1.0", "2025-11-25"),
    ] {
      let line = #"{"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":"\#(wanted)"}}"#
      let result = try answer(line)["result"]
      #expect(result?["protocolVersion"]?.text == given)
      #expect(result?["instructions"]?.text == "Read.")
      #expect(result?["resultType"] == nil)
    }
    #expect(try answer(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#)["result"] == .object([]))
    #expect(try answer(#"{"jsonrpc":"2.0","id":1,"method":"server/discover"}"#)["error"]?["code"]?.integer == -32601)
  }

  @Test mutating func tellsTheErasApartByMessage() throws {
    let modern = #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{\#(Self.envelope)}}"#
    _ = try answer(#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#)
    guard case .begin(let first) = machine.receive(Array(modern.utf8)),
      case .begin(let second) = machine.receive(Array(#"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#.utf8))
    else {
      Issue.record("both are requests")
      return
    }
    #expect((first.era, second.era) == (.modern, .legacy))
    let discovered = try answer(#"{"jsonrpc":"2.0","id":3,"method":"server/discover","params":{\#(Self.envelope)}}"#)
    #expect(discovered["result"]?["resultType"]?.text == "complete")
    #expect(discovered["result"]?["ttlMs"]?.integer == 0)
  }

  @Test mutating func refusesOtherVersionsWithThoseItKnows() throws {
    let line =
      #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"1999-01-01","io.modelcontextprotocol/clientCapabilities":{}}}}"#
    let error = try answer(line)["error"]
    #expect(error?["code"]?.integer == -32022)
    #expect(error?["data"]?["requested"]?.text == "1999-01-01")
    #expect(error?["data"]?["supported"]?.items == [.string("2026-07-28")])
  }

  @Test(arguments: ["7", "\"7\"", "0", "-3", "123456789012345678901234567890", "\"ä\\u0001\""])
  mutating func echoesIdsAsTheyCame(id: String) throws {
    let step = machine.receive(
      Array(#"{"jsonrpc":"2.0","id":\#(id),"method":"tools/list","params":{\#(Self.envelope)}}"#.utf8))
    guard case .begin(let request) = step else {
      Issue.record("it is a request")
      return
    }
    let first = machine.finish(request.id, .success(.object([])))
    let second = machine.finish(request.id, .success(.object([])))
    let line = try #require(first)
    let (echoed, sent) = (try JSONValue(reading: line)["id"], try JSONValue(reading: id.utf8))
    #expect(echoed == sent)
    #expect(second == nil)
  }

  @Test mutating func cancelledRequestsGetNoAnswer() throws {
    let step = machine.receive(
      Array(#"{"jsonrpc":"2.0","id":4,"method":"tools/list","params":{\#(Self.envelope)}}"#.utf8))
    guard case .begin(let request) = step else {
      Issue.record("it is a request")
      return
    }
    let again = try answer(#"{"jsonrpc":"2.0","id":4,"method":"tools/list","params":{\#(Self.envelope)}}"#)
    #expect(again["error"]?["code"]?.integer == -32600)
    let cancel = #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":4}}"#
    let cancelled = machine.receive(Array(cancel.utf8))
    let answer = machine.finish(request.id, .success(.object([])))
    let repeated = machine.receive(Array(cancel.utf8))
    #expect(cancelled == .cancel(request.id))
    #expect(answer == nil)
    #expect(repeated == .nothing)
  }

  @Test mutating func subscriptionsStayOpenUntilTheEnd() throws {
    let line =
      #"{"jsonrpc":"2.0","id":"s","method":"subscriptions/listen","params":{\#(Self.envelope),"notifications":{"toolsListChanged":true}}}"#
    let notice = try answer(line)
    #expect(notice["method"]?.text == "notifications/subscriptions/acknowledged")
    #expect(notice["id"] == nil)
    let last = machine.end()
    #expect(last.count == 1)
    #expect(try JSONValue(reading: last[0])["id"]?.text == "s")
    let rest = machine.end()
    #expect(rest.isEmpty)
  }
}

/// How bytes become lines.
@Suite struct LineSplitterTests {
  @Test(arguments: [1, 2, 3, 7, 100])
  func piecesOfAnySizeGiveTheSameLines(size: Int) {
    var splitter = LineSplitter(limit: 10)
    let bytes = Array("one\r\n\ntwo\n12345678901\n1234567890\nrest".utf8)
    var lines: [LineSplitter.Line] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      lines += splitter.feed(Array(bytes[start..<min(bytes.count, start + size)]))
    }
    let last = splitter.end()
    let expected: [LineSplitter.Line] = [
      .text(Array("one".utf8)), .text([]), .text(Array("two".utf8)), .tooLong, .text(Array("1234567890".utf8)),
    ]
    #expect(lines == expected)
    #expect(last == .text(Array("rest".utf8)))
    let after = splitter.end()
    #expect(after == nil)
  }
}
