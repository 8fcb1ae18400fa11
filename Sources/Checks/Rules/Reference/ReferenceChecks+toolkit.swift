internal import Diagnostics

extension ReferenceChecks {
  /// What the loader reports about names of the toolkit and the set-up.
  static let loadedToolkit: [any Check] = [
    LoadCheck(
      "unknown-audience", .references, .error, rule: "an audience that a record names stands in access.yaml",
      rationale: "A misspelt audience shuts out the people for whom the record was meant.",
      examples: [
        CheckExample(
          """
          === workspace-setup/access.yaml
          audiences: {leadership: {see: ['**'], hide: []}}
          === notes/plan.md
          ---
          audience: [▶leaders]
          ---
          """),
        CheckExample(
          """
          === workspace-setup/access.yaml
          audiences: {leadership: {see: ['**'], hide: []}}
          === notes/plan.md
          ---
          audience: [leadership]
          ---
          """),
      ]),
    LoadCheck(
      "unknown-competitor", .references, .error, rule: "a competitor that a deal names has a battlecard",
      rationale: "The deal page can only show what to say about a rival whose card it finds.",
      examples: [
        CheckExample(
          """
          === sales-toolkit/battlecards/kilovane.md
          ---
          competitor: Kilovane
          ---
          === customers/acme/deals/q3.md
          ---
          stage: lead
          competitors: [▶kilovain]
          ---
          """),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\ncompetitors: [kilovane]\n---\n"),
      ]),
    LoadCheck(
      "unknown-lesson", .references, .error, rule: "a lesson that another one requires exists",
      rationale: "A path of lessons with a gap cannot be walked.",
      examples: [
        CheckExample("=== sales-toolkit/training/pricing.md\n---\nprerequisites: [▶basics]\n---\n"),
        CheckExample(
          """
          === sales-toolkit/training/basics.md
          ---
          minutes: 20
          ---
          === sales-toolkit/training/pricing.md
          ---
          prerequisites: [basics]
          ---
          """),
      ]),
    LoadCheck(
      "unknown-pipeline", .references, .error, rule: "a pipeline that a deal names has a workflow",
      rationale: "Without its workflow a deal has neither odds nor a stage to go to.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\npipeline: ▶new-buisness\nstage: lead\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\npipeline: new-business\nstage: lead\n---\n"),
      ]),
    LoadCheck(
      "unknown-playbook", .references, .error, rule: "a playbook that a stage names exists",
      rationale: "The deal page shows the play for its stage, or nothing at all.",
      examples: [
        CheckExample(
          """
          === sales-toolkit/playbooks/discovery-call.md
          ---
          purpose: Learn what it costs them.
          ---
          === customers/workflows/partner.yaml
          stages: [{id: lead, play: ▶discovery}]
          """),
        CheckExample(
          """
          === sales-toolkit/playbooks/discovery-call.md
          ---
          purpose: Learn what it costs them.
          ---
          === customers/workflows/partner.yaml
          stages: [{id: lead, play: discovery-call}]
          """),
      ]),
    LoadCheck(
      "unknown-rule", .references, .error, rule: "a rule that an alert names exists",
      rationale: "An alert whose rule is gone can be neither explained nor tuned.",
      examples: [
        CheckExample(
          """
          === workspace-setup/processes/triggers.yaml
          rules: [{id: stale-deal}]
          === reporting/pulse/alerts/acme.yaml
          rule: ▶stale-deals
          subject: acme
          state: firing
          === customers/acme/profile.md
          # Acme
          """),
        CheckExample(
          """
          === workspace-setup/processes/triggers.yaml
          rules: [{id: stale-deal}]
          === reporting/pulse/alerts/acme.yaml
          rule: stale-deal
          subject: acme
          state: firing
          === customers/acme/profile.md
          # Acme
          """),
      ]),
    LoadCheck(
      "unknown-stage", .references, .error, rule: "a stage that is named belongs to the workflow",
      rationale: "A deal in a stage of its own is missing from every board and forecast.",
      examples: [
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: ▶negotiating\n---\n"),
        CheckExample("=== sales-toolkit/templates/mail.md\n---\nstages: [▶negotiating]\n---\n"),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: negotiation\n---\n"),
      ]),
  ]
}
