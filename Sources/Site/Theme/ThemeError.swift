/// Why a theme cannot be used.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file within the theme.
  package var file: String
  /// Line from 1, where there is one.
  package var line: Int?
  /// What is wrong and what to do.
  package var message: String

  /// File, line and message.
  package var description: String {
    "theme file \(file)\(line.map { ":\($0)" } ?? ""): \(message)"
  }
}
