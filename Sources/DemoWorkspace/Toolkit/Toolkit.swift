/// Battlecards of the invented market.
enum Toolkit {
  /// File name and name of every rival, as texts use them.
  static let rivals: [(card: String, name: String)] = cards.map { ($0.slug, $0.name) }

  private static let signOn = "SAML and OIDC on every plan"
  private static let hosting = "EU only"

  static let cards: [Card] = [
    card(
      "wattline", "Wattline", "Watt Line", "james.whitlow",
      "A good cheap meter with a screen on top. We are better when somebody has to act on many sites on a "
        + "Monday morning.",
      ["More than 50 sites and nobody who reads charts", "Finance remembers a wrong invoice"],
      ["A buyer with a budget for hardware and none for subscriptions", "Under 20 sites of one format"],
      ("SAML on the top plan only", "EU or US, chosen at the start"),
      ("They are half your price", "On the meter, yes. Ask who reads 300 dashboards and what that person costs."),
      "Who looks at the screen on a Monday?", "Do not call their hardware poor.",
      "They began as a maker of meters and still think in units sold. See the [discovery "
        + "call](../playbooks/discovery-call.md)."
    ),
    card(
      "kilovane", "Kilovane", "Kilo Vane", "jonas.keller",
      "A large suite with strong carbon reports and a roll-out measured in years. We show the first finding "
        + "within weeks.",
      ["A date within the year", "Energy people decide, not group reporting"],
      ["The group wants one suite for everything", "Carbon reports are the only question"],
      ("SAML after a paid workshop", "EU and US regions"),
      ("They cover everything", "They do. Ask which part runs in the first quarter."),
      "What must be live by next summer?",
      "Never attack their auditors' list.",
      "Reference plants take months; read [[wattline]] for the other end of the market."),
    card(
      "ampertrace", "Ampertrace", "Amper Trace", "sabine.roth",
      "Plug-in sensors that stick in a day. Ask what happens in month nine, and how people sign in.",
      ["IT asks about single sign-on", "Sites without a handy electrician later on"],
      ["A pilot must hang next week", "One building only"], ("Passwords only, SAML announced", "EU"),
      ("Installed in an hour", "True. Ask for the share of sensors that report after a year."),
      "Who replaces a sensor that falls off?", "Do not promise their speed.",
      "Fast, friendly, thin. Their second year is nobody's job, says [the pilot "
        + "play](../playbooks/technical-validation-pilot.md)."
    ),
    card(
      "meterforge", "Meterforge", "Meter Forge", "sabine.roth",
      "Made for control rooms and installed in the basement. We are the easier choice when more than one plant "
        + "must compare.",
      ["Several plants under one energy manager", "Remote support is accepted"],
      ["OT decides alone", "Nothing may leave the site"], ("Local accounts, directory by project", "On premises"),
      ("Your cloud is a risk", "Bring the drawing: two ports, outbound only, nothing that writes."),
      "Who compares plants today?", "Bring drawings, not adjectives.",
      "Respected by engineers. Use the [security answers](../templates/meeting-recap.md) in writing."),
    card(
      "sunderly", "Sunderly", "Sunderly Advisory", "luca.moretti",
      "Consultants with a tool. Good reports once a year; we are there on the other 364 days.",
      ["Operations wants to act weekly", "Meters exist already"], ["The board wants a report and a face"],
      ("None needed, reports by mail", "EU"),
      ("They write the report for us", "Keep them for the text; feed it from meters."),
      "Who acts on the report in February?", "Do not mock consultants; they recommend us too.",
      "Partner or rival, depending on the country."),
    card(
      "voltaris-insight", "Voltaris Insight", "Voltaris", "anouk.peters",
      "The supplier's own portal, free with the contract. Free until the supplier changes, and blind to its own "
        + "mistakes.",
      ["Several suppliers", "Invoices have been wrong"], ["One supplier, long contract, small load"],
      ("Supplier login", "EU"), ("It is free", "So is the bill it never checks."),
      "Who checks the supplier's figures?", "Do not insult the supplier in the room.",
      "Bundled with supply "
        + "contracts."),
    card(
      "in-house-build", "In-house build", "Own BI", "erik.solberg",
      "A workbook, a clever trainee and the best intentions. Ask who keeps it alive in two years.",
      ["The builder has changed jobs", "An audit asks for traceability"], ["A real data team with time"],
      ("Whatever IT grants", "Their own"), ("We can build that", "You can. What will you not build instead?"),
      "Who owned the workbook a year ago?", "Never laugh at the workbook.", "Half of our pilots replace one."),
    card(
      "do-nothing", "Do nothing", "Status quo", "erik.solberg",
      "The rival that wins most. Put a cost on one event, with their own numbers.",
      ["One event has a price", "Somebody has a target"], ["Nobody feels it", "The budget round is over"],
      ("Nothing to sign in to", "Nowhere"), ("Not this year", "Agreed, if you can tell me what this year costs."),
      "What happens if nothing changes until summer?", "Do not threaten with regulation.",
      "See [[in-house-build]] as well."),
  ]

  private static func card(
    _ slug: String, _ name: String, _ alias: String, _ owner: String, _ pitch: String, _ wins: [String],
    _ losses: [String], _ theirs: (signOn: String, hosting: String), _ objection: (String, String), _ question: String,
    _ landmine: String, _ background: String
  ) -> Card {
    Card(
      slug: slug, name: name, alias: alias, owner: owner, pitch: pitch, wins: wins, losses: losses,
      claims: [
        Card.Claim(topic: "Single sign-on", ours: signOn, theirs: theirs.signOn),
        Card.Claim(topic: "Hosting", ours: hosting, theirs: theirs.hosting),
      ],
      objection: (objection.0, objection.1), question: question, landmine: landmine, background: background)
  }
}
