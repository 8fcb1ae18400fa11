/// A contact's part in one purchase.
package struct CommitteeMember: Sendable {
  /// What somebody does in a purchase (domain 1.2).
  package enum Role: String, CaseIterable, Sendable {
    case economicBuyer = "economic_buyer"
    case champion, coach
    case technicalBuyer = "technical_buyer"
    case userBuyer = "user_buyer"
    case executiveSponsor = "executive_sponsor"
    case influencer, blocker, legal, procurement, security
  }

  /// Contact id.
  package var contact: String
  package var role: Role?
  /// 1 to 5.
  package var influence: Int?
  /// −2 against us to +2 for us.
  package var stance: Int?
  package var isPrimary: Bool
  /// Last contact that went both ways.
  package var lastTwoWayOn: Day?

  init?(_ fields: inout FieldReader) {
    let contact = fields.text("contact", required: true)
    role = fields.choice("role", Role.self)
    influence = fields.integer("influence", in: 1...5)
    stance = fields.integer("stance", in: -2...2)
    isPrimary = fields.flag("primary") ?? false
    lastTwoWayOn = fields.day("last_two_way_on")
    guard let contact else { return nil }
    self.contact = contact
  }
}

/// One element of MEDDPICC with how well it is known (domain 1.5).
package struct MeddpiccElement: Sendable {
  /// The eight questions in the order of the acronym.
  package enum Name: String, CaseIterable, Sendable {
    case metrics
    case economicBuyer = "economic_buyer"
    case decisionCriteria = "decision_criteria"
    case decisionProcess = "decision_process"
    case paperProcess = "paper_process"
    case identifiedPain = "identified_pain"
    case champion, competition
  }

  package var name: Name
  /// 0 unknown, 1 our assumption, 2 stated by one contact, 3 confirmed by two or in writing.
  package var score: Int?
  package var text: String?
  /// Paths relative to the customer's folder.
  package var evidence: [String]
  package var asOf: Day?

  static func all(_ fields: inout FieldReader) -> [MeddpiccElement] {
    Name.allCases.compactMap { name in
      fields.record(name.rawValue, owner: "meddpicc element") { element in
        MeddpiccElement(
          name: name, score: element.integer("score", in: 0...3), text: element.text("text"),
          evidence: element.texts("evidence"), asOf: element.day("as_of"))
      }
    }
  }
}
