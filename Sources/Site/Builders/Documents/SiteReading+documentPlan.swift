internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// Pages for all that is no record of its own type: texts, plans, tables, data files, and the folders they lie in.
  func documentPlan() -> [PlannedPage] {
    let shelf = DocumentShelf(self)
    var plan = shelf.entries.map { entry in
      PlannedPage(entry.address, DocumentEntry.section(of: entry.address), source: entry.source.path) { reading in
        switch entry.content {
        case .page, .plan, .data: reading.documentPage(entry, shelf)
        case .table(let table): reading.dataTablePage(table, entry, shelf)
        }
      }
    }
    plan += shelf.folders.map { address in
      PlannedPage(address, DocumentEntry.section(of: address)) { $0.folderPage(address, shelf) }
    }
    if !workspace.hasSalesRecords, !shelf.entries.contains(where: { $0.address == "/" }) {
      plan.append(PlannedPage("/", .home) { $0.folderPage("/", shelf) })
    }
    return plan
  }
}
