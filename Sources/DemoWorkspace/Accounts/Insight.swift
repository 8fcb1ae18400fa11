/// What somebody concluded from the customer's own words.
struct Insight: Sendable {
  var slug: String
  var kind: String
  var statement: String
  var interaction: Int
  var quote: String
  var confidence: Int
  var author: String
  var isFromModel: Bool
  var status: String
  var createdOn: DemoDay
  var expiresOn: DemoDay?
  var deal: Int?
  var body: String

  /// The path within the customer's folder.
  var path: String { "insights/\(slug).md" }
}

/// Something to do by a day.
struct SalesTask: Sendable {
  var slug: String
  var title: String
  var owner: String
  var due: DemoDay
  var status: String
  var priority: String
  var deal: Int?
  var interaction: Int?
  var rule: String?
  var createdOn: DemoDay
  var closedOn: DemoDay?
  var body: String
  var isDeleted = false

  /// The path within the customer's folder.
  var path: String { "tasks/\(slug).md" }
}

extension Account {
  /// The bytes of an insight's file.
  func file(of insight: Insight) -> String {
    var lines = Lines()
    lines.add("---")
    lines.add("kind: \(insight.kind)")
    lines.field("statement", insight.statement)
    lines.add("evidence:")
    let source = interactions[insight.interaction].path
    lines.add("  - {source: \(source), quote: \(YAMLText.quoted(insight.quote))}")
    lines.add("confidence: 0.\(insight.confidence)")
    lines.add("author: \(insight.author)")
    lines.add("author_kind: \(insight.isFromModel ? "model" : "human")")
    lines.add("status: \(insight.status)")
    lines.field("created_on", insight.createdOn)
    lines.field("expires_on", insight.expiresOn)
    lines.field("deals", insight.deal.map { [deals[$0].slug] } ?? [])
    lines.add("---")
    lines.add(linked(insight.body, from: "../"))
    return lines.text
  }

  /// The bytes of a task's file.
  func file(of task: SalesTask) -> String {
    var lines = Lines()
    lines.add("---")
    lines.field("title", task.title)
    lines.add("owner: \(task.owner)")
    lines.field("due", task.due)
    lines.add("status: \(task.status)")
    lines.add("priority: \(task.priority)")
    let about = [task.deal.map { deals[$0].path }, task.interaction.map { interactions[$0].path }].compactMap(\.self)
    lines.field("about", about)
    lines.add("origin: \(task.rule.map { "{kind: rule, rule: \($0)}" } ?? "{kind: human}")")
    lines.field("created_on", task.createdOn)
    lines.field("closed_on", task.closedOn)
    lines.add("---")
    lines.add(linked(task.body, from: "../"))
    return lines.text
  }
}
