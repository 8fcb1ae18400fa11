internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import WorkspaceModel

/// What a `fieldbook://` address stands for.
enum ResourceAddress: Hashable, Sendable {
  case workspace
  case context(customer: String, tier: ContextTemplate.Tier)
  case interaction(customer: String, name: String)
  /// "customer/deal".
  case deal(String)
  case report(level: String, name: String)
  case trigger(String)
  case agent(String)
  /// A path below `sales-toolkit`.
  case toolkit(String)

  static let scheme = "fieldbook://"

  /// Reads an address; nil for anything that could lead out of the workspace or that nobody offers.
  init?(_ uri: String) {
    guard uri.hasPrefix(Self.scheme), uri.utf8.count < 1000,
      let decoded = Self.decoded(uri.dropFirst(Self.scheme.utf8.count))
    else { return nil }
    let parts = decoded.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy(Self.isSafe) else { return nil }
    switch (parts.first, parts.count) {
    case ("workspace", 1): self = .workspace
    case ("customers", 4) where parts[2] == "context":
      guard let tier = ContextTemplate.Tier(rawValue: parts[3]) else { return nil }
      self = .context(customer: parts[1], tier: tier)
    case ("customers", 4) where parts[2] == "interactions":
      self = .interaction(customer: parts[1], name: parts[3])
    case ("deals", 3): self = .deal("\(parts[1])/\(parts[2])")
    case ("deals", 2): self = .deal(parts[1])
    case ("reports", 3): self = .report(level: parts[1], name: parts[2])
    case ("triggers", 2): self = .trigger(parts[1])
    case ("agents", 2): self = .agent(parts[1])
    case ("toolkit", 2...6): self = .toolkit(parts.dropFirst().joined(separator: "/"))
    default: return nil
    }
  }

  /// The address of a record; nil for one that is not offered by itself.
  init?(_ path: RepoPath, _ view: WorkspaceView) {
    let parts = path.components.map { String(decoding: $0, as: UTF8.self) }
    let stem = path.stem
    switch parts.first {
    case "customers" where parts.count == 4 && parts[2] == "interactions":
      self = .interaction(customer: parts[1], name: stem)
    case "customers" where parts.count == 4 && parts[2] == "deals": self = .deal("\(parts[1])/\(stem)")
    case "customers" where parts.count >= 3 && view.packs.customer(parts[1]) != nil:
      self = .context(customer: parts[1], tier: .compact)
    case "sales-toolkit" where parts.count >= 2:
      self = .toolkit((parts.dropFirst().dropLast() + [stem]).joined(separator: "/"))
    case "reporting" where parts.count == 4 && parts[2] == "alerts": self = .trigger(stem)
    case "reporting" where parts.count == 3: self = .report(level: parts[1], name: stem)
    case ".claude": self = .agent(stem)
    default: return nil
    }
  }

  /// The address as text.
  var uri: String {
    let path =
      switch self {
      case .workspace: "workspace"
      case .context(let customer, let tier): "customers/\(customer)/context/\(tier.rawValue)"
      case .interaction(let customer, let name): "customers/\(customer)/interactions/\(name)"
      case .deal(let id): "deals/\(id)"
      case .report(let level, let name): "reports/\(level)/\(name)"
      case .trigger(let name): "triggers/\(name)"
      case .agent(let name): "agents/\(name)"
      case .toolkit(let path): "toolkit/\(path)"
      }
    return Self.scheme + Self.encoded(path)
  }

  /// Neither the folder above, nor hidden, nor of signs that no name has.
  private static func isSafe(_ part: String) -> Bool {
    !part.isEmpty && !part.hasPrefix(".") && !part.hasPrefix("-")
      && !part.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
  }

  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        // A slash within a name is no slash.
        value != UInt8(ascii: "/"), value != 0
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func encoded(_ path: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
      case _ where "-._~/".utf8.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
