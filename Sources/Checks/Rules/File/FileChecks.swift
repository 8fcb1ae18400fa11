/// The checks of this group.
enum FileChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = []
}
