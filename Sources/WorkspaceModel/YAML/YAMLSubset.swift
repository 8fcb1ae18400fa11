internal import Diagnostics

/// Reads the plain subset of YAML in which front matter is written, many times faster than the general parser.
///
/// Whatever it reads comes out exactly as from the general parser, places included. All that it does not know, every
/// mistake among it, is left to that parser, so this reader has no messages: where libyaml's rules turn subtle, it
/// refuses. One pass over the bytes; a text is made once a scalar.
struct YAMLSubset {
  /// Why reading stops: the text is one for the general parser.
  struct Beyond: Error {}

  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  /// Where the current line begins, and its number in the file.
  var lineStart = 0
  var line: Int
  /// Where the first token of the current line stands, counted from 0; -1 behind the last line.
  var column = -1
  /// How many more lists and mappings may be open at once, and how many more nodes there may be.
  private var depthLeft: Int
  private var nodesLeft = YAMLComposer.nodeLimit

  private init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, depth: Int) {
    self.bytes = bytes
    line = firstLine
    depthLeft = depth
  }

  /// The document, or nil when it is one for the general parser.
  static func read(_ bytes: ArraySlice<UInt8>, firstLine: Int, depth: Int) -> YAMLNode? {
    bytes.withUnsafeBufferPointer { buffer in
      guard isPlainText(buffer) else { return nil }
      var reader = YAMLSubset(buffer, firstLine: firstLine, depth: depth)
      return try? reader.document()
    }
  }

  private mutating func document() throws(Beyond) -> YAMLNode {
    seekToken()
    guard column >= 0 else { throw Beyond() }
    let node = try block()
    guard column < 0 else { throw Beyond() }
    return node
  }

  /// The list or mapping that begins a line here; leaves the reader at the first token behind it.
  private mutating func block() throws(Beyond) -> YAMLNode {
    isItem ? try blockSequence() : try blockMapping()
  }

  private mutating func blockSequence() throws(Beyond) -> YAMLNode {
    let (start, own) = (place, column)
    var items: [YAMLNode] = []
    try open()
    repeat {
      index += 1
      items.append(try value(below: own, isKeyed: false))
    } while column == own && isItem
    return try close(.sequence(items), start: start)
  }

  private mutating func blockMapping() throws(Beyond) -> YAMLNode {
    let (start, own) = (place, column)
    var entries: [YAMLNode.Entry] = []
    entries.reserveCapacity(8)
    var keys = YAMLSubsetKeys()
    try open()
    repeat {
      let keyStart = place
      let key = try key()
      guard keys.insert(key, after: entries) else { throw Beyond() }
      entries.append(.init(key: key, keyStart: keyStart, value: try value(below: own, isKeyed: true)))
      // The dash of a misplaced item is no key.
    } while column == own
    return try close(.mapping(entries), start: start)
  }

  /// What stands behind a key's colon or an item's dash, there or on the lines below; leaves the reader at the first
  /// token behind it.
  private mutating func value(below parent: Int, isKeyed: Bool) throws(Beyond) -> YAMLNode {
    let absent = place
    skipSpaces()
    guard index < bytes.count, !isBreak(bytes[index]), bytes[index] != UInt8(ascii: "#") else {
      skipLine()
      seekToken()
      if column > parent || isKeyed && column == parent && isItem { return try block() }
      return try node(.scalar("", isPlain: true), start: absent)
    }
    if !isKeyed, keyEnd() != nil {
      column = index - lineStart
      return try blockMapping()
    }
    if bytes[index] == UInt8(ascii: "|") { return try literal(below: parent) }
    let node = try isFlowStart ? flow() : isQuote ? quoted() : plain()
    try finishLine()
    seekToken()
    return node
  }

  /// The key that begins here; leaves the reader behind its colon.
  mutating func key() throws(Beyond) -> String {
    guard let end = keyEnd() else { throw Beyond() }
    let key = text(index..<end)
    index = end + 1
    return key
  }

  /// Notes one more open list or mapping.
  mutating func open() throws(Beyond) {
    depthLeft -= 1
    guard depthLeft >= 0 else { throw Beyond() }
  }

  /// A finished list or mapping.
  mutating func close(_ content: YAMLNode.Content, start: SourcePosition) throws(Beyond) -> YAMLNode {
    depthLeft += 1
    return try node(content, start: start)
  }

  /// One more node.
  mutating func node(
    _ content: YAMLNode.Content, start: SourcePosition, end: SourcePosition? = nil
  ) throws(Beyond) -> YAMLNode {
    nodesLeft -= 1
    guard nodesLeft > 0 else { throw Beyond() }
    return YAMLNode(content: content, start: start, end: end)
  }

  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}

/// Tells the keys of one mapping apart, by a set once there are many.
struct YAMLSubsetKeys {
  private var seen: Set<String> = []

  /// Takes the next key; false when one of the entries before it has the same.
  mutating func insert(_ key: String, after entries: [YAMLNode.Entry]) -> Bool {
    if entries.count < 32 { return !entries.contains { $0.key == key } }
    if seen.isEmpty { seen = Set(entries.map(\.key)) }
    return seen.insert(key).inserted
  }
}
