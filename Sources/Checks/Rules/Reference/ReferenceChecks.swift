/// The checks of this group.
enum ReferenceChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = loadedCustomers + loadedToolkit + [ContactLeft(), OwnerLeft()]
}
