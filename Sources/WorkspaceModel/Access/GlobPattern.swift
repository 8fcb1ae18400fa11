package import Diagnostics

/// A path pattern: `*` within a folder, `**` across folders, `?` for one byte.
package struct GlobPattern: Hashable, Sendable {
  /// The pattern as written.
  package let text: String
  private let parts: [[UInt8]]

  /// Reads a pattern; a trailing slash means everything below.
  package init(_ text: String) {
    self.text = text
    var parts = text.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    if text.hasSuffix("/") { parts.append(Array("**".utf8)) }
    self.parts = parts
  }

  /// Whether a path fits; linear in the path for each `**`.
  package func matches(_ path: RepoPath) -> Bool {
    if parts.count == 1, parts[0].elementsEqual("**".utf8) { return true }
    return Self.match(parts[...], path.components[...], isMany: { $0.elementsEqual("**".utf8) }) { pattern, part in
      Self.match(pattern[...], part, isMany: { $0 == UInt8(ascii: "*") }) { $0 == UInt8(ascii: "?") || $0 == $1 }
    }
  }

  /// Greedy matching with one point to return to: enough, because every later star is as good as an earlier one.
  private static func match<Pattern, Item>(
    _ pattern: ArraySlice<Pattern>, _ items: ArraySlice<Item>, isMany: (Pattern) -> Bool, one: (Pattern, Item) -> Bool
  ) -> Bool {
    var patternIndex = pattern.startIndex
    var index = items.startIndex
    var retry: (pattern: Int, item: Int)?
    while index < items.endIndex {
      if patternIndex < pattern.endIndex, isMany(pattern[patternIndex]) {
        retry = (patternIndex + 1, index)
        patternIndex += 1
      } else if patternIndex < pattern.endIndex, one(pattern[patternIndex], items[index]) {
        patternIndex += 1
        index += 1
      } else if let again = retry {
        retry = (again.pattern, again.item + 1)
        patternIndex = again.pattern
        index = again.item + 1
      } else {
        return false
      }
    }
    return pattern[patternIndex...].allSatisfy(isMany)
  }
}
