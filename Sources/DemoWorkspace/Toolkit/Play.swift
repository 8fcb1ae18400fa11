/// How a part of selling is done.
struct Play: Sendable {
  var slug: String
  var title: String
  var owner: String
  var purpose: String
  var use: String
  var stages: [Stage]
  var exits: [String]
  var steps: [(title: String, owner: String, minutes: Int, detail: String)]
  var questions: [String]
  var asset: String
  var pitfalls: [String]
  var measure: String
  var reviewedOn = DemoDay(2025, 5, 20)

  /// The bytes of the playbook.
  var file: String {
    var lines = Lines()
    lines.add("---")
    lines.field("title", title)
    lines.add("owner: \(owner)")
    lines.field("reviewed_on", reviewedOn)
    lines.field("purpose", purpose)
    lines.field("when_to_use", use)
    lines.field("stages", stages.map(\.rawValue))
    lines.field("roles", ["ae", "se"])
    lines.block("entry_criteria", ["The last stage's exit criteria are met", "A next date is in both calendars"])
    lines.block("exit_criteria", exits)
    lines.add("steps:")
    for step in steps {
      let head = "title: \(YAMLText.quoted(step.title)), owner: \(step.owner), time_box: \(step.minutes) min"
      lines.add("  - {\(head), detail: \(YAMLText.quoted(step.detail))}")
    }
    lines.block("questions", questions)
    lines.block("assets", ["../templates/\(asset).md"])
    lines.block("pitfalls", pitfalls)
    lines.block("measures", [measure])
    lines.add(
      "---\n\n## Example\n\nTake the agenda from [the template](../templates/\(asset).md) and one number of their own.")
    return lines.text
  }

  static let all: [Play] = [
    Play(
      slug: "discovery-call", title: "Discovery call", owner: Vendor.vicePresident,
      purpose: "Find out whether there is a problem that costs money, and who feels it.",
      use: "The first proper talk after a two-way contact.", stages: [.qualification, .discovery],
      exits: ["The pain is written in their words, with a cost", "Two people are known", "The next meeting is dated"],
      steps: [
        ("Open with their bill", "ae", 5, "Ask what surprised them. Then be quiet."),
        ("Walk through one site", "se", 10, "The site they complain about, from the transformer on."),
        ("Put a cost on one event", "ae", 10, "One event, not a year. Repeat the sum aloud."),
      ], questions: ["Who was last surprised by a cost?", "Who decides whether a box may be connected?"],
      asset: "discovery-agenda", pitfalls: ["Showing the product because the silence felt long"],
      measure: "Share of calls with a dated next meeting, target 60 %"),
    Play(
      slug: "technical-validation-pilot", title: "Technical validation pilot", owner: "ben.adeyemi",
      purpose: "Prove the criteria on a few sites.", use: "When the technical buyer has named criteria.",
      stages: [.technicalValidation], exits: ["Criteria met in writing", "Their own number exists"],
      steps: [
        ("Write the criteria", "se", 30, "Before any hardware leaves the house."),
        ("Install", "se", 240, "3 to 5 sites, photos of every cabinet."),
        ("Read together", "ae", 45, "Weekly, with one finding in money."),
      ], questions: ["Who signs that a criterion is met?"], asset: "meeting-recap",
      pitfalls: ["A pilot without an end date"],
      measure: "Pilots closed within 6 weeks"),
    Play(
      slug: "business-case-workshop", title: "Business case workshop", owner: "jonas.keller",
      purpose: "Let them calculate the case themselves.", use: "When the economic buyer is known.",
      stages: [.businessCase],
      exits: ["The buyer repeats the number", "Signer and dates are known"],
      steps: [
        ("Collect three numbers", "ae", 20, "Theirs, not ours."),
        ("Calculate aloud", "ae", 30, "Leave out what they doubt."),
      ],
      questions: ["Which number would your controller strike out?"], asset: "meeting-recap",
      pitfalls: ["Defending a benchmark"], measure: "Cases accepted without change"),
    Play(
      slug: "negotiation-and-paper-process", title: "Negotiation and paper process", owner: Vendor.vicePresident,
      purpose: "Bring paper and price to a date.", use: "When terms are on the table.", stages: [.negotiation],
      exits: ["Signed, with date and reason"],
      steps: [
        ("List what is open", "ae", 15, "Each with a name and a day."),
        ("Trade, never give", "ae", 30, "Term for price."),
      ],
      questions: ["Who signs second?"], asset: "mutual-close-plan", pitfalls: ["Cutting the price unasked"],
      measure: "Days from negotiation to signature, median"),
    Play(
      slug: "renewal-120-days", title: "Renewal, 120 days", owner: Vendor.headOfCare,
      purpose: "Open the renewal before it is urgent.", use: "120 days before the end of a contract.",
      stages: [.qualification, .negotiation], exits: ["New term signed, or notice with a reason"],
      steps: [
        ("Review the criteria", "csm", 45, "With the sponsor."),
        ("Name the terms", "ae", 30, "In writing, 90 days before."),
      ],
      questions: ["Who did not choose us and decides now?"], asset: "meeting-recap",
      pitfalls: ["Relying on automatic renewal"],
      measure: "Renewals opened in time"),
    Play(
      slug: "onboarding-first-90-days", title: "Onboarding, first 90 days", owner: Vendor.headOfCare,
      purpose: "Reach the first value and hand over.", use: "From the day of signature.", stages: [.closedWon],
      exits: ["Eight of ten sites report", "A first saving is measured"],
      steps: [
        ("Kick-off", "csm", 60, "Site list, names, access."), ("First finding", "se", 30, "In money, within 30 days."),
      ],
      questions: ["What would make you regret this by autumn?"], asset: "meeting-recap",
      pitfalls: ["Training before data"],
      measure: "Days to first value, median"),
  ]
}
