/// Why a site could not be written.
package struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was attempted, on which file, and what the system said.
  package var message: String
  /// What to do next.
  package var help: String?
  /// Whether the request was wrong (exit 2), not the disk (exit 3).
  package var isUsage: Bool

  /// A failure in words.
  package init(_ message: String, help: String? = nil, isUsage: Bool = false) {
    self.message = message
    self.help = help
    self.isUsage = isUsage
  }

  /// The message alone.
  package var description: String { message }
}
