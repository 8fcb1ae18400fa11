extension Customer {
  /// One stay of the account in a state of its life after the sale.
  package struct AccountVisit: Sendable {
    package var stage: AccountStage
    package var enteredOn: Day?
  }

  /// Something that the account reached, such as the first value: a stage of an account workflow with its day.
  package struct Milestone: Sendable {
    /// Stage id of an account workflow, or any other name that an exit criterion asks for.
    package var id: String
    /// When it was reached.
    package var on: Day?
    /// Paths relative to the customer's folder.
    package var evidence: [String]
  }

  /// A milestone by its id; the first counts should there be two.
  package func milestone(_ id: String) -> Milestone? { milestones.first { $0.id == id } }
}

extension FieldReader {
  /// The states that an account went through.
  mutating func accountHistory() -> [Customer.AccountVisit] {
    records("account_history", owner: "account visit") { visit in
      let stage = visit.choice("stage", Customer.AccountStage.self, required: true)
      let day = visit.day("entered_on", required: true)
      return stage.map { Customer.AccountVisit(stage: $0, enteredOn: day) }
    }
  }

  /// What an account reached.
  mutating func milestones() -> [Customer.Milestone] {
    records("milestones", owner: "milestone") { milestone in
      let id = milestone.text("id", required: true)
      let day = milestone.day("on", required: true)
      let evidence = milestone.texts("evidence")
      return id.map { Customer.Milestone(id: $0, on: day, evidence: evidence) }
    }
  }
}
