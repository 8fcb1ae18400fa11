internal import Diagnostics

/// Puts an answer together from the events of its stream.
struct TurnAssembly: Sendable {
  /// A block that is still growing.
  private struct Growing {
    var block: JSONValue
    var text = ""
    var thinking = ""
    var signature = ""
    var json = ""
    var citations: [JSONValue] = []
  }

  private var blocks: [Int: Growing] = [:]
  private var done: [Int: JSONValue] = [:]
  private var usage = TokenUsage()
  private var stop: StopReason?
  private var details: String?
  private var model = ""
  private let requestID: String?
  /// Whether the last event came.
  private(set) var isComplete = false

  init(requestID: String?) {
    self.requestID = requestID
  }

  /// Takes in the data of an event; types that nobody knows are left alone.
  mutating func take(_ data: [UInt8]) throws(MessagesFailure) {
    let event: JSONValue
    do throws(JSONError) {
      event = try JSONValue(reading: data)
    } catch {
      throw .unreadable("an event is no JSON")
    }
    switch event["type"]?.text {
    case "message_start":
      model = event["message"]?["model"]?.text ?? ""
      usage.take(event["message"]?["usage"])
    case "content_block_start":
      if let index = event["index"]?.integer, let block = event["content_block"] {
        blocks[index] = Growing(block: block, text: block["text"]?.text ?? "")
      }
    case "content_block_delta":
      if let index = event["index"]?.integer, let delta = event["delta"] { grow(index, delta) }
    case "content_block_stop":
      if let index = event["index"]?.integer { try finish(index) }
    case "message_delta":
      if let delta = event["delta"] {
        if let reason = delta["stop_reason"], reason != .null { stop = StopReason(reason.text) }
        details = Self.details(delta["stop_details"]) ?? details
      }
      usage.take(event["usage"])
    case "message_stop": isComplete = true
    case "error": throw MessagesFailure(event: event, requestID: requestID)
    default: break
    }
  }

  /// The answer, once its last event came.
  var turn: ModelTurn? {
    guard isComplete, let stop else { return nil }
    let content = done.keys.sorted().compactMap { done[$0] }
    return ModelTurn(content: content, stop: stop, details: details, usage: usage, model: model)
  }

  private mutating func grow(_ index: Int, _ delta: JSONValue) {
    switch delta["type"]?.text {
    case "text_delta": blocks[index]?.text += delta["text"]?.text ?? ""
    case "input_json_delta": blocks[index]?.json += delta["partial_json"]?.text ?? ""
    case "thinking_delta": blocks[index]?.thinking += delta["thinking"]?.text ?? ""
    case "signature_delta": blocks[index]?.signature += delta["signature"]?.text ?? ""
    case "citations_delta": if let citation = delta["citation"] { blocks[index]?.citations.append(citation) }
    default: break
    }
  }

  private mutating func finish(_ index: Int) throws(MessagesFailure) {
    guard let growing = blocks.removeValue(forKey: index) else { return }
    var block = growing.block
    switch block["type"]?.text {
    case "text":
      block = block.setting("text", .string(growing.text))
      if !growing.citations.isEmpty { block = block.setting("citations", .array(growing.citations)) }
    case "thinking":
      block = block.setting("thinking", .string((block["thinking"]?.text ?? "") + growing.thinking))
      if !growing.signature.isEmpty { block = block.setting("signature", .string(growing.signature)) }
    case "tool_use", "server_tool_use":
      if !growing.json.isEmpty {
        guard let input = try? JSONValue(reading: growing.json.utf8) else {
          throw .unreadable("the input of a tool is no JSON")
        }
        block = block.setting("input", input)
      }
    default: break
    }
    done[index] = block
  }

  private static func details(_ value: JSONValue?) -> String? {
    guard let value, value != .null else { return nil }
    let text = value.text ?? value["explanation"]?.text ?? value["category"]?.text ?? value["type"]?.text
    return text.map { MessagesFailure.line($0, 200) }
  }
}

extension JSONValue {
  /// The object with a member in its place, or at the end.
  func setting(_ name: String, _ value: JSONValue) -> JSONValue {
    guard case .object(var members) = self else { return self }
    if let place = members.firstIndex(where: { $0.name == name }) {
      members[place].value = value
    } else {
      members.append(Member(name, value))
    }
    return .object(members)
  }
}
