/// The checks of this group.
enum GovernanceChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    ApproverUnknown(), AudienceShadowed(), RestrictedLink(), SelfApproval(), ToolkitWithoutOwner(),
    ToolkitWithoutReviewDate(), UnapprovedChange(),
  ]
}
