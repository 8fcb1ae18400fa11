package import Diagnostics

/// Turns files into a workspace: each file by itself and in parallel, then the joins, in the order of paths.
package enum WorkspaceLoader {
  /// The workspace of these files and all that is wrong with it, sorted by place.
  package static func load(_ files: [WorkspaceFile], jobs: Int) async -> (workspace: Workspace, findings: [Diagnostic])
  {
    load(await ReadFiles(files, jobs: jobs))
  }

  /// The same of files that were read already.
  package static func load(_ files: ReadFiles) -> (workspace: Workspace, findings: [Diagnostic]) {
    let workspace = Workspace(joining: files.parsed, paths: Set(files.files.map(\.path)))
    var findings = files.findings.flatMap(\.self)
    findings += References.findings(in: workspace)
    return (workspace, findings.sorted())
  }
}

extension Workspace {
  /// The workspace that some parsed files make, in the order of paths.
  init(joining parsed: some Sequence<RecordParser.Parsed>, paths: Set<RepoPath>) {
    self.init()
    self.paths = paths
    // Rules that are there and cannot be read are not the same as no rules.
    if ["yaml", "yml", "json"].contains(where: { paths.contains(RepoPath("workspace-setup/access.\($0)")) }) {
      access = .closed
    }
    for file in parsed { add(file) }
    addImpliedCustomers()
  }

  fileprivate mutating func add(_ parsed: RecordParser.Parsed) {
    switch parsed {
    case .settings(let value): settings = value
    case .redirects(let ledger): redirects = ledger
    case .access(let rules, let source):
      access = rules
      plainFiles.append(PlainFile(source: source))
    case .people(let members, let source):
      people += members
      peopleSource = source
      plainFiles.append(PlainFile(source: source))
    case .customer(let record): customers.append(record)
    case .contacts(let record): contactLists.append(record)
    case .deal(let record): deals.append(record)
    case .interaction(let record): interactions.append(record)
    case .insight(let record): insights.append(record)
    case .task(let record): tasks.append(record)
    case .battlecard(let record): battlecards.append(record)
    case .playbook(let record): playbooks.append(record)
    case .template(let record): templates.append(record)
    case .lesson(let record): lessons.append(record)
    case .security(let record): securityPages.append(record)
    case .workflow(let record): workflows.append(record)
    case .contextTemplate(let record): contextTemplates.append(record)
    case .agents(let record): agentFiles.append(record)
    case .integration(let record): integrations.append(record)
    case .rules(let record): ruleFiles.append(record)
    case .register(let record): registers.append(record)
    case .report(let record): reports.append(record)
    case .alert(let record): alerts.append(record)
    case .dailyPlan(let record): dailyPlans.append(record)
    case .forecast(let record): forecasts.append(record)
    case .page(let record): pages.append(record)
    case .plain(let record): plainFiles.append(record)
    case .asset(let record): assets.append(record)
    case .table(let table, let points, let bills):
      tables.append(table)
      if let customer = table.customer {
        if !points.isEmpty { usage[customer] = points }
        if !bills.isEmpty { invoices[customer] = bills }
      }
    case .nothing: break
    }
  }

  /// A customer's folder without a profile is still a customer, of whom nothing is known.
  fileprivate mutating func addImpliedCustomers() {
    var known = Set(customers.map(\.slug))
    for slug in impliedCustomers.sorted() where known.insert(slug).inserted {
      let path = RepoPath("customers/\(slug)/profile.md")
      let source = RecordParser.bare(path, .customer)
      var fields = FieldReader(nil, owner: "customer", file: path, sink: FindingSink())
      customers.append(Customer(source, &fields))
    }
    customers.sort { $0.source.path < $1.source.path }
  }
}
