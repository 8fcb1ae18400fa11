/// The checks of this group.
enum ControlChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = []
}
