internal import Diagnostics
internal import Markdown
internal import Markdown
internal import WorkspaceModel

/// Every wiki link names one record.
struct AmbiguousWikiLink: Check {
  let id = "ambiguous-wiki-link"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.warning
  let rule = "a wiki link names one record and not several"
  let rationale = "Nobody can tell which one was meant, so the page links to none of them."
  let examples = [
    CheckExample("=== README.md\nSee ▶[[pricing]].\n=== guides/pricing.md\n2026\n=== plans/pricing.md\n2027\n"),
    CheckExample(
      "=== README.md\nSee [[guides/pricing]], [[rollout]].\n=== guides/pricing.md\n2026\n=== plans/pricing.md\n2027\n"
        + "=== rollout.md\nThe one that lies highest counts.\n=== plans/rollout.md\nNot this one.\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachLink { file, link in
      guard link.kind == .wiki, link.reach == .relative,
        case .ambiguous(let paths) = input.links.resolve(link, in: file)
      else { return }
      let choices = paths.prefix(3).map { "'[[\(Self.name(of: $0))]]'" }.joined(separator: " or ")
      findings.append(
        finding(
          "'\(link.path)' is the name of \(paths.count) records", at: link.range(in: file),
          help: "write \(choices)\(paths.count > 3 ? ", or another of them" : "")"))
    }
    return findings
  }

  private static func name(of path: RepoPath) -> String {
    let isFolder = KindOfPath.isIndexName(path.nameText) || path.stem == "profile"
    return (isFolder ? path.parent : path.parent.appending(path.stem)).description
  }
}
