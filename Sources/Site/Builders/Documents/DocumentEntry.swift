internal import Diagnostics
internal import WorkspaceModel

/// A file that gets a page by what it is, not by what it means: text, a table, a data file, a plan.
struct DocumentEntry: Sendable {
  /// What the page is made of.
  enum Content: Sendable {
    case page(Page)
    case plan(DailyPlan)
    case table(WorkspaceModel.DataTable)
    case data(PlainFile)
  }

  let content: Content
  /// Where its page goes.
  let address: String
  /// Whether the file stands for its folder.
  let isIndex: Bool

  /// What every record has.
  var source: RecordSource {
    switch content {
    case .page(let page): page.source
    case .plan(let plan): plan.source
    case .table(let table): table.source
    case .data(let file): file.source
    }
  }

  /// A symbol for lists.
  var icon: String {
    switch content {
    case .page: "document"
    case .plan: "task"
    case .table, .data: "folder"
    }
  }

  /// What kind of page it is, above its title.
  var kicker: String {
    switch content {
    case .page: "Document"
    case .plan: "Daily plan"
    case .table: "Table"
    case .data: "Data file"
    }
  }

  /// Place among the pages of its folder: the folder's own page, then by `order`, then by title.
  var rank: (Int, Int, String, RepoPath) {
    let order: Int? = if case .page(let page) = content { page.order } else { nil }
    return (isIndex ? 0 : 1, order ?? Int.max, source.title, source.path)
  }

  /// The address above another; nil above the front page.
  static func parent(of address: String) -> String? {
    guard address.utf8.count > 1, let slash = address.dropLast().lastIndex(of: "/") else { return nil }
    return String(address[...slash])
  }

  /// The entry of the side navigation for an address.
  static func section(of address: String) -> SiteSection {
    let sections: [(String, SiteSection)] = [
      ("/customers/", .customers), ("/toolkit/battlecards/", .battlecards), ("/toolkit/playbooks/", .playbooks),
      ("/toolkit/templates/", .templates), ("/toolkit/training/", .training),
      ("/toolkit/security-compliance/", .security), ("/toolkit/", .toolkit), ("/reports/", .reports),
      ("/compliance/", .compliance), ("/people/", .people),
    ]
    return sections.first { address.hasPrefix($0.0) }?.1 ?? (address == "/" ? .home : .pages)
  }
}
