internal import WorkspaceModel

/// How the values of sales records are called, and in which tone they are shown.
enum SalesWords {
  /// "AE", "Sales ops".
  static func role(_ id: String) -> String {
    ["ae", "se", "sdr", "csm", "vp", "cro", "cfo", "ceo"].contains(id) ? id.uppercased() : Slug.title(of: id)
  }

  /// "Mid-market", "SMB".
  static func segment(_ segment: Customer.Segment) -> String {
    switch segment {
    case .enterprise: "Enterprise"
    case .midMarket: "Mid-market"
    case .smb: "SMB"
    }
  }

  /// Where the relation with an account stands.
  static func lifecycle(_ lifecycle: Customer.Lifecycle) -> Badge {
    let tone =
      switch lifecycle {
      case .customer: "positive"
      case .prospect: "info"
      case .former, .partner: "neutral"
      }
    return Badge(text: Slug.title(of: lifecycle.rawValue), tone: tone)
  }

  /// What an account that bought is going through.
  static func accountStage(_ stage: Customer.AccountStage) -> Badge {
    Badge(text: Slug.title(of: stage.rawValue), tone: stage == .churned ? "negative" : "neutral")
  }

  /// "New business", "One-off".
  static func dealType(_ type: Deal.DealType) -> String {
    switch type {
    case .new: "New business"
    case .oneOff: "One-off"
    case .expansion, .renewal: Slug.title(of: type.rawValue)
    }
  }

  /// "Best case".
  static func category(_ category: Deal.Category) -> String { Slug.title(of: category.rawValue) }

  /// The part of somebody in a purchase.
  static func committeeRole(_ role: WorkspaceModel.CommitteeMember.Role?) -> String {
    switch role {
    case nil: "Role unknown"
    case .security: "Security review"
    case .legal: "Legal"
    case .some(let role): Slug.title(of: role.rawValue)
    }
  }

  /// The tone in which a part in a purchase is shown.
  static func tone(_ role: WorkspaceModel.CommitteeMember.Role) -> String {
    switch role {
    case .champion, .coach, .executiveSponsor: "positive"
    case .blocker: "negative"
    case .economicBuyer: "info"
    default: "neutral"
    }
  }

  /// "Against" to "In favour".
  static func stance(_ stance: Int) -> String {
    ["Against", "Sceptical", "Neutral", "Supportive", "In favour"][min(4, max(0, stance + 2))]
  }

  /// "C-level", "VP".
  static func seniority(_ seniority: Contact.Seniority) -> String {
    switch seniority {
    case .cLevel: "C-level"
    case .vp: "VP"
    default: Slug.title(of: seniority.rawValue)
    }
  }

  /// "E-mail in", "On-site visit".
  static func kind(_ kind: Interaction.Kind?) -> String {
    switch kind {
    case nil: "Unknown kind"
    case .emailIn: "E-mail in"
    case .emailOut: "E-mail out"
    case .onsite: "On-site visit"
    case .nps: "NPS answer"
    case .documentView: "Document viewed"
    case .some(let kind): Slug.title(of: kind.rawValue)
    }
  }

  /// The symbol of a kind of interaction.
  static func icon(_ kind: Interaction.Kind?) -> String {
    switch kind {
    case .emailIn: "email-in"
    case .emailOut: "email-out"
    case .supportTicket: "ticket"
    case .productSignal: "signal"
    case .documentView: "document"
    case .call, .meeting, .demo, .onsite, .chat, .nps, .note: kind?.rawValue ?? "note"
    case nil: "note"
    }
  }

  /// What an insight is about.
  static func insightKind(_ kind: Insight.Kind?) -> Badge {
    let tone =
      switch kind {
      case .pain, .objection, .risk: "negative"
      case .competitor: "warning"
      case .buyingSignal, .commitment: "positive"
      case .need, .decision, .metric: "info"
      case nil: "neutral"
      }
    return Badge(text: kind.map { Slug.title(of: $0.rawValue) } ?? "Unknown kind", tone: tone)
  }

  /// How bad an alert is.
  static func severity(_ severity: TriggerRule.Severity?) -> Badge {
    let tone =
      switch severity {
      case .critical: "urgent"
      case .high: "warning"
      case .medium: "info"
      case .low, nil: "neutral"
      }
    return Badge(text: severity.map { Slug.title(of: $0.rawValue) } ?? "Severity unknown", tone: tone)
  }

  /// What has become of an alert.
  static func alertState(_ state: Alert.State?) -> Badge {
    let tone =
      switch state {
      case .firing: "urgent"
      case .pending: "warning"
      case .acknowledged: "info"
      case .resolved: "positive"
      default: "neutral"
      }
    return Badge(text: state.map { Slug.title(of: $0.rawValue) } ?? "State unknown", tone: tone)
  }
}
