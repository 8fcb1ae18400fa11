/// What customers say, and what follows from it.
enum Quotes {
  /// Kind of insight, their words, our conclusion.
  static let all: [(kind: String, words: String, statement: String)] = [
    (
      "pain", "we only see the bill, {weeks} weeks later",
      "{word} learns about waste from the bill, {weeks} weeks late."
    ),
    (
      "pain", "nobody here can tell me why {site} {small} costs more than the others",
      "Differences between {sites} cannot be explained with today's figures."
    ),
    (
      "pain", "the {load} run all night and we find out at the end of the month",
      "Night load of the {load} goes unseen until month end."
    ),
    (
      "pain", "I spend {small} hours every month typing invoices into a workbook",
      "Invoices of {n} {sites} are typed by hand, {small} hours a month."
    ),
    (
      "pain", "last {month} we paid {eur2} for a peak of one quarter of an hour",
      "One quarter of an hour cost {eur2} in peak charges in {month}."
    ),
    (
      "pain", "every {site} manager has his own spreadsheet and his own truth",
      "There is no common energy figure across {sites}."
    ),
    (
      "need", "I need one list of the worst {few} {sites} on Monday morning",
      "{c1} wants a ranked list of {sites} each Monday, not a dashboard."
    ),
    (
      "need", "the auditor wants numbers that trace back to a meter",
      "Carbon figures must trace back to meters for the audit."
    ),
    (
      "need", "it has to work with single sign-on or IT will not look at it",
      "Single sign-on is a condition of {word}'s IT."
    ),
    ("need", "show me cost, not kilowatt-hours", "Management reads money, not kilowatt-hours."),
    ("need", "whatever we buy must be running before {next}", "Go-live before {next} is a hard date for {word}."),
    (
      "objection", "{rival} is a third cheaper and I have to explain that",
      "{c1} needs an answer to {rival}'s lower price."
    ),
    (
      "objection", "we have been burnt by sensors that stop reporting after {months} months",
      "Reliability after {months} months is in doubt because of an earlier supplier."
    ),
    ("objection", "{unit} a {site} is more than my budget line allows", "{unit} a {site} is above {c1}'s budget line."),
    ("objection", "I do not want another box in the server room", "IT resists more hardware on site."),
    ("objection", "our people will not log in to one more tool", "Adoption is the worry: one more tool to log in to."),
    (
      "competitor", "{rival} was here on {weekday} and promised us {weeks} weeks",
      "{rival} is active and promises a roll-out in {weeks} weeks."
    ),
    (
      "competitor", "to be fair, {rival} answered all our questions in writing",
      "{rival} sets the standard for written answers at {word}."
    ),
    ("competitor", "our group already uses {rival} for {few} {sites}", "{rival} has a foothold with {few} {sites}."),
    (
      "risk", "there is a hiring freeze, so do not count on a project lead",
      "No project lead because of a hiring freeze."
    ),
    ("risk", "I may not be in this role after {next}", "{c1} could change roles after {next}."),
    (
      "risk", "the new finance director looks at every contract above {eur2}",
      "A new finance director reviews contracts above {eur2}."
    ),
    ("risk", "if it slips into {year} we start again with the budget", "A slip into {year} restarts the budget round."),
    ("buying_signal", "the budget approved for {year} has a line for this", "Money for {year} is set aside."),
    ("buying_signal", "please send a quote for all {n} {sites}", "{word} asks for a price for all {n} {sites}."),
    ("buying_signal", "who signs on your side, and how fast", "{c1} asks about signatures."),
    ("buying_signal", "I already told {c2} that we will do this with you", "{c1} sells for us inside the company."),
    ("commitment", "you will have the list of meters by {soon}", "{c1} delivers the meter list by {soon}."),
    ("commitment", "I will bring {c2} to the next call", "{c2} joins the next call on {c1}'s word."),
    (
      "commitment", "we give you {few} {sites} for the pilot, pick them yourselves",
      "{word} offers {few} {sites} for a pilot."
    ),
    (
      "decision", "we decide in the management meeting on {later}",
      "The decision falls in the management meeting on {later}."
    ),
    ("decision", "procurement will contact you once {c2} has agreed", "Procurement follows {c2}'s consent."),
    ("decision", "anything below {eur} I can sign myself", "{c1} signs up to {eur} alone."),
    ("metric", "we use about {mwh} a year across the {sites}", "Consumption is about {mwh} a year."),
    (
      "metric", "if you save us {pct2} % on the {load} it has paid for itself",
      "{pct2} % on the {load} pays for the contract."
    ),
    ("metric", "the last project saved {eur} and nobody measured how", "An earlier project claims {eur}, unmeasured."),
  ]

  /// The way somebody is cited in notes.
  static let frames = [
    "{c1}: \"{quote}\".", "In {c1}'s words: \"{quote}\".", "What stayed with me is {c1} saying \"{quote}\".",
    "{c1}, half joking: \"{quote}\".", "Then {c1} said it plainly: \"{quote}\".",
    "Asked directly, {c1} answered \"{quote}\".",
    "{c1} put it like this: \"{quote}\".", "Note the wording, {c1} said \"{quote}\".",
  ]

  /// The way the same words stand in a mail or chat of their own.
  static let inMail = [
    "To be open with you: {quote}.", "One thing you should know: {quote}.", "As I said on the phone, {quote}.",
    "For your planning: {quote}.", "Between us, {quote}.", "I repeat what I told {rep}: {quote}.",
  ]
}
