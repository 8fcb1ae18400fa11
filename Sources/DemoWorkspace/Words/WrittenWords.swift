/// Sentences for mails, chats, tickets and what systems notice.
enum WrittenWords {
  static let firstTouches = [
    "{company} runs about {n} {sites}, so I expect that electricity reaches you as one large number, some weeks late.",
    "I read about the new {site} in {city} and wondered who watches the {load} there at {hour} in the morning.",
    "A colleague met {c2} at a trade fair and came back with one sentence: the {load} are the problem.",
    "Your report for last year says {pct2} % less energy by {year}. I wondered which {sites} that will come from.",
    "Somebody in your position told us in {month} that finding the worst {few} {sites} took longer than mending them.",
  ]
  static let outbound = [
    "As promised, the figures for {few} {sites}: the {load} account for {pct} % of the night load, about {eur2} "
      + "a year.",
    "Attached is the plan for {n} {sites} with dates. The one I am unsure about is access in {city}.",
    "You asked how we differ from {rival}. Short answer: ask who looks at the screen on a Monday. Long answer "
      + "attached.",
    "The offer stands at {amount} a year for {n} {sites}, gateways apart. I have not rounded anything.",
    "{se} has checked the network drawing. Two ports, outbound only, nothing that writes.",
    "Thank you for the frank talk on {past}. Below is what I understood; correct me where I am wrong.",
    "The pilot criteria in one paragraph: {few} {sites}, {weeks} weeks, at least {pct2} % found, your people "
      + "can use it alone.",
    "On single sign-on: SAML and OIDC, included. On hosting: EU only, reports attached.",
  ]
  static let askings = [
    "Would {soon} suit for twenty minutes?", "Could you send me one invoice so that we stop guessing?",
    "Who else should see this before {soon}?", "Is {later} still the date that counts?",
    "May {se} talk to {c2} about the meters?", "What would have to be true for a yes before {next}?",
    "Shall I hold the {sites} for week {weeks}?", "If it is a no, a short no is fine.",
  ]
  static let inbound = [
    "thank you for the paper. {c2} and I went through it on {weekday} and have three remarks.",
    "the numbers for {site} {small} surprised us; our own reading was {pct2} % lower.",
    "I have to move our date to {soon}, the {load} are in revision that week.",
    "please find attached the list of meters, {n} lines, not all of them good.",
    "{c2} asks whether the price holds if we start with {few} {sites} instead of {n}.",
    "we looked at {rival} as well, which you knew. Their paper is shorter than yours.",
    "management has discussed your proposal and wants it split into two steps.",
    "our legal team returned the contract with {small} comments, most of them harmless.",
  ]
  static let details = [
    "First, the baseline: please use {month} to {month}, not the calendar year.",
    "The peak of {kw} was a test and should not count.",
    "We cannot give you access before {soon} because of the audit.",
    "For {few} {sites} the landlord has to agree, I have asked.",
    "The second point is support: who answers at {hour} when an alarm comes?", "Finance would like to pay per quarter.",
    "Please put the {pct2} % into the text, otherwise nobody will remember it.",
    "{c2} is away until {soon}, nothing will move before.",
    "The rest is fine for us.", "A reference from our trade would help more than another slide.",
  ]
  static let greetings = ["Dear {c}", "Hello {c}", "Hi {c}", "Good morning {c}"]
  static let partings = ["Kind regards", "Best regards", "With best wishes", "Thanks and regards", "Best"]
  static let mailSubjects = [
    "Numbers for {few} {sites}", "Plan for {n} {sites}", "Your question about {rival}", "Offer and dates", "Meter list",
    "Next steps after {past}", "Comments on the contract", "Access in {city}", "Price for {few} instead of {n}",
    "Baseline and criteria", "The {load}, once more",
  ]
  static let firstSubjects = [
    "Who watches the {load} at night?", "One question about {site} {small}", "{n} {sites}, one bill",
    "The {load} in {city}",
  ]
  /// Exchanges that belong together.
  static let chats = [
    "**{c1}:** small thing, the {load} at {site} {small} look odd since {weekday}\n\n**{csm}:** odd up or odd down?\n\n"
      + "**{c1}:** up. About {kw}\n\n**{se}:** I see it. Clock changed on {gw}, fixed",
    "**{c1}:** {c2} asks if the report can go out on the 2nd\n\n**{csm}:** from this month on, yes",
    "**{c1}:** we had {rival} in the house yesterday, so you hear it from me\n\n"
      + "**{rep}:** thanks for saying it. On paper or over coffee?\n\n**{c1}:** over coffee. {c2} stayed polite",
    "**{c1}:** can you send two lines on export formats\n\n**{csm}:** two lines are on their way",
    "**{c1}:** alert of {hour} was right by the way, a door\n\n**{csm}:** what did it cost you?\n\n"
      + "**{c1}:** {eur2} if it had run till {next}",
    "**{csm}:** {few} {sites} have not reported since {weekday}, is that you or us?\n\n**{c1}:** us, the "
      + "switch. Back by {soon}",
  ]
  /// Tickets from the first line to the last.
  static let tickets = [
    "**{c1}.** {gw} shows nothing since {weekday}, {hour}. {few} {sites} are missing in the list.\n\n"
      + "**Support.** Seen. The last packet came at {hour}; power or network?\n\n"
      + "**{c1}.** Power is there. The switch was replaced on {weekday}.\n\n"
      + "**Support.** Then it is the port. Please allow the address in the mail to {c2}.\n\n**{c1}.** Works.",
    "**{c1}.** Values of the {load} doubled overnight at {site} {small}. Nothing changed on our side.\n\n"
      + "**{se}.** Factor of the current transformer was read twice. Corrected from {past} on.\n\n"
      + "**{c1}.** {c2} had reported {pct} % too much by then. Please say so in writing.",
    "**{c1}.** Login works for me but not for {c2}, same group in our directory.\n\n"
      + "**Support.** Group mapping repaired, {c2} can log in.\n\n**{c1}.** It took {small} hours longer than "
      + "we were told.",
    "**{c1}.** The export has {small} columns with the wrong unit since the last release.\n\n"
      + "**Support.** Confirmed for {load}. Mended in the release of {soon}; until then the old export is back.",
    "**{c1}.** {gw} lost power for good, the cabinet was wet.\n\n**Support.** Waiting for a technician in "
      + "{city}, planned "
      + "for {soon}.\n\n**{se}.** I send the marine gland along, no charge.",
  ]
  static let comments = [
    "The alerts are right more often than not, and {c2} reads them now.",
    "I would give more if the report came in time.",
    "Good people. The product does what was sold, {load2} excepted.", "Our {sites} use it, our management does not.",
    "We asked three times about {site} {small}.", "It found {eur2} in the first {weeks} weeks. That is why.",
  ]
  static let signals = [
    "- {few} {sites} opened the Shift preview on {small} evenings",
    "- sign-ins rose from {few} to {small} people in {weeks} weeks",
    "- export of the {load} table, {small} times, by {c1}", "- seats are full since {past}",
    "- alerts muted at {site} {small} for {days} days", "- no sign-in from {city} for {days} days",
  ]
  static let notes = [
    "Found in the local press of {city}: {word} builds another {site}, opening in {next}.",
    "Advert for an energy manager at {word}, posted on {past}. Somebody cares, or somebody left.",
    "Met a former colleague of {c1} at a fair. The {load} were replaced in {month}; consumption is said to be "
      + "the same.",
    "Their supplier contract is up in {next}, according to the tender portal.",
    "{c2} reports to a new board member since {month}.",
    "Suppression list checked, clean. No history with us before {month}.",
    "Plan: leave {weekday} mails alone, call {c1} after {soon}, and bring one number.",
  ]
}
