internal import Diagnostics

/// What the features of a server are asked for.
enum MCPMethod: String {
  case listTools = "tools/list"
  case callTool = "tools/call"
  case listResources = "resources/list"
  case listTemplates = "resources/templates/list"
  case readResource = "resources/read"
  case listPrompts = "prompts/list"
  case getPrompt = "prompts/get"
  case complete = "completion/complete"
}

/// What modern answers have around what both eras tell.
enum ResultEnvelope {
  private static let cached: Set<String> = [
    "server/discover", "tools/list", "resources/list", "resources/templates/list", "resources/read", "prompts/list",
  ]

  static func modern(_ result: JSONValue, method: String, server: ProtocolMachine.Server) -> JSONValue {
    guard case .object(let own) = result else { return result }
    var members = [JSONValue.Member("resultType", .string("complete"))] + own.filter { $0.name != "_meta" }
    if cached.contains(method) {
      // The workspace may move with any commit, and what is told is for one audience.
      members.append(.init("ttlMs", .integer(0)))
      members.append(.init("cacheScope", .string("private")))
    }
    var meta: [JSONValue.Member] = []
    if case .object(let given)? = result["_meta"] { meta = given }
    meta.append(
      .init(MetaKey.server, .members(("name", .string(server.name)), ("version", .string(server.version)))))
    members.append(.init("_meta", .object(meta)))
    return .object(members)
  }
}
