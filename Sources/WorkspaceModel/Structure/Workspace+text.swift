package import Diagnostics

extension Workspace {
  /// Gives a record the text that its file has now; nothing else of it changes.
  package mutating func setText(of source: RecordSource) {
    let (path, body) = (source.path, source.body)
    func place(_ records: [some WorkspaceRecord]) -> Int? { records.firstIndex { $0.source.path == path } }
    switch source.kind {
    case .customer: if let place = place(customers) { customers[place].source.body = body }
    case .deal: if let place = place(deals) { deals[place].source.body = body }
    case .interaction: if let place = place(interactions) { interactions[place].source.body = body }
    case .insight: if let place = place(insights) { insights[place].source.body = body }
    case .task: if let place = place(tasks) { tasks[place].source.body = body }
    case .battlecard: if let place = place(battlecards) { battlecards[place].source.body = body }
    case .playbook: if let place = place(playbooks) { playbooks[place].source.body = body }
    case .training: if let place = place(lessons) { lessons[place].source.body = body }
    case .security: if let place = place(securityPages) { securityPages[place].source.body = body }
    case .page: if let place = place(pages) { pages[place].source.body = body }
    default: preconditionFailure("of a \(source.kind.rawValue) more than the text is read from the text")
    }
  }

  /// The record of a file; nil when there is none.
  package func record(at path: RepoPath) -> (any WorkspaceRecord)? { records.first { $0.source.path == path } }
}
