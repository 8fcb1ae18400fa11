/// Every kind of page that there is, for the test that holds layouts against models.
package enum PageCatalog {
  /// In order of layout name.
  package static let all: [any PageModel.Type] = [
    AccessPage.self, AgentPage.self, AlertPage.self, BattlecardPage.self, ChangesPage.self, CommitPage.self,
    ComparePage.self, ContextPage.self, CustomerPage.self, DealPage.self,
    DocumentPage.self, EvidencePage.self, FiguresPage.self, GatesPage.self, HealthPage.self, HomePage.self,
    IndexPage.self,
    InsightPage.self,
    IntegrationsPage.self,
    InteractionPage.self, LessonPage.self, LiveReportPage.self, NotFoundPage.self, OutcomesPage.self, PersonPage.self,
    PipelinePage.self,
    PlaybookPage.self,
    PulsePage.self, RecordHistoryPage.self, ReportPage.self, RulesPage.self, SearchPage.self, SecurityPage.self,
    TablePage.self,
    TaskPage.self,
    TemplatePage.self, WorkflowPage.self,
  ]

  /// The model that each layout prints, the frame around pages included.
  static let models = Dictionary(
    uniqueKeysWithValues: all.map { ($0.layout, $0 as any TemplateModel.Type) } + [(Shell.layout, Shell.self)])
}
