internal import Diagnostics

/// The two ways in which clients speak; told for each message, since clients mix them.
package enum ProtocolEra: Sendable, Hashable {
  /// 2025-11-25 and before: a handshake, then plain requests.
  case legacy
  /// 2026-07-28: each request says what it speaks.
  case modern
}

/// Versions of the protocol.
enum ProtocolVersion {
  static let modern = "2026-07-28"
  /// The newest first.
  static let legacy = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]

  /// What a handshake is answered with: the version that was asked for, else the newest that has a handshake.
  static func negotiated(_ wanted: String) -> String { legacy.contains(wanted) ? wanted : legacy[0] }
}

/// Members of `_meta` that belong to the protocol.
enum MetaKey {
  static let prefix = "io.modelcontextprotocol/"
  static let version = prefix + "protocolVersion"
  static let capabilities = prefix + "clientCapabilities"
  static let server = prefix + "serverInfo"
  static let subscription = prefix + "subscriptionId"
}
