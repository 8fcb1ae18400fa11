extension Workspace {
  /// Calls the body with where each record came from, in the order of ``records``.
  ///
  /// Whoever wants no more of a record is spared ten thousand boxes of different types.
  package func forEachSource(_ body: (RecordSource) -> Void) {
    func each(_ records: [some WorkspaceRecord]) {
      // By place: going through the records themselves would copy each with all that it holds.
      for place in records.indices { body(records[place].source) }
    }
    each(customers)
    each(contactLists)
    each(deals)
    each(interactions)
    each(insights)
    each(tasks)
    each(battlecards)
    each(playbooks)
    each(templates)
    each(lessons)
    each(securityPages)
    each(workflows)
    each(contextTemplates)
    each(agentFiles)
    each(integrations)
    each(ruleFiles)
    each(registers)
    each(reports)
    each(alerts)
    each(dailyPlans)
    each(forecasts)
    each(pages)
    each(tables)
    each(plainFiles)
    each(assets)
  }
}
