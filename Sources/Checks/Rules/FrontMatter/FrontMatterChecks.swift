/// The checks of this group.
enum FrontMatterChecks {
  /// One an entry, in order of id.
  static let all: [any Check] =
    loadedFields + loadedYAML + [DateInFuture(), KeyOrder(), MissingFrontMatter(), UnknownTimeZone.description]
}
