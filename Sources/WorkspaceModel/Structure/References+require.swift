internal import Diagnostics

extension Names {
  /// Reports a name that is not among those that exist; a workspace that has none of a kind does not use it.
  func require(
    _ name: String?, among known: some Collection<String>, _ what: String, id: String, where place: String,
    at range: @autoclosure () -> SourceRange, _ findings: inout [Diagnostic]
  ) {
    guard let name, !known.isEmpty, !known.contains(name) else { return }
    let range = range()
    let nearest = NearestWord.to(name, among: known)
    var finding = Diagnostic(
      id: id, severity: .error, range: range, summary: "\(what) '\(name)' does not exist",
      explanation: "Nothing in \(place) has this id, so the link leads nowhere.",
      help: nearest.map { "did you mean '\($0)'?" } ?? "add it to \(place), or correct the id")
    if let nearest, range.start != range.end {
      finding.fixIts = [FixIt("write '\(nearest)'", edits: [.init(range: range, replacement: nearest)])]
    }
    findings.append(finding)
  }

  /// Reports somebody who does not work here.
  func requirePerson(
    _ name: String?, _ source: RecordSource, _ field: String, _ findings: inout [Diagnostic]
  ) {
    require(
      name, among: people, "person", id: "unknown-person", where: "workspace-setup/people.yaml",
      at: source.range(of: field), &findings)
  }

  /// Reports a file that does not exist.
  func requireFile(
    _ link: String, from folder: RepoPath, _ source: RecordSource, _ field: String, _ findings: inout [Diagnostic]
  ) {
    let target = link.split(separator: "#", maxSplits: 1).first.map(String.init) ?? link
    if let path = folder.resolving(target), paths.contains(path) { return }
    let names = folder.resolving(target).map { folders.names(in: $0.parent) } ?? []
    let wanted = target.split(separator: "/").last.map(String.init) ?? target
    findings.append(
      Diagnostic(
        id: "unknown-file", severity: .error, range: source.range(of: field),
        summary: "'\(link)' names a file that does not exist",
        explanation: "Evidence that cannot be opened is no evidence.",
        help: NearestWord.to(wanted, among: names).map { "did you mean '\($0)'?" }
          ?? "paths here begin at '\(folder)/'"))
  }

  /// Reports a customer without a folder.
  func requireCustomer(
    _ name: String?, _ source: RecordSource, _ field: String, _ findings: inout [Diagnostic]
  ) {
    require(
      name, among: customers, "customer", id: "unknown-customer", where: "customers/", at: source.range(of: field),
      &findings)
  }

  /// Reports a stage that a deal's workflow does not have.
  func requireStage(
    _ name: String?, among known: [String], _ source: RecordSource, _ field: String, _ findings: inout [Diagnostic]
  ) {
    require(
      name, among: known, "stage", id: "unknown-stage", where: "the deal's workflow", at: source.range(of: field),
      &findings)
  }

  /// Reports stages that no workflow has.
  func requireStages(
    _ names: [String], _ source: RecordSource, _ field: String, _ findings: inout [Diagnostic]
  ) {
    for (index, name) in names.enumerated() {
      require(
        name, among: stages, "stage", id: "unknown-stage", where: "customers/workflows",
        at: source.range(of: "\(field)[\(index)]"), &findings)
    }
  }

  /// Reports deals that a customer does not have.
  func requireDeals(
    _ slugs: [String], of customer: String, _ source: RecordSource, _ findings: inout [Diagnostic]
  ) {
    let known = deals[customer] ?? []
    for (index, slug) in slugs.enumerated() where !known.contains(slug) {
      require(
        slug, among: known.isEmpty ? ["?"] : known, "deal", id: "unknown-deal",
        where: "customers/\(customer)/deals", at: source.range(of: "deals[\(index)]"), &findings)
    }
  }
}
