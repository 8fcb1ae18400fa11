package import Diagnostics

/// A request that somebody has to answer.
package struct MCPRequest: Sendable, Hashable {
  package var id: RequestID
  package var method: String
  /// Always an object.
  package var params: JSONValue
  package var era: ProtocolEra
  /// What progress is to be told under; nil when nobody asked.
  package var progressToken: JSONValue?
}

/// What a line asks the driver to do.
package enum MCPStep: Sendable, Hashable {
  case nothing
  /// Write these bytes, a line without its end.
  case answer([UInt8])
  /// Begin to work on it.
  case begin(MCPRequest)
  /// Stop working on it, and say no more of it.
  case cancel(RequestID)
}

/// Reads lines and decides what each one asks for; knows no clock, no disk and no stream.
package struct ProtocolMachine: Sendable {
  /// Who answers.
  package struct Server: Sendable {
    package var name: String
    package var title: String
    package var version: String
    /// What assistants read before anything else.
    package var instructions: String

    /// A server by its parts.
    package init(name: String, title: String, version: String, instructions: String) {
      (self.name, self.title, self.version, self.instructions) = (name, title, version, instructions)
    }
  }

  private let server: Server
  private var isLegacy = false
  private var open: Set<RequestID> = []
  private var subscriptions: [RequestID] = []

  /// A machine at the beginning of a connection.
  package init(_ server: Server) {
    self.server = server
  }

  /// Takes in a line without its end.
  package mutating func receive(_ line: [UInt8]) -> MCPStep {
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return .nothing }
    let message: JSONValue
    do throws(JSONError) {
      message = try JSONValue(reading: line)
    } catch {
      return refuse(nil, .parse("The line is no JSON: \(error.problem)."))
    }
    guard case .object = message else {
      return refuse(nil, .invalidRequest("A message is one JSON object; batches are not supported."))
    }
    guard let method = message["method"] else {
      // An answer to something that we never asked, or a notification without a name.
      if message["id"] == nil || message["result"] != nil || message["error"] != nil { return .nothing }
      return refuse(message["id"].flatMap(RequestID.init), .invalidRequest("The request names no method."))
    }
    guard let given = message["id"] else { return notification(method.text, message["params"]) }
    guard let id = RequestID(given) else {
      return refuse(nil, .invalidRequest("The id of a request is a text or a whole number."))
    }
    guard message["jsonrpc"]?.text == "2.0" else { return refuse(id, .invalidRequest("jsonrpc has to be '2.0'.")) }
    guard let method = method.text else { return refuse(id, .invalidRequest("The method has to be a text.")) }
    let params = message["params"] ?? .object([])
    guard case .object = params else { return refuse(id, .invalidParameters("params have to be an object.")) }
    if open.contains(id) { return refuse(id, .invalidRequest("A request of this id is still being answered.")) }
    do throws(MCPError) {
      return try dispatch(id, method, params)
    } catch {
      return refuse(id, error)
    }
  }

  /// A line that was too long to be kept.
  package func tooLong(limit: Int) -> MCPStep {
    refuse(nil, .invalidRequest("A message may have \(limit) bytes at most."))
  }

  /// The bytes of an answer; nil when the request was cancelled meanwhile.
  package mutating func finish(_ id: RequestID, _ outcome: Result<JSONValue, MCPError>) -> [UInt8]? {
    guard open.remove(id) != nil else { return nil }
    return switch outcome {
    case .success(let result): Self.line(("id", id.json), ("result", result))
    case .failure(let error): Self.line(("id", id.json), ("error", error.json))
    }
  }

  /// Tells how far a request is; nil when nobody asked or it is over.
  package func progress(_ request: MCPRequest, _ progress: Int, of total: Int?) -> [UInt8]? {
    guard open.contains(request.id), let token = request.progressToken else { return nil }
    return Self.notice(
      "notifications/progress",
      .members(
        ("progressToken", token), ("progress", .integer(progress)), ("total", total.map(JSONValue.integer))))
  }

  /// What is still owed when the stream ends: the answers of open subscriptions.
  package mutating func end() -> [[UInt8]] {
    let lines = subscriptions.map { id in
      Self.line(
        ("id", id.json),
        (
          "result",
          .members(("resultType", .string("complete")), ("_meta", .members((MetaKey.subscription, id.json))))
        ))
    }
    subscriptions = []
    open = []
    return lines
  }

  // MARK: Dispatch

  private mutating func dispatch(_ id: RequestID, _ method: String, _ params: JSONValue) throws(MCPError) -> MCPStep {
    if method == "initialize" { return try initialize(id, params) }
    let meta = params["_meta"]
    guard let version = meta?[MetaKey.version] else {
      if isLegacy { return try begin(id, method, params, .legacy) }
      if method == "ping" { return answer(id, .object([])) }
      throw .invalidParameters(
        "params._meta has to hold '\(MetaKey.version)' and '\(MetaKey.capabilities)', or 'initialize' has to come first."
      )
    }
    guard let version = version.text else {
      throw .invalidParameters("'\(MetaKey.version)' has to be a text.")
    }
    guard case .object? = meta?[MetaKey.capabilities] else {
      throw .invalidParameters("params._meta has to hold '\(MetaKey.capabilities)', an object.")
    }
    guard version == ProtocolVersion.modern else {
      throw MCPError(
        -32022, "The version of the protocol is not supported.",
        data: .members(("supported", .array([.string(ProtocolVersion.modern)])), ("requested", .string(version))))
    }
    return try begin(id, method, params, .modern)
  }

  private mutating func initialize(_ id: RequestID, _ params: JSONValue) throws(MCPError) -> MCPStep {
    guard let wanted = params["protocolVersion"]?.text else {
      throw .invalidParameters("initialize has to name a protocolVersion.")
    }
    isLegacy = true
    return answer(
      id,
      .members(
        ("protocolVersion", .string(ProtocolVersion.negotiated(wanted))), ("capabilities", Self.capabilities),
        (
          "serverInfo",
          .members(
            ("name", .string(server.name)), ("title", .string(server.title)), ("version", .string(server.version)))
        ), ("instructions", .string(server.instructions))))
  }

  private mutating func begin(
    _ id: RequestID, _ method: String, _ params: JSONValue, _ era: ProtocolEra
  ) throws(MCPError) -> MCPStep {
    switch (method, era) {
    case ("ping", .legacy): return answer(id, .object([]))
    case ("server/discover", .modern):
      return answer(
        id,
        ResultEnvelope.modern(
          .members(
            ("supportedVersions", .array([.string(ProtocolVersion.modern)])), ("capabilities", Self.capabilities),
            ("instructions", .string(server.instructions))), method: method, server: server))
    case ("subscriptions/listen", .modern): return try listen(id, params)
    case _ where MCPMethod(rawValue: method) != nil:
      open.insert(id)
      let token = params["_meta"]?["progressToken"]
      return .begin(
        MCPRequest(
          id: id, method: method, params: params, era: era,
          progressToken: token.flatMap { RequestID($0) == nil ? nil : $0 }))
    default: throw .unknownMethod(method)
    }
  }

  /// Nothing that we offer changes by itself, so no notice is honoured; the stream stays open all the same.
  private mutating func listen(_ id: RequestID, _ params: JSONValue) throws(MCPError) -> MCPStep {
    if let wanted = params["notifications"] {
      guard case .object = wanted else { throw .invalidParameters("notifications have to be an object.") }
    }
    open.insert(id)
    subscriptions.append(id)
    return .answer(
      Self.notice(
        "notifications/subscriptions/acknowledged",
        .members(("notifications", .object([])), ("_meta", .members((MetaKey.subscription, id.json))))))
  }

  private mutating func notification(_ method: String?, _ params: JSONValue?) -> MCPStep {
    guard method == "notifications/cancelled", let id = params?["requestId"].flatMap(RequestID.init),
      open.remove(id) != nil
    else { return .nothing }
    subscriptions.removeAll { $0 == id }
    return .cancel(id)
  }

  private func answer(_ id: RequestID, _ result: JSONValue) -> MCPStep {
    .answer(Self.line(("id", id.json), ("result", result)))
  }

  private func refuse(_ id: RequestID?, _ error: MCPError) -> MCPStep {
    .answer(Self.line(("id", id?.json ?? .null), ("error", error.json)))
  }

  private static let capabilities: JSONValue = .members(
    ("tools", .object([])), ("resources", .object([])), ("prompts", .object([])), ("completions", .object([])))

  private static func line(_ members: (String, JSONValue)...) -> [UInt8] {
    JSONValue.object([JSONValue.Member("jsonrpc", .string("2.0"))] + members.map { JSONValue.Member($0.0, $0.1) })
      .encoded()
  }

  private static func notice(_ method: String, _ params: JSONValue) -> [UInt8] {
    line(("method", .string(method)), ("params", params))
  }
}
