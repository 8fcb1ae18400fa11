/// The checks of this group: rules about the comments that leave findings out.
enum ControlChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    SuppressionWithoutReason.description, UnknownSuppressedCheck.description, Unsuppressible.description,
    UnusedSuppression.description,
  ]
}
