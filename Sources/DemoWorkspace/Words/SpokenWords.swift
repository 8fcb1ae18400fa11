/// Sentences for calls, meetings, demos and visits.
enum SpokenWords {
  static let openings = [
    "{c1} was late from another call and came straight to the point.",
    "Started with {site} {small}, which {c1} had on screen before anyone said hello.",
    "{c1} had printed the last bill and marked three lines in yellow.",
    "Small talk about the move in {city}, then twenty good minutes.",
    "{c1} brought {c2} along without warning, which turned out well.",
    "We had planned for half an hour; {c1} stayed longer.",
    "{se} opened with the night curve of the {load} and then kept quiet.",
    "{c1} asked us to skip the slides, so we did.",
    "Line was bad for the first ten minutes; the rest was worth it.",
    "{c2} did most of the talking, {c1} nodded and took notes.",
    "Quiet start. {c1} had just come out of a budget round.",
    "{c1} repeated what they had told us on {past} and added numbers this time.",
  ]
  static let facts = [
    "Baseline: {mwh} a year over {n} {sites}, of which the {load} take about {pct} %.",
    "They read meters by hand on the first of the month, {small} people, two days.",
    "The {load} were switched to a new schedule in {month} and nobody has checked the effect.",
    "{c1} believes {pct2} % can go without touching production; {c2} says half of that.",
    "Contract with their supplier ends in {next}, so tariffs are on the table anyway.",
    "IT wants SAML and a list of ports; {se} sends both.",
    "{few} {sites} have meters that we can read today, the rest need gateways.",
    "One anomaly alone, the {load} at {hour} in the night, comes to {eur2} a year.",
    "Their landlord owns the main meters in {few} {sites}; access takes {weeks} weeks.",
    "{c2} compared us with {rival}, fairly, and asked about the second year.",
    "They tried a tool of their own in {month}; it stopped when the trainee left.",
    "The group wants one carbon figure by {next}, and today there are {few} versions of it.",
    "Peak load is {kw} above contract on about {small} days a year.",
    "{c1} owns the topic but not the budget; that sits with {c2}.",
    "They measured {load2} for {weeks} weeks on their own and did not trust the result.",
    "Roll-out would have to avoid the stock-take at the end of {next}.",
  ]
  static let reactions = [
    "{se} said what we can do and what we cannot, in that order.",
    "{rep} asked who else has to agree. Pause, then two names we did not have.",
    "I did not answer the price question and asked what one bad month costs. {eur2}, roughly.",
    "We agreed not to talk about Shift before Watch has run for a quarter.",
    "{c2} wants to see it at a {site} that everybody knows to be bad.",
    "Disagreement about the baseline: they take {month}, we would take a whole year.",
    "I offered a pilot on {few} {sites}; {c1} wants the criteria in writing first.",
    "{rep} named the price range, nobody fell off the chair.",
    "{c1} was more careful than last time, and I do not know why yet.",
    "The question about hosting came up again; EU only settled it.",
    "Good energy in the room until {c2} mentioned the works council.",
    "We owe them an answer on alarms outside working hours.",
  ]
  static let closings = [
    "Next: {se} sends the list by {soon}, {c1} picks the {sites}.",
    "Next call on {soon}, with {c2}. Until then no mails, {c1} asked.",
    "{rep} sends a recap today and a draft plan by {soon}.",
    "Left with two dates: figures by {soon}, decision paper by {later}.",
    "Nothing signed, but {c1} walked us to the door and named the next step: a visit on {soon}.",
    "To do: one page for {c2}, in money, before {soon}.",
    "If we hear nothing by {soon}, {rep} calls {c2} directly.",
    "We meet again on {later}; {c1} wants to show results to the management by then.",
  ]
  static let summaries = [
    "{c1} named a cost of {eur2} and wants a written plan by {soon}.",
    "Agreed on {few} {sites} to look at first; {c2} still has to be won.",
    "Baseline of {mwh} confirmed, doubts about the second year remain.",
    "{c1} is for it, {c2} compares with {rival}.",
    "Open questions on access and sign-on; next date is {soon}.",
    "The {load} are the topic, {pct2} % is the number they believe.",
    "Good talk without a decision; management looks at it on {later}.",
    "{c1} wants criteria in writing before anything is installed.",
  ]
  static let subjects: [String: [String]] = [
    "call": [
      "Call about the {load}", "Catch-up with {c1}", "Price and scope", "Call on the plan for {n} {sites}",
      "Open questions before {next}", "Qualification call", "Second talk with {c1} and {c2}",
    ],
    "meeting": [
      "Meeting on criteria", "Quarterly review", "Workshop on the business case", "Steering meeting",
      "Meeting with {c2} and finance", "Review of the first {weeks} weeks",
    ],
    "demo": [
      "Demo with data of {few} {sites}", "Watch on their own {load}", "Demo for {c2}", "Shift preview and Ledger",
    ],
    "onsite": [
      "Walk through {site} {small}", "Visit in {city}", "Half a day among {load}", "Site survey, {few} {sites}",
    ],
  ]
  static let noShows = [
    "Nobody came. Waited fifteen minutes, then wrote to {c1}. Same link worked last time.\n\n{c1} replied in "
      + "the evening: an "
      + "outage at {site} {small} took the whole day. New date {soon}.",
    "No-show, the second with {c2}. {rep} left a message at reception in {city} and offers {soon}.\n\nI would "
      + "not read much "
      + "into it yet, the {load} had a bad week.",
  ]
}
