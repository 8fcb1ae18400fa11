package import Diagnostics

/// What became of the comparison of a frozen forecast.
package struct FrozenForecastLine: Sendable {
  package var path: RepoPath
  /// "2026-Q3".
  package var period: String
  /// Whether it is not what its digest says; nil without a digest.
  package var isEdited: Bool?
  /// A sentence a deal in which file and history differ.
  package var differences: [String]
  /// Why history could not be asked; nil when it was.
  package var reason: String?

  /// Whether something was changed after it was frozen.
  package var isSuspect: Bool { isEdited == true || !differences.isEmpty }

  /// The outcome in lines.
  package var text: String {
    var lines = ["\(path) (\(period)): \(state)"]
    lines += differences.map { "  \($0)" }
    return lines.joined(separator: "\n")
  }

  private var state: String {
    let digest =
      switch isEdited {
      case true?: "edited after it was frozen"
      case false?: "as it was frozen"
      case nil: "without a digest"
      }
    if let reason { return "\(digest); not compared, \(reason)" }
    return differences.isEmpty
      ? "\(digest); history agrees"
      : "\(digest); history differs in \(differences.count) deal\(differences.count == 1 ? "" : "s")"
  }
}
