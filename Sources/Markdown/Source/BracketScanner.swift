/// Finds where links and definitions end, reading source bytes as CommonMark does.
enum BracketScanner {
  /// The place after the link whose text opens at `from`: `[…]`, `[…](…)` or `[…][…]`; nil when it never closes.
  static func linkEnd(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int, budget: inout Int) -> Int? {
    guard let close = closingBracket(bytes, from: from, limit: limit, budget: &budget) else { return nil }
    let after = close + 1
    guard after < limit else { return after }
    switch bytes[after] {
    case UInt8(ascii: "("): return inlineEnd(bytes, from: after, limit: limit, budget: &budget) ?? after
    case UInt8(ascii: "["):
      return closingBracket(bytes, from: after, limit: limit, budget: &budget).map { $0 + 1 } ?? after
    default: return after
    }
  }

  /// The place after a code span that begins at `from`, or after its backticks when it never closes.
  static func codeEnd(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int, budget: inout Int) -> Int {
    let width = run(bytes, from: from, limit: limit)
    budget -= width
    var index = from + width
    while index < limit, budget > 0 {
      budget -= 1
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let found = run(bytes, from: index, limit: limit)
      if found == width { return index + found }
      index += found
    }
    return from + width
  }

  /// The place after a link definition that begins at `from`; nil when there is none.
  static func definitionEnd(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int, budget: inout Int) -> Int? {
    guard from + 3 < limit, bytes[from] == UInt8(ascii: "["), bytes[from + 1] != UInt8(ascii: "^"),
      let close = closingBracket(bytes, from: from, limit: limit, budget: &budget), close + 1 < limit,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let destination = skipSpace(bytes, from: close + 2, limit: limit, lines: 1)
    let afterDestination = destinationEnd(bytes, from: destination, limit: limit)
    budget -= afterDestination - from
    guard afterDestination > destination else { return nil }
    let lineEnd = skipSpace(bytes, from: afterDestination, limit: limit, lines: 0)
    let title = skipSpace(bytes, from: afterDestination, limit: limit, lines: 1)
    if title > afterDestination, title < limit, let end = titleEnd(bytes, from: title, limit: limit, budget: &budget) {
      let rest = skipSpace(bytes, from: end, limit: limit, lines: 0)
      if rest >= limit || isLineEnd(bytes[rest]) { return rest }
    }
    return lineEnd >= limit || isLineEnd(bytes[lineEnd]) ? lineEnd : nil
  }

  private static func closingBracket(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int, budget: inout Int
  ) -> Int? {
    var depth = 0
    var index = from
    while index < limit, budget > 0 {
      budget -= 1
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"): index = codeEnd(bytes, from: index, limit: limit, budget: &budget) - 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func inlineEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int, budget: inout Int
  ) -> Int? {
    let destination = skipSpace(bytes, from: from + 1, limit: limit, lines: 1)
    var index = skipSpace(bytes, from: destinationEnd(bytes, from: destination, limit: limit), limit: limit, lines: 1)
    budget -= index - from
    if index < limit, let end = titleEnd(bytes, from: index, limit: limit, budget: &budget) {
      index = skipSpace(bytes, from: end, limit: limit, lines: 1)
    }
    return index < limit && bytes[index] == UInt8(ascii: ")") ? index + 1 : nil
  }

  private static func destinationEnd(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int) -> Int {
    var index = from
    if index < limit, bytes[index] == UInt8(ascii: "<") {
      while index < limit, bytes[index] != UInt8(ascii: ">"), !isLineEnd(bytes[index]) {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      return min(index + 1, limit)
    }
    var depth = 0
    while index < limit, bytes[index] > 0x20 {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return index }
        depth -= 1
      default: break
      }
      index += 1
    }
    return min(index, limit)
  }

  private static func titleEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int, budget: inout Int
  ) -> Int? {
    let close: UInt8
    switch bytes[from] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[from]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = from + 1
    while index < limit, budget > 0 {
      budget -= 1
      if bytes[index] == close { return index + 1 }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Skips spaces and up to so many line ends, with the quote marks that may begin the next line.
  private static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int, lines: Int) -> Int {
    var index = from
    var left = lines
    var isLineStart = false
    while index < limit {
      switch bytes[index] {
      case 0x20, 0x09: break
      case UInt8(ascii: ">") where isLineStart: break
      case 0x0D where left > 0 && index + 1 < limit && bytes[index + 1] == 0x0A: break
      case 0x0A where left > 0, 0x0D where left > 0:
        left -= 1
        isLineStart = true
      default: return index
      }
      index += 1
    }
    return index
  }

  private static func run(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int) -> Int {
    var index = from
    while index < limit, bytes[index] == UInt8(ascii: "`") { index += 1 }
    return index - from
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
