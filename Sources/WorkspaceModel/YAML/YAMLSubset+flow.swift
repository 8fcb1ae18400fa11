internal import Diagnostics

extension YAMLSubset {
  /// Whether a list or mapping in brackets begins here.
  var isFlowStart: Bool {
    index < bytes.count && (bytes[index] == UInt8(ascii: "[") || bytes[index] == UInt8(ascii: "{"))
  }

  /// The list or mapping in brackets that begins here and ends on this line; leaves the reader behind it.
  mutating func flow() throws(Beyond) -> YAMLNode {
    let start = place
    let isMapping = bytes[index] == UInt8(ascii: "{")
    let end = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    try open()
    index += 1
    var items: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
    var keys = YAMLSubsetKeys()
    while try !takes(end) {
      if isMapping {
        entries.append(try flowEntry(after: entries, &keys))
      } else {
        items.append(try flowValue())
      }
      skipSpaces()
      // A comma may also stand behind the last one.
      guard index < bytes.count, bytes[index] == end || bytes[index] == UInt8(ascii: ",") else { throw Beyond() }
      if bytes[index] != end { index += 1 }
    }
    return try close(isMapping ? .mapping(entries) : .sequence(items), start: start)
  }

  private mutating func flowEntry(
    after entries: [YAMLNode.Entry], _ keys: inout YAMLSubsetKeys
  ) throws(Beyond) -> YAMLNode.Entry {
    let keyStart = place
    let key = try key()
    guard keys.insert(key, after: entries) else { throw Beyond() }
    skipSpaces()
    guard index < bytes.count else { throw Beyond() }
    if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "}") {
      let absent = try node(.scalar("", isPlain: true), start: place)
      return YAMLNode.Entry(key: key, keyStart: keyStart, value: absent)
    }
    return YAMLNode.Entry(key: key, keyStart: keyStart, value: try flowValue())
  }

  private mutating func flowValue() throws(Beyond) -> YAMLNode {
    try isFlowStart ? flow() : isQuote ? quoted() : flowPlain()
  }

  /// Goes past spaces, and past a byte when it is the next one; line ends are for the general parser.
  private mutating func takes(_ byte: UInt8) throws(Beyond) -> Bool {
    skipSpaces()
    guard index < bytes.count, !isBreak(bytes[index]) else { throw Beyond() }
    guard bytes[index] == byte else { return false }
    index += 1
    return true
  }
}
