/// The checks of this group.
enum StructureChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    ForbiddenPath(), InteractionName(), MisplacedRecord(), MissingFile(), MissingFolder(), NestingTooDeep(),
    SlugName(), UnexpectedFile(),
  ]
}
