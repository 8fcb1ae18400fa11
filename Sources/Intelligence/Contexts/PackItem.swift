internal import WorkspaceModel

/// How much of an item a pack tells.
package enum PackDetail: String, Sendable, Hashable, Comparable, CaseIterable {
  case dropped, line, summary, full

  /// Orders by how much is told.
  package static func < (left: PackDetail, right: PackDetail) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A fact that is kept, shortened or dropped as a whole, with what the decision needs.
struct PackItem: Sendable {
  /// Path below the customer's folder, or from the workspace's root, with what tells it from others of the same file.
  var id: String
  /// The list of the template that it belongs to.
  var list: String
  /// The day that its age is counted from; nil when unknown.
  var day: Day?
  /// What must not vanish altogether: `deal:…` and `contact:…`, of each at least one item is kept.
  var keys: [String] = []
  /// How much it matters for the purpose, in percent.
  var relevance = 100
  /// What the template prints.
  var values: [String: PackValue]
  /// A sentence or two; nil where there is nothing between all and a line.
  var summary: String?
  /// What must be told at least, on one line.
  var line: String
}

/// An item in words.
struct PackText: Sendable {
  var id: String
  var day: Day?
  var keys: [String]
  var relevance: Int
  /// By detail, from a line to all that is known; longer ones only where they say more.
  var texts: [(detail: PackDetail, text: String)]
}
