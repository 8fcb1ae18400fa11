internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// Finds the page that a link in a text means, with the same index that the checks use.
struct LinkResolver: Sendable {
  /// What a link leads to.
  enum Target: Sendable {
    case page(Href, file: RepoPath, title: String)
    case asset(RepoPath)
    /// An address outside, or a place on the same page.
    case asWritten
    case nothing
  }

  private let addresses: SiteAddresses
  private let records: [RepoPath: any WorkspaceRecord]
  private let index: LinkIndex

  init(_ visible: VisibleWorkspace, _ addresses: SiteAddresses, _ records: RecordIndex) {
    self.addresses = addresses
    self.records = records.records
    index = LinkIndex(visible.workspace)
  }

  /// Resolves a link that stands in a file.
  func resolve(_ link: Markdown.Link, in file: RepoPath) -> Target {
    switch index.resolve(link, in: file) {
    case .asWritten: return .asWritten
    case .file(let path): return .asset(path)
    case .record(let path, let fragment):
      guard let href = addresses.href(path, fragment: fragment) else { return .asset(path) }
      return .page(href, file: path, title: records[path]?.title ?? path.nameText)
    default: return .nothing
    }
  }
}
