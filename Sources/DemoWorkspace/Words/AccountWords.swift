/// Sentences for profiles, insights and tasks.
enum AccountWords {
  static let whoTheyAre = [
    "{company} runs {n} {sites}, the largest in {city}. About {mwh} of electricity a year, most of it for {load}.",
    "A company of {people} people around {city} with {n} {sites}. Owned by a family that reads every investment "
      + "above {eur2}.",
    "{n} {sites} under one name, grown by buying neighbours; every {site} has its own meters and habits.",
    "{company} in {city}: {n} {sites}, {people} people, thin margins, long memory for suppliers.",
  ]
  static let wishes = [
    "A list of the worst {few} {sites} each Monday, in money. {c1} does not want another dashboard.",
    "Figures that the auditor accepts, and an answer to why the {load} run at {hour}.",
    "Lower peaks: {kw} above contract cost them {eur2} in {month}.",
    "{c1} wants to see {load}; {c2} wants to see payback. Bring both.",
  ]
  static let standings = [
    "{c1} is our way in, {c2} decides on money. See [the first deal](@d0@).",
    "We know operations well and finance hardly. [Deal](@d0@) tells the rest.",
    "Friendly, slow, honest. What is open stands in [the deal](@d0@).",
  ]
  static let standingsWithoutDeal = [
    "No deal yet. {c1} is polite and busy.", "First contacts only; nobody has named a cost.",
  ]
  static let warnings = [
    "- {c2} compares everything with [[battlecards/{card}|{rival}]].\n- No mails on {weekday}, that is when "
      + "they close the books.",
    "- {c1} writes short and means it well.\n- Access in {city} needs {weeks} weeks of notice.",
    "- They were promised a report in {month} and remember it.\n- Say {sites}, never facilities.",
    "- The group may decide over {c2}'s head.\n- Read [[battlecards/{card}|the {rival} card]] before you talk price.",
  ]
  static let insightBodies = [
    "Said in passing, not as a demand, which makes me believe it.", "Second time that we hear it; {c2} did not object.",
    "If this holds, the order of our offer is wrong: {load} first, the rest later.",
    "Worth checking with {c2} before it goes into a forecast.", "It explains why {month} went so quietly.",
    "From the notes of {rep}; the tone was calm. See also [the deal](@dD@).",
    "Concerns {n} {sites}. {csm} should know before the next review.",
    "Confirmed by the figures of {site} {small}, as far as they go.",
  ]
  static let tasks = [
    "Send the recap to {c1}", "Get the meter list from {c1}", "Offer for {few} {sites}", "Answer IT on single sign-on",
    "Book the survey in {city}", "Ask {c2} for ten minutes", "Check the {load} curve of {site} {small}",
    "Prepare the review with {c1}", "Find a reference for {load}", "Send the drawing to {c2}",
    "Correct the baseline to {mwh}",
    "Call {c1} about access", "Draft the order form", "Put {eur2} into the one-page case",
  ]
  static let taskBodies = [
    "Promised on {past}. Short is fine.", "{c1} needs it before the meeting on {soon}.",
    "Use the figure of {eur2}, not the old one.",
    "With {se}. If it takes longer, tell {c1} first.", "The last version had {small} mistakes, all ours.",
    "One page. {c2} prints everything.", "Look at the {load} first, then write.",
  ]
  static let titles: [(title: String, seniority: String, department: String, role: String)] = [
    ("Head of Energy", "director", "Operations", "champion"),
    ("Chief Financial Officer", "c_level", "Finance", "economic_buyer"),
    ("Head of IT Infrastructure", "manager", "IT", "technical_buyer"),
    ("Facilities Manager", "manager", "Facilities", "user_buyer"),
    ("Strategic Buyer", "manager", "Procurement", "procurement"),
    ("Sustainability Lead", "manager", "Strategy", "influencer"),
    ("Managing Director", "c_level", "Management", "executive_sponsor"),
    ("Energy Manager", "manager", "Operations", "champion"),
    ("Head of Finance", "director", "Finance", "economic_buyer"),
    ("Maintenance Lead", "individual", "Engineering", "coach"),
  ]
  static let churnReasons = ["price", "competitor", "no_decision", "champion_left"]
}
