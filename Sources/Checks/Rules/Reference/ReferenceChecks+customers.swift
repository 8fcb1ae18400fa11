internal import Diagnostics

extension ReferenceChecks {
  /// What the loader reports about names of customers and what lies below them.
  static let loadedCustomers: [any Check] = [
    LoadCheck(
      "duplicate-contact", .references, .error, rule: "a contact's id stands for one person in the whole workspace",
      rationale: "An id that stands for two people would join their histories.",
      examples: [
        CheckExample(
          """
          === customers/acme/contacts.yaml
          contacts: [{id: dan-ek, name: Dan Ek}]
          === customers/bolt/contacts.yaml
          contacts: [{id: ▶dan-ek, name: Daniela Ek}]
          """),
        CheckExample(
          """
          === customers/acme/contacts.yaml
          contacts: [{id: dan-ek, name: Dan Ek}]
          === customers/bolt/contacts.yaml
          contacts: [{id: dan-ek-bolt, name: Dan Ek}]
          """),
      ]),
    LoadCheck(
      "unknown-contact", .references, .error, rule: "a deal's committee names contacts of its customer",
      rationale: "A buyer who is in no contact list can neither be reached nor counted.",
      examples: [
        CheckExample(
          """
          === customers/acme/contacts.yaml
          contacts: [{id: dan-ek, name: Dan Ek}]
          === customers/acme/deals/q3.md
          ---
          stage: lead
          committee: [{contact: ▶dan-eek, role: champion}]
          ---
          """),
        CheckExample(
          """
          === customers/acme/contacts.yaml
          contacts: [{id: dan-ek, name: Dan Ek}]
          === customers/acme/deals/q3.md
          ---
          stage: lead
          committee: [{contact: dan-ek, role: champion}]
          ---
          """),
      ]),
    LoadCheck(
      "unknown-customer", .references, .error, rule: "a customer that is named has a folder under customers/",
      rationale: "A record of a customer that nobody knows reaches no customer page and no number.",
      examples: [
        CheckExample("=== customers/acme/profile.md\n---\nparent: ▶acme-group\n---\n"),
        CheckExample(
          "=== customers/acme/profile.md\n---\nparent: acme-group\n---\n=== customers/acme-group/profile.md\n# Group\n"),
      ]),
    LoadCheck(
      "unknown-deal", .references, .error, rule: "a deal that is named exists",
      rationale: "A meeting about a deal that does not exist is missing from the page of the real one.",
      examples: [
        CheckExample(
          """
          === customers/acme/deals/ledger.md
          ---
          stage: lead
          ---
          === customers/acme/interactions/call.md
          ---
          kind: call
          occurred_at: 2026-10-12T14:00:00+02:00
          deals: [▶ledgr]
          ---
          """),
        CheckExample(
          """
          === customers/acme/deals/ledger.md
          ---
          stage: lead
          ---
          === customers/acme/interactions/call.md
          ---
          kind: call
          occurred_at: 2026-10-12T14:00:00+02:00
          deals: [ledger]
          ---
          """),
      ]),
    LoadCheck(
      "unknown-file", .references, .error, rule: "evidence names files that exist",
      rationale: "Evidence that cannot be opened is no evidence.",
      examples: [
        CheckExample(
          """
          === customers/acme/insights/pain.md
          ---
          statement: Bills come late.
          evidence: [{source: ▶interactions/call.md}]
          ---
          """),
        CheckExample(
          """
          === customers/acme/interactions/call.md
          ---
          kind: call
          occurred_at: 2026-10-12T14:00:00+02:00
          ---
          === customers/acme/insights/pain.md
          ---
          statement: Bills come late.
          evidence: [{source: interactions/call.md}]
          ---
          """),
      ]),
    LoadCheck(
      "unknown-participant", .references, .error, rule: "participants are contacts or colleagues",
      rationale: "Whether a meeting counts as contact with the customer depends on who was there.",
      examples: [
        CheckExample(
          """
          === workspace-setup/people.yaml
          people: [{id: ada.lind, name: Ada Lind}]
          === customers/acme/interactions/call.md
          ---
          kind: call
          occurred_at: 2026-10-12T14:00:00+02:00
          participants: [ada.lind, ▶dan-ek]
          ---
          """),
        CheckExample(
          """
          === workspace-setup/people.yaml
          people: [{id: ada.lind, name: Ada Lind}]
          === customers/acme/contacts.yaml
          contacts: [{id: dan-ek, name: Dan Ek}]
          === customers/acme/interactions/call.md
          ---
          kind: call
          occurred_at: 2026-10-12T14:00:00+02:00
          participants: [ada.lind, dan-ek]
          ---
          """),
      ]),
    LoadCheck(
      "unknown-person", .references, .error, rule: "owners and colleagues stand in people.yaml",
      rationale: "Work that belongs to nobody is done by nobody.",
      examples: [
        CheckExample(
          """
          === workspace-setup/people.yaml
          people: [{id: ada.lind, name: Ada Lind}]
          === customers/acme/deals/q3.md
          ---
          stage: lead
          owner: ▶ada.lnd
          ---
          """),
        CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nowner: ada.lind\n---\n"),
      ]),
  ]
}
