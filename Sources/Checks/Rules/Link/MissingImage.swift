internal import Diagnostics
internal import Markdown
internal import Markdown
internal import WorkspaceModel

/// Every image is there.
struct MissingImage: Check {
  let id = "missing-image"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.error
  let rule = "an image is a file of the workspace"
  let rationale = "The page shows the image's words in its place, and what it was to explain stays unexplained."
  let examples = [
    CheckExample("=== README.md\n![The plant](▶images/plnt.png)\n=== images/plant.png\nbinary\n"),
    CheckExample("=== guides/README.md\n![The plant](../images/plant.png)\n=== images/plant.png\nbinary\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let missing = input.missingTargets { $0.kind == .image }
    return missing.isEmpty ? [] : report(missing, input, noun: "image")
  }
}
