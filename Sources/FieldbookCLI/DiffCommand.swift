internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp
internal import WorkspaceModel

/// Tells what a branch changes, in the terms of the workspace.
struct DiffCommand: AsyncParsableCommand {
  /// How a difference is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what changed between two commits, as fields and their effects.",
    discussion: """
      Compares <b> with the commit where it left <a>: what the branch brings, not what happened elsewhere since.
      fieldbook diff main..feature, fieldbook diff main (up to HEAD), fieldbook diff HEAD --worktree.
      """)

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "Two commits as <a>..<b>, or one to compare HEAD with.")
  var range: String

  @Option(help: "How to print the difference.")
  var format = Format.text

  func validate() throws {
    if workspace.revision != nil || workspace.asOf != nil {
      throw ValidationError("name both states in the range: fieldbook diff <a>..<b>")
    }
    if workspace.worktree, range.contains("..") {
      throw ValidationError("--worktree takes one commit: fieldbook diff HEAD --worktree")
    }
  }

  func run() async throws {
    let console = Console()
    let sides = Self.sides(of: range)
    var options = workspace.openOptions()
    options.needsDocuments = true
    let difference = try await Fieldbook.difference(
      from: sides.old, to: workspace.worktree ? nil : sides.new, options)
    switch format {
    case .text: console.print(DifferencePrinter(isColoured: console.isColoured).text(difference))
    case .markdown: console.print(DifferencePrinter.markdown(difference))
    case .json: console.print(DifferencePrinter.json(difference).encoded(pretty: true))
    }
  }

  /// Three dots mean the same as two here, since the comparison starts at the merge base in any case.
  private static func sides(of range: String) -> (old: String, new: String) {
    let bytes = Array(range.utf8)
    guard let dots = bytes.indices.dropLast().first(where: { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E }) else {
      return (range, "HEAD")
    }
    let old = String(decoding: bytes[..<dots], as: UTF8.self)
    let new = String(decoding: bytes[dots...].drop { $0 == 0x2E }, as: UTF8.self)
    return (old.isEmpty ? "HEAD" : old, new.isEmpty ? "HEAD" : new)
  }
}
