import Diagnostics
import Testing
import WorkspaceModel

@Suite struct KindOfPathTests {
  @Test(
    arguments: [
      ("fieldbook.yaml", .settings), ("redirects.yaml", .redirects), ("docs/redirects.yaml", .data),
      ("customers/acme/profile.md", .customer),
      ("customers/acme/profile.yaml", .customer),
      ("customers/acme/profile.json", .customer), ("customers/acme/contacts.yaml", .contacts),
      ("customers/acme/usage.csv", .usage),
      ("customers/acme/billing.csv", .billing), ("customers/acme/deals/q3.md", .deal),
      ("customers/acme/deals/q3.yml", .deal),
      ("customers/acme/interactions/2026-01-05-call.md", .interaction), ("customers/acme/insights/pain.yaml", .insight),
      ("customers/acme/tasks/call-back.md", .task), ("customers/acme/README.md", .page),
      ("customers/acme/deals/index.md", .page),
      ("customers/acme/notes.md", .page), ("customers/acme/logo.png", .asset), ("customers/acme/other.csv", .data),
      ("customers/acme/deals/old/q1.md", .page), ("customers/workflows/new-business.yaml", .workflow),
      ("customers/workflows/notes.md", .page), ("customers/templates/compact.md", .contextTemplate),
      ("customers/index.md", .page),
      ("sales-toolkit/battlecards/rival.md", .battlecard), ("sales-toolkit/playbooks/discovery.md", .playbook),
      ("sales-toolkit/templates/mail.md", .template), ("sales-toolkit/training/week-1.md", .training),
      ("sales-toolkit/security-compliance/dpa.md", .security), ("sales-toolkit/battlecards/index.md", .page),
      ("sales-toolkit/battlecards/more/rival.md", .page), ("sales-toolkit/else/x.md", .page),
      ("workspace-setup/people.yaml", .people), ("workspace-setup/access.yaml", .access),
      ("workspace-setup/agents/tools-map.yaml", .toolsMap),
      ("workspace-setup/agents/automation.yaml", .agents), ("workspace-setup/integrations/slack.yaml", .integration),
      ("workspace-setup/compliance/retention.yaml", .retention),
      ("workspace-setup/compliance/controls.yaml", .controls),
      ("workspace-setup/compliance/processing-register.yaml", .processing),
      ("workspace-setup/processes/triggers.yaml", .triggers),
      ("workspace-setup/processes/approvals.yaml", .approvals),
      ("workspace-setup/compliance/incidents/2026-01-x.md", .page),
      ("workspace-setup/other.yaml", .data), ("reporting/personal/ae-daily.md", .report),
      ("reporting/team/cro-monthly.md", .report),
      ("reporting/pulse/morning-brief.md", .report), ("reporting/pulse/alerts/2026-01-05-stale.yaml", .alert),
      ("reporting/pulse/alerts/2026-01-05-stale.md", .alert), ("reporting/personal/editions/x/1.md", .page),
      ("personal/daily-plans/john.smith/2026-01-05.md", .dailyPlan), ("personal/triggers/john.smith.yaml", .triggers),
      ("personal/notes.md", .page), (".claude/agents/sales/helper.md", .claudeAgent), ("README.md", .page),
      ("docs/a/b.markdown", .page),
      ("docs/table.csv", .data), ("docs/list.json", .data), ("docs/LOGO.PNG", .asset), ("PROFILE.md", .page),
    ] as [(String, RecordKind)])
  func tellsTheKindOfEveryFolderOfTheLayout(path: String, kind: RecordKind) {
    #expect(KindOfPath.kind(of: RepoPath(path)) == kind)
  }

  @Test(arguments: [
    ".git/config", ".github/x.md", "docs/.hidden.md", "a/node_modules/x/readme.md", ".claude/agents/x.json",
    ".DS_Store",
  ])
  func leavesOutWhatIsNoPartOfTheWorkspace(path: String) {
    #expect(KindOfPath.kind(of: RepoPath(path)) == nil)
  }
}
