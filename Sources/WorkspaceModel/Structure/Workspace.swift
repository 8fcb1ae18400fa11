package import Diagnostics

/// Everything a workspace says at one moment, typed and joined, in the order of paths.
package struct Workspace: Sendable {
  package var settings = Settings()
  /// Where records went that lay elsewhere once; nil when nobody put it down.
  package var redirects: RedirectLedger?
  package var access = AccessRules.standard
  package var people: [TeamMember] = []
  package var peopleSource: RecordSource?
  package var customers: [Customer] = []
  package var contactLists: [ContactList] = []
  package var deals: [Deal] = []
  package var interactions: [Interaction] = []
  package var insights: [Insight] = []
  package var tasks: [SalesTask] = []
  package var battlecards: [Battlecard] = []
  package var playbooks: [Playbook] = []
  package var templates: [TextTemplate] = []
  package var lessons: [TrainingLesson] = []
  package var securityPages: [SecurityPage] = []
  package var workflows: [Workflow] = []
  package var contextTemplates: [ContextTemplate] = []
  package var agentFiles: [AgentFile] = []
  package var integrations: [Integration] = []
  package var ruleFiles: [RuleFile] = []
  package var registers: [RegisterFile] = []
  package var reports: [ReportDefinition] = []
  package var alerts: [Alert] = []
  package var dailyPlans: [DailyPlan] = []
  package var forecasts: [ForecastFile] = []
  package var pages: [Page] = []
  package var tables: [DataTable] = []
  package var plainFiles: [PlainFile] = []
  package var assets: [Asset] = []
  /// Usage by customer slug, in the order of the file.
  package var usage: [String: [UsagePoint]] = [:]
  /// Invoices by customer slug, in the order of the file.
  package var invoices: [String: [Invoice]] = [:]
  /// Every path that the tree has, whatever it is.
  package var paths: Set<RepoPath> = []

  /// A workspace without a file.
  package init() {}

  /// All contacts of all customers, in the order of files.
  package var contacts: [Contact] { contactLists.flatMap(\.contacts) }

  /// What `Site` and checks go through when the kind does not matter, in a fixed order of kinds.
  package var records: [any WorkspaceRecord] {
    var all: [any WorkspaceRecord] = []
    all += customers
    all += contactLists
    all += deals
    all += interactions
    all += insights
    all += tasks
    all += battlecards
    all += playbooks
    all += templates
    all += lessons
    all += securityPages
    all += workflows
    all += contextTemplates
    all += agentFiles
    all += integrations
    all += ruleFiles
    all += registers
    all += reports
    all += alerts
    all += dailyPlans
    all += forecasts
    all += pages
    all += tables
    all += plainFiles
    all += assets
    return all
  }

  /// The workflow of a deal: the one it names, else the one of its type, else the standard one.
  package func workflow(for deal: Deal) -> Workflow {
    let wanted = deal.pipeline ?? deal.type?.rawValue
    if let wanted, let workflow = workflows.first(where: { $0.workflowID == wanted }) { return workflow }
    return workflows.first { $0.workflowID == "new-business" && $0.subject == .deal } ?? .standard
  }

  /// Slugs of the folders that are a customer's even when no profile lies there.
  var impliedCustomers: Set<String> {
    Set(deals.map(\.customer) + contactLists.map(\.customer) + interactions.map(\.customer))
  }

  /// Keeps the records that a reader may see; whatever counts, links or searches afterwards cannot know of the rest.
  func filtered(_ sees: (RecordSource) -> Bool) -> Workspace {
    var kept = self
    kept.customers = customers.filter { sees($0.source) }
    kept.contactLists = contactLists.filter { sees($0.source) }
    kept.deals = deals.filter { sees($0.source) }
    kept.interactions = interactions.filter { sees($0.source) }
    kept.insights = insights.filter { sees($0.source) }
    kept.tasks = tasks.filter { sees($0.source) }
    kept.battlecards = battlecards.filter { sees($0.source) }
    kept.playbooks = playbooks.filter { sees($0.source) }
    kept.templates = templates.filter { sees($0.source) }
    kept.lessons = lessons.filter { sees($0.source) }
    kept.securityPages = securityPages.filter { sees($0.source) }
    kept.workflows = workflows.filter { sees($0.source) }
    kept.contextTemplates = contextTemplates.filter { sees($0.source) }
    kept.agentFiles = agentFiles.filter { sees($0.source) }
    kept.integrations = integrations.filter { sees($0.source) }
    kept.ruleFiles = ruleFiles.filter { sees($0.source) }
    kept.registers = registers.filter { sees($0.source) }
    kept.reports = reports.filter { sees($0.source) }
    kept.alerts = alerts.filter { sees($0.source) }
    kept.dailyPlans = dailyPlans.filter { sees($0.source) }
    kept.forecasts = forecasts.filter { sees($0.source) }
    kept.pages = pages.filter { sees($0.source) }
    kept.tables = tables.filter { sees($0.source) }
    kept.plainFiles = plainFiles.filter { sees($0.source) }
    kept.assets = assets.filter { sees($0.source) }
    return kept
  }
}
