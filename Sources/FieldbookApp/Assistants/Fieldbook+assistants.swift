internal import Checks
internal import Diagnostics
internal import History
package import WorkspaceModel

extension Fieldbook {
  /// What assistants may know of on behalf of the chosen audience; with `only`, no other customer.
  package func visibleToAssistants(only: String? = nil) throws(FieldbookError) -> VisibleWorkspace {
    let visible = try visible()
    return shownToAssistants(visible, only: only) ?? visible
  }

  /// The part of it that assistants may know of; nil when that is all.
  func shownToAssistants(_ visible: VisibleWorkspace, only: String? = nil) -> VisibleWorkspace? {
    var list: [UInt8]?
    if case .bytes(let bytes)? = snapshot.file(at: AssistantLimits.path)?.content { list = bytes }
    let limits = AssistantLimits(workspace, list: list, only: only)
    let hasPersonal = visible.workspace.paths.contains { $0.isInside("personal") }
    return limits.isEmpty && !hasPersonal ? nil : self.visible(to: visible.audience, limits)
  }

  /// Where files that set the workspace up hold a secret: `workspace-setup/integrations/slack.yaml:3`.
  package func secretsInConfiguration() -> [String] {
    let finder = SensitiveText()
    var places: [String] = []
    for file in snapshot.files {
      let isSetup =
        file.path.isInside("workspace-setup") || file.path.isInside(".claude") || file.path == "fieldbook.yaml"
        || file.path == ".mcp.json"
      guard isSetup, case .bytes(let bytes) = file.content else { continue }
      for stretch in finder.stretches(in: bytes) where stretch.kind == .secret {
        let line = bytes[..<stretch.range.lowerBound].count { $0 == 0x0A } + 1
        places.append("\(file.path):\(line)")
      }
    }
    return places
  }
}
