/// Sentences for deals.
enum DealWords {
  static let situations = [
    "{product} for {n} {sites} of {company}. The {load} are what they want to see first.",
    "{company} wants {product} on {n} {sites}, beginning with {few} around {city}.",
    "{n} {sites}, {product}, at {unit} a {site}. {c1} asked for it after the bill of {month}.",
    "This began with one question of {c1}: why does {site} {small} use {pct} % more than its twin?",
    "{product} for {n} {sites}. They have tried a workbook, a trainee and a supplier portal before us.",
    "A sale in two halves: {c1} wants the figures, {c2} wants the price. {n} {sites} in all.",
  ]
  static let reasons = [
    "Why now: the supply contract ends in {next} and nobody can say what the {load} need.",
    "Why now: the auditor wants meter-based figures for {year}.",
    "Why now: {eur2} of peak charges in {month}, noticed by the management.",
    "Why now: {c2} has a target of {pct2} % and no way to prove it.",
    "No hard date. It competes with a new line in {city} for the same budget.",
    "Why now: {rival} was in the house, and {c1} would rather decide than be decided for.",
  ]
  static let agreements = [
    "Agreed so far: {few} {sites} first, {weeks} weeks, criteria in writing.",
    "Agreed: yearly payment, start on the first of a month, EU hosting, sign-on through their directory.",
    "They accept {eur2} a year as the cost of doing nothing. {c1} repeated it without notes.",
    "Nothing agreed beyond the next meeting.", "Price is known and was not refused: {unit} a {site}.",
    "{c1} delivers the meter list, {se} draws the network plan.",
  ]
  static let risks = [
    "Risk: {c2} decides and we have met only once.", "Risk: {rival} is cheaper on paper and quick with answers.",
    "Risk: access to {few} {sites} depends on the landlord.", "Risk: everything hangs on {c1}.",
    "Risk: the budget round in {next} could swallow it.", "Risk: IT has {small} other projects before {next}.",
    "Risk: their baseline of {month} is kind to nobody.",
  ]
  static let statuses = [
    "{c1} answers, slowly. Next real date is {later}.", "Waiting for {c2}'s reading of the paper.",
    "On track for {next}, no open question on our side.", "Quiet. {rep} calls on {weekday}.",
    "{few} {sites} are surveyed, the rest follow by {soon}.", "The number everybody uses now is {eur2}.",
    "Legal has it; {small} comments, none on price.", "Criteria are met on {few} of {n} {sites}.",
    "{c1} asked for patience until {soon}.", "{rival} was mentioned again, without a price.",
  ]
  static let steps = [
    "Send the recap with the figure of {eur2}", "Call {c1} about the meter list", "Book the visit in {city}",
    "Agree criteria with {c1} and {c2}", "Send the offer for {n} {sites}", "Get the name of the signer from {c1}",
    "Show Watch on the {load} to {c2}", "Answer the security questions of IT", "Send redlines to their legal",
    "Confirm the start date with {c2}", "Draft the one-page case for {c2}", "Ask {c1} for one invoice of {month}",
  ]
  static let wins: [(code: String, text: String)] = [
    ("product_fit", "The pilot found {eur2} on {few} {sites}, and {c1} could repeat the sum."),
    ("product_fit", "Alerts that a shift leader can act on decided it, against {rival}."),
    ("price", "With {unit} a {site} we were inside the line that {c2} could sign."),
    ("relationship", "{c1} wanted us and said so to {c2} before procurement came in."),
    ("timing", "The supply contract was up and they needed figures before {next}."),
    ("security", "EU hosting and single sign-on without extra cost; {rival} could not offer both."),
  ]
  static let losses: [(code: String, text: String)] = [
    ("price", "{rival} came in {pct} % lower and we had no number in money to set against it."),
    ("no_decision", "The management postponed everything that is not production."),
    ("no_decision", "Nobody owned the problem after the reorganisation in {month}."),
    ("timing", "The supply contract was extended by a year, which took the urgency away."),
    ("competitor", "{rival} is already in the group and got the extension."),
    ("champion_left", "{c1} changed jobs and {c2} did not take it over."),
    ("security", "IT refused gateways in the control network and could not be moved."),
    ("product_fit", "They need gas and steam first, where we are second best."),
  ]
  static let wonTexts = [
    "What decided it: {reason} For the renewal, remember that {c2} was promised a review after {weeks} weeks.",
    "Signed after {months} months. {reason} Handover to {csm} with the list of {n} {sites}.",
    "{reason} The last week was paper only; {small} versions of the order form.",
  ]
  static let lostTexts = [
    "Lost. {reason} In hindsight the sign was there when {c2} stopped answering.",
    "{reason} We parted well; {c1} asked to be called again in {next}.",
    "Lost, and fairly. {reason} What we would do differently: put a cost on one event before naming a price.",
  ]
  static let reopenings = [
    "{c1} called: the workbook did not survive the audit", "New budget for {year}, same people",
    "{rival} missed its dates", "{c2} asked for the old offer with {few} {sites} less",
  ]
  /// What is known of each element of MEDDPICC.
  static let facts: [[String]] = [
    [
      "{mwh} a year, {pct2} % believed to be avoidable", "{eur2} a year for the {load} alone",
      "Peak of {kw} costs {eur2} a year",
    ],
    ["{c2} releases money above {eur2}", "{c2}, met once, asked about payback", "{t1} can sign up to {eur2}"],
    [
      "Cost shown by {site}, single sign-on, go-live before {next}",
      "Reliability first, then price, then carbon report",
      "Works without their IT; {few} reference {sites}",
    ],
    [
      "Management meeting on {later}, prepared by {c1}", "{c1} proposes, {c2} decides, no tender",
      "Group must agree, {weeks} weeks",
    ],
    [
      "Order form, their legal reads for {weeks} weeks, {c2} signs",
      "Procurement portal, vendor form, signature by {c2}",
    ],
    [
      "The {load} run unseen at night, {eur2} a year, felt by {c1}", "Invoices typed by hand, {small} hours a month",
      "Nobody can explain the difference between {sites}",
    ],
    ["{c1} brought us to {c2} without being asked", "{c1} defends the case and shares internal numbers"],
    ["{rival} has an offer out, lower on paper", "{rival}, liked by {c2}", "Doing nothing is the real rival"],
  ]
}
