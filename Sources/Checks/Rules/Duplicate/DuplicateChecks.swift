/// The checks of this group.
enum DuplicateChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    DuplicateDomain(), DuplicateMail(), DuplicateSourceID(), DuplicateTitle(), SameContent(),
  ]
}
