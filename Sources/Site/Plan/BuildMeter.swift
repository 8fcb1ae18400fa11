/// A part of the work of a build that is worth measuring by itself.
package enum BuildPart: String, CaseIterable, Sendable {
  case frames = "render frames"
  case models = "work out models"
  case layouts = "print layouts"
  case twins = "print twins"
  case feeds = "print feeds"
  case files = "write files"
  case rest = "lists and redirects"
}

/// Measures where a build spends its time; called from several threads at once.
package protocol BuildMeter: Sendable {
  /// Does a part of the work and notes how long it took.
  func measure<R, E: Error>(_ part: BuildPart, _ body: () throws(E) -> R) throws(E) -> R
  /// Does a stretch of the work of one thread, made of several parts.
  func stretch<R, E: Error>(_ name: String, count: Int, _ body: () throws(E) -> R) throws(E) -> R
}

/// Measures nothing.
package struct NoMeter: BuildMeter {
  /// The only one there is.
  package init() {}

  /// Does the work.
  package func measure<R, E: Error>(_ part: BuildPart, _ body: () throws(E) -> R) throws(E) -> R { try body() }

  /// Does the work.
  package func stretch<R, E: Error>(_ name: String, count: Int, _ body: () throws(E) -> R) throws(E) -> R {
    try body()
  }
}
