/// Follows link definitions through the lines of a block and measures the longest, for the guard.
///
/// A definition may begin in the middle of what is no definition to cmark; too many are better than too few.
struct DefinitionScan {
  /// Bytes of the longest definition so far.
  private(set) var longest = 0
  private var current = 0
  private var state = State.none

  private enum State {
    case none
    /// `[` without `]` yet.
    case label
    /// After `[label]:`, a title may still begin in the next line.
    case complete
    /// Whatever comes may belong to it.
    case open
  }

  private static let longestLabel = 1_000

  /// A blank line ends every definition.
  mutating func endBlock() {
    state = .none
    current = 0
  }

  /// Takes in a line; returns whether the longest definition grew.
  mutating func read(_ line: PrescanLine) -> Bool {
    switch start(of: line) {
    case .none:
      switch state {
      case .none, .label: endBlock()
      case .complete where !Self.startsTitle(line): endBlock()
      case .complete, .open:
        state = .open
        current += line.bytes.count + 1
      }
    case .label:
      current = state == .label ? current + line.bytes.count + 1 : line.bytes.count
      state = current > Self.longestLabel ? .none : .label
    case let started:
      current = state == .label ? current + line.bytes.count + 1 : line.bytes.count
      state = started
    }
    guard state == .complete || state == .open, current > longest else { return false }
    longest = current
    return true
  }

  private func start(of line: PrescanLine) -> State {
    let bytes = line.bytes
    var index = line.contentStart
    if state != .label {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "[") else { return .none }
      index += 1
    }
    let limit = min(bytes.count, index + Self.longestLabel + 2)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): return .none
      case UInt8(ascii: "]"):
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ":") else { return .none }
        return Self.leavesOpen(bytes, from: index + 2) ? .open : .complete
      default: break
      }
      index += 1
    }
    return limit == bytes.count ? .label : .none
  }

  private static func startsTitle(_ line: PrescanLine) -> Bool {
    line.contentStart < line.bytes.count && isQuote(line.bytes[line.contentStart])
  }

  /// Whether nothing follows, or a title begins after white space that does not end with the line.
  private static func leavesOpen(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Bool {
    var end = bytes.count
    while end > from, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > from else { return true }
    for index in (from + 1)..<max(from + 1, end) where isQuote(bytes[index]) && bytes[index - 1] <= 0x20 {
      let close = bytes[index] == UInt8(ascii: "(") ? UInt8(ascii: ")") : bytes[index]
      return end - 1 == index || bytes[end - 1] != close || bytes[end - 2] == UInt8(ascii: "\\")
    }
    return false
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "(")
  }
}
