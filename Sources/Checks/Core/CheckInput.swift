package import Diagnostics
package import Markdown
package import WorkspaceModel

/// Everything that checks may look at, joined once.
package struct CheckInput: Sendable {
  /// All records.
  package let workspace: Workspace
  /// Files as they were read, by path.
  package let files: [RepoPath: WorkspaceFile]
  /// Rendered texts by path: links are checked on the tree that is rendered.
  package let documents: [RepoPath: MarkdownDocument]
  /// The links of pages, resolved the same way as on pages.
  package let links: LinkIndex
  /// The day, where the workspace is at home.
  package let today: Day
  /// The commit that is being checked, where there is one.
  package let commit: CommitUnderCheck?
  /// Paths that Git says were renamed, old to new.
  package let renames: [RepoPath: RepoPath]
  /// Days on which files last changed, as far as history is known.
  package let changedOn: [RepoPath: Day]
  /// The commits and the records of official history; nil where nobody walked it.
  package let history: Timeline?
  /// What the metrics that texts ask for come to; nil where nobody worked them out.
  package let figures: FigureValues?

  /// Joins the parts.
  package init(
    workspace: Workspace, files: [WorkspaceFile], documents: [RepoPath: MarkdownDocument], today: Day,
    commit: CommitUnderCheck? = nil, renames: [RepoPath: RepoPath] = [:], changedOn: [RepoPath: Day] = [:],
    history: Timeline? = nil, figures: FigureValues? = nil
  ) {
    self.workspace = workspace
    self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    self.documents = documents
    self.links = LinkIndex(workspace)
    self.today = today
    self.commit = commit
    self.renames = renames
    self.changedOn = changedOn
    self.history = history
    self.figures = figures
  }

  /// The bytes of a file; nil when they were not read.
  package func bytes(of path: RepoPath) -> [UInt8]? {
    guard case .bytes(let bytes) = files[path]?.content else { return nil }
    return bytes
  }

  /// Files in the order of their paths.
  package var sortedFiles: [WorkspaceFile] { files.values.sorted { $0.path < $1.path } }
}

/// A commit as rules about changes see it: what it touches, by whom, with what message.
package struct CommitUnderCheck: Sendable {
  /// Paths within the workspace that it adds, changes or removes.
  package var changedPaths: [RepoPath]
  /// Mail address of the author.
  package var authorEmail: String
  /// Name of the author.
  package var authorName: String
  /// Trailers of the message, in order: `Approved-by: anna.keller`.
  package var trailers: [(key: String, value: String)]
  /// Short name for messages.
  package var name: String

  /// A commit by its parts.
  package init(
    changedPaths: [RepoPath], authorName: String, authorEmail: String, trailers: [(key: String, value: String)],
    name: String
  ) {
    self.changedPaths = changedPaths
    self.authorName = authorName
    self.authorEmail = authorEmail
    self.trailers = trailers
    self.name = name
  }
}
