package import Diagnostics

/// Plays a model behind the Messages API: the documented answers and the documented faults, step by step.
package struct ScriptedModel: Sendable {
  /// What one request is answered with.
  package enum Step: Sendable {
    /// An answer of these blocks, streamed in small pieces.
    case answer([JSONValue], stop: String)
    /// A refusal with an error body.
    case error(Int, String, headers: [(name: String, value: String)] = [])
    /// An answer that ends with the connection, after so many pieces.
    case broken([JSONValue], after: Int)
    /// An error event after everything seemed fine.
    case lateError(String)
    /// These bytes as they are, with status 200.
    case raw(String)
  }

  private let steps: [Step]

  /// A model that takes these steps, and repeats the last one.
  package init(_ steps: [Step]) {
    self.steps = steps
  }

  /// A loopback server that plays it.
  package func server() throws -> LoopbackServer {
    try LoopbackServer { request, count in reply(request, count) }
  }

  private func reply(_ request: LoopbackServer.Received, _ count: Int) -> LoopbackServer.Reply {
    let body = try? JSONValue(reading: request.body)
    let isSampled = ["temperature", "top_p", "top_k"].contains { body?[$0] != nil }
    if request.headers["authorization"]?.hasPrefix("Bearer ") != true {
      return Self.error(401, "authentication_error", [])
    }
    if request.headers["anthropic-version"] == nil || isSampled || body?["stream"] != .bool(true) {
      return Self.error(400, "invalid_request_error", [])
    }
    switch steps[min(count, steps.count - 1)] {
    case .answer(let blocks, let stop):
      return LoopbackServer.Reply(
        200, headers: [("content-type", "text/event-stream"), ("request-id", "req_\(count)")],
        pieces: Self.events(blocks, stop: stop).map { Array($0.utf8) })
    case .error(let status, let kind, let headers): return Self.error(status, kind, headers)
    case .broken(let blocks, let pieces):
      return LoopbackServer.Reply(
        200, pieces: Self.events(blocks, stop: "end_turn").prefix(pieces).map { Array($0.utf8) }, breaksOff: true)
    case .lateError(let kind):
      let begin = Self.events([], stop: "end_turn")[0]
      let error = Self.event("error", .members(("type", .string("error")), ("error", Self.problem(kind))))
      return LoopbackServer.Reply(200, pieces: [begin, error].map { Array($0.utf8) })
    case .raw(let text): return LoopbackServer.Reply(200, pieces: [Array(text.utf8)])
    }
  }

  private static func error(
    _ status: Int, _ kind: String, _ headers: [(name: String, value: String)]
  ) -> LoopbackServer.Reply {
    let body = JSONValue.members(
      ("type", .string("error")), ("error", problem(kind)), ("request_id", .string("req_refused")))
    return LoopbackServer.Reply(status, headers: headers, pieces: [body.encoded()])
  }

  private static func problem(_ kind: String) -> JSONValue {
    .members(("type", .string(kind)), ("message", .string("The server says \(kind).")))
  }

  /// Text in pieces of seven characters, input of tools in pieces of five, a ping and things that nobody knows between.
  private static func events(_ blocks: [JSONValue], stop: String) -> [String] {
    var events = [
      event(
        "message_start",
        .members(
          ("type", .string("message_start")),
          (
            "message",
            .members(
              ("id", .string("msg_1")), ("type", .string("message")), ("role", .string("assistant")),
              ("model", .string("claude-sonnet-5-5")), ("content", .array([])),
              ("usage", .members(("input_tokens", .integer(400)), ("output_tokens", .integer(1)))))
          ))), event("ping", .members(("type", .string("ping")))),
      event("weather", .members(("type", .string("weather")), ("sky", .string("blue")))),
    ]
    for (index, block) in blocks.enumerated() {
      let type = block["type"]?.text ?? ""
      let (text, input) = (block["text"]?.text, block["input"].map { String(decoding: $0.encoded(), as: UTF8.self) })
      var start = block
      if case .object(let members) = block {
        start = .object(
          members.map { member in
            switch member.name {
            case "text": JSONValue.Member("text", .string(""))
            case "input": JSONValue.Member("input", .object([]))
            default: member
            }
          })
      }
      let number: (String, JSONValue?) = ("index", .integer(index))
      events.append(
        event(
          "content_block_start",
          .members(("type", .string("content_block_start")), number, ("content_block", start))))
      let (name, words, size) =
        type == "text" ? ("text_delta", text ?? "", 7) : ("input_json_delta", input ?? "", 5)
      var rest = words[...]
      while !rest.isEmpty {
        let delta = JSONValue.members(
          ("type", .string(name)), (type == "text" ? "text" : "partial_json", .string(String(rest.prefix(size)))))
        events.append(
          event(
            "content_block_delta", .members(("type", .string("content_block_delta")), number, ("delta", delta))))
        rest = rest.dropFirst(size)
      }
      events.append(event("content_block_stop", .members(("type", .string("content_block_stop")), number)))
    }
    events.append(
      event(
        "message_delta",
        .members(
          ("type", .string("message_delta")), ("delta", .members(("stop_reason", .string(stop)))),
          ("usage", .members(("output_tokens", .integer(39)))))))
    events.append(event("message_stop", .members(("type", .string("message_stop")))))
    return events
  }

  private static func event(_ name: String, _ data: JSONValue) -> String {
    "event: \(name)\ndata: \(String(decoding: data.encoded(), as: UTF8.self))\n\n"
  }

  /// A text block.
  package static func text(_ text: String) -> JSONValue {
    .members(("type", .string("text")), ("text", .string(text)))
  }

  /// A wish for a tool.
  package static func use(_ name: String, _ input: JSONValue, id: String = "toolu_1") -> JSONValue {
    .members(("type", .string("tool_use")), ("id", .string(id)), ("name", .string(name)), ("input", input))
  }
}
