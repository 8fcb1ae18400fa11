package import Diagnostics

/// Answers requests with the features of a server, in the shape of the request's era.
package struct Dispatcher: Sendable {
  private let features: any MCPFeatures
  private let server: ProtocolMachine.Server

  /// A dispatcher for some features.
  package init(_ features: any MCPFeatures, _ server: ProtocolMachine.Server) {
    (self.features, self.server) = (features, server)
  }

  /// The result of a request or why there is none; never throws, so that one request cannot end the others.
  package func answer(
    _ request: MCPRequest, progress: @escaping @Sendable (Int, Int?) -> Void = { _, _ in }
  ) async -> Result<JSONValue, MCPError> {
    do {
      let result = try await result(request, progress)
      switch request.era {
      case .legacy: return .success(result)
      case .modern: return .success(ResultEnvelope.modern(result, method: request.method, server: server))
      }
    } catch let error as MCPError {
      return .failure(error)
    } catch {
      return .failure(.failure("The request could not be answered."))
    }
  }

  private func result(
    _ request: MCPRequest, _ progress: @escaping @Sendable (Int, Int?) -> Void
  ) async throws -> JSONValue {
    let params = request.params
    switch MCPMethod(rawValue: request.method) {
    case .listTools:
      try expectEnd(params)
      return .members(("tools", .array(try await features.tools())))
    case .callTool:
      let name = try text(params, "name")
      let arguments = params["arguments"] ?? .object([])
      guard case .object = arguments else { throw MCPError.invalidParameters("arguments have to be an object.") }
      return try await features.call(name, arguments, progress: progress).json
    case .listResources:
      let page = try await features.resources(cursor: cursor(params))
      return .members(("resources", .array(page.items)), ("nextCursor", page.nextCursor.map(JSONValue.string)))
    case .listTemplates:
      try expectEnd(params)
      return .members(("resourceTemplates", .array(try await features.templates())))
    case .readResource:
      let uri = try text(params, "uri")
      guard let contents = try await features.read(uri), !contents.isEmpty else {
        let code = request.era == .legacy ? -32002 : -32602
        throw MCPError(code, "There is no such resource.", data: .members(("uri", .string(uri))))
      }
      return .members(("contents", .array(contents)))
    case .listPrompts:
      try expectEnd(params)
      return .members(("prompts", .array(try await features.prompts())))
    case .getPrompt:
      let prompt = try await features.prompt(try text(params, "name"), try texts(params["arguments"]))
      return .members(("description", .string(prompt.description)), ("messages", .array(prompt.messages)))
    case .complete: return try await complete(params)
    case nil: throw MCPError.unknownMethod(request.method)
    }
  }

  private func complete(_ params: JSONValue) async throws -> JSONValue {
    guard let reference = Self.reference(params["ref"]) else {
      throw MCPError.invalidParameters("ref has to be a ref/prompt with a name or a ref/resource with a uri.")
    }
    guard let argument = params["argument"]?["name"]?.text, let value = params["argument"]?["value"]?.text else {
      throw MCPError.invalidParameters("argument has to have a name and a value.")
    }
    let given = try texts(params["context"]?["arguments"])
    guard let found = try await features.complete(reference, argument: argument, value: value, given: given) else {
      throw MCPError.invalidParameters("There is no such prompt or template.")
    }
    return .members(
      (
        "completion",
        .members(
          ("values", .array(found.values.map(JSONValue.string))), ("total", .integer(found.total)),
          ("hasMore", .bool(found.total > found.values.count)))
      ))
  }

  private static func reference(_ value: JSONValue?) -> CompletionReference? {
    switch value?["type"]?.text {
    case "ref/prompt": value?["name"]?.text.map(CompletionReference.prompt)
    case "ref/resource": value?["uri"]?.text.map(CompletionReference.template)
    default: nil
    }
  }

  private func cursor(_ params: JSONValue) throws -> String? {
    guard let cursor = params["cursor"], cursor != .null else { return nil }
    guard let text = cursor.text else { throw MCPError.invalidParameters("cursor has to be a text.") }
    return text
  }

  /// Lists of one page have no second one to ask for.
  private func expectEnd(_ params: JSONValue) throws {
    if try cursor(params) != nil { throw MCPError.invalidParameters("The cursor expired; list again.") }
  }

  private func text(_ params: JSONValue, _ name: String) throws -> String {
    guard let text = params[name]?.text else { throw MCPError.invalidParameters("'\(name)' has to be a text.") }
    return text
  }

  private func texts(_ value: JSONValue?) throws -> [String: String] {
    guard let value, value != .null else { return [:] }
    guard case .object(let members) = value else { throw MCPError.invalidParameters("arguments have to be an object.") }
    var texts: [String: String] = [:]
    for member in members {
      guard let text = member.value.text else {
        throw MCPError.invalidParameters("The argument '\(member.name.prefix(80))' has to be a text.")
      }
      texts[member.name] = text
    }
    return texts
  }
}
