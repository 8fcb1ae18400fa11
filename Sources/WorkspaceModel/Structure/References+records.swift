internal import Diagnostics

extension Names {
  func check(_ customer: Customer, _ findings: inout [Diagnostic]) {
    for (role, person) in customer.owners {
      requirePerson(person, customer.source, "owners.\(role)", &findings)
    }
    requireCustomer(customer.parent, customer.source, "parent", &findings)
    let folder = RepoPath("customers/\(customer.slug)")
    for (place, milestone) in customer.milestones.enumerated() {
      for (index, evidence) in milestone.evidence.enumerated() {
        requireFile(evidence, from: folder, customer.source, "milestones[\(place)].evidence[\(index)]", &findings)
      }
    }
  }

  func check(_ list: ContactList, _ findings: inout [Diagnostic]) {
    var own: Set<String> = []
    for (contact, node) in zip(list.contacts, list.source.items(of: "contacts", having: "id")) {
      let isFirstHere = own.insert(contact.id).inserted
      if isFirstHere, contacts[contact.id] == list.customer { continue }
      findings.append(
        Diagnostic(
          id: "duplicate-contact", severity: .error,
          range: node["id"]?.range(in: list.source.path) ?? contact.range,
          summary: isFirstHere
            ? "contact '\(contact.id)' also exists at customer '\(contacts[contact.id] ?? "")'"
            : "contact '\(contact.id)' stands here more than once",
          explanation: "An id that stands for two people would join their histories.",
          help: isFirstHere
            ? "add the company to the id, such as '\(contact.id)-\(list.customer)'"
            : "remove one of the two, or give it another id"))
    }
  }

  func check(_ deal: Deal, _ workflow: Workflow, _ findings: inout [Diagnostic]) {
    let source = deal.source
    requireCustomer(source.fields?["customer"]?.text, source, "customer", &findings)
    requirePerson(deal.owner, source, "owner", &findings)
    for (index, person) in deal.team.enumerated() { requirePerson(person, source, "team[\(index)]", &findings) }
    for entry in source.fields?["credit"]?.entries ?? [] {
      let end = SourcePosition(line: entry.keyStart.line, column: entry.keyStart.column + entry.key.utf8.count)
      require(
        entry.key, among: people, "person", id: "unknown-person", where: "workspace-setup/people.yaml",
        at: SourceRange(file: source.path, start: entry.keyStart, end: end), &findings)
    }
    requirePerson(deal.nextStep?.owner, source, "next_step.owner", &findings)
    require(
      deal.pipeline, among: workflows, "pipeline", id: "unknown-pipeline", where: "customers/workflows",
      at: source.range(of: "pipeline"), &findings)
    let known = workflow.stages.map(\.id)
    requireStage(deal.stage, among: known, source, "stage", &findings)
    for (visit, node) in zip(deal.stageHistory, source.items(of: "stage_history", having: "stage")) {
      require(
        visit.stage, among: known, "stage", id: "unknown-stage", where: "the deal's workflow",
        at: node["stage"]?.range(in: source.path) ?? source.range(of: "stage_history"), &findings)
    }
    for (index, competitor) in deal.competitors.enumerated() {
      require(
        competitor, among: battlecards, "battlecard", id: "unknown-competitor", where: "sales-toolkit/battlecards",
        at: source.range(of: "competitors[\(index)]"), &findings)
    }
    let ownContacts = contactsByCustomer[deal.customer] ?? []
    for (member, node) in zip(deal.committee, source.items(of: "committee", having: "contact"))
    where contacts[member.contact] != deal.customer {
      require(
        member.contact, among: ownContacts.isEmpty ? ["?"] : ownContacts, "contact", id: "unknown-contact",
        where: "customers/\(deal.customer)/contacts.yaml",
        at: node["contact"]?.range(in: source.path) ?? source.range(of: "committee"), &findings)
    }
    let folder = RepoPath("customers/\(deal.customer)")
    for element in deal.meddpicc {
      for (index, evidence) in element.evidence.enumerated() {
        requireFile(
          evidence, from: folder, source, "meddpicc.\(element.name.rawValue).evidence[\(index)]", &findings)
      }
    }
  }

  func check(_ interaction: Interaction, _ findings: inout [Diagnostic]) {
    let source = interaction.source
    for (index, participant) in interaction.participants.enumerated()
    where contacts[participant] == nil && !people.contains(participant) {
      let near = (contactsByCustomer[interaction.customer] ?? []) + people
      require(
        participant, among: near.isEmpty ? ["?"] : near, "participant", id: "unknown-participant",
        where: "contacts.yaml or people.yaml", at: source.range(of: "participants[\(index)]"), &findings)
    }
    requireDeals(interaction.deals, of: interaction.customer, source, &findings)
  }

  func check(_ insight: Insight, _ findings: inout [Diagnostic]) {
    let folder = RepoPath("customers/\(insight.customer)")
    for (index, evidence) in insight.evidence.enumerated() {
      requireFile(evidence.source, from: folder, insight.source, "evidence[\(index)].source", &findings)
    }
    requireDeals(insight.deals, of: insight.customer, insight.source, &findings)
  }

  func check(_ task: SalesTask, _ findings: inout [Diagnostic]) {
    requirePerson(task.owner, task.source, "owner", &findings)
    guard let customer = task.customer else { return }
    for (index, path) in task.about.enumerated() {
      requireFile(path, from: RepoPath("customers/\(customer)"), task.source, "about[\(index)]", &findings)
    }
  }

  func check(_ card: Battlecard, _ findings: inout [Diagnostic]) {
    requirePerson(card.owner, card.source, "owner", &findings)
    for (index, proof) in card.proof.enumerated() {
      let parts = proof.deal.split(separator: "/").map(String.init)
      let exists = parts.count == 2 && deals[parts[0]]?.contains(parts[1]) == true
      if exists { continue }
      let all = deals.flatMap { customer, slugs in slugs.map { "\(customer)/\($0)" } }
      require(
        proof.deal, among: all, "deal", id: "unknown-deal", where: "customers/*/deals",
        at: card.source.range(of: "proof[\(index)].deal"), &findings)
    }
  }

  func check(_ playbook: Playbook, _ findings: inout [Diagnostic]) {
    requirePerson(playbook.owner, playbook.source, "owner", &findings)
    requireStages(playbook.stages, playbook.source, "stages", &findings)
    for (step, node) in zip(playbook.steps, playbook.source.items(of: "steps", having: "title")) {
      guard let stage = node["stage"] else { continue }
      require(
        step.stage, among: stages, "stage", id: "unknown-stage", where: "customers/workflows",
        at: stage.range(in: playbook.source.path), &findings)
    }
    for (index, asset) in playbook.assets.enumerated() {
      requireFile(asset, from: playbook.source.path.parent, playbook.source, "assets[\(index)]", &findings)
    }
  }

  func check(_ lesson: TrainingLesson, _ findings: inout [Diagnostic]) {
    requirePerson(lesson.owner, lesson.source, "owner", &findings)
    for (index, slug) in lesson.prerequisites.enumerated() {
      require(
        slug, among: lessons, "lesson", id: "unknown-lesson", where: "sales-toolkit/training",
        at: lesson.source.range(of: "prerequisites[\(index)]"), &findings)
    }
  }

  func check(_ template: TextTemplate, _ findings: inout [Diagnostic]) {
    requirePerson(template.owner, template.source, "owner", &findings)
    requireStages(template.stages, template.source, "stages", &findings)
  }

  func check(_ alert: Alert, _ findings: inout [Diagnostic]) {
    require(
      alert.rule, among: rules, "rule", id: "unknown-rule", where: "workspace-setup/processes/triggers.yaml",
      at: alert.source.range(of: "rule"), &findings)
    let customer = alert.subject?.split(separator: "/").first.map(String.init)
    requireCustomer(customer, alert.source, "subject", &findings)
    for (index, evidence) in alert.evidence.enumerated() {
      requireFile(evidence.path, from: .root, alert.source, "evidence[\(index)].path", &findings)
    }
  }

  func check(_ workflow: Workflow, _ findings: inout [Diagnostic]) {
    requirePerson(workflow.owner, workflow.source, "owner", &findings)
    for (stage, node) in zip(workflow.stages, workflow.source.items(of: "stages", having: "id")) {
      guard let play = node["play"] else { continue }
      require(
        stage.play, among: playbooks, "playbook", id: "unknown-playbook", where: "sales-toolkit/playbooks",
        at: play.range(in: workflow.source.path), &findings)
    }
  }

  func check(_ members: [TeamMember], _ source: RecordSource, _ findings: inout [Diagnostic]) {
    for (member, node) in zip(members, source.items(of: "people", having: "id")) {
      guard let manager = node["manager"] else { continue }
      require(
        member.manager, among: people, "person", id: "unknown-person", where: "workspace-setup/people.yaml",
        at: manager.range(in: source.path), &findings)
    }
  }

  func checkAudience(_ source: RecordSource, _ findings: inout [Diagnostic]) {
    for (index, name) in source.audience.enumerated() where name != RecordSource.unreadableAudience {
      let field = source.fields?["audience"]?.items == nil ? "audience" : "audience[\(index)]"
      require(
        name, among: audiences, "audience", id: "unknown-audience", where: "workspace-setup/access.yaml",
        at: source.range(of: field), &findings)
    }
  }
}
