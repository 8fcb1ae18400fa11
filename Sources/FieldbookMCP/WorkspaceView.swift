internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import PipelineMetrics
internal import Synchronization
internal import WorkspaceModel

/// A value that is made when somebody wants it for the first time.
final class Lazily<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  /// The value; others wait while it is being made.
  var wrapped: Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}

/// One state of the workspace with what many answers share.
final class WorkspaceView: Sendable {
  let state: LiveState
  let search: Lazily<RecordSearch>
  let health: Lazily<[String: CustomerHealth]>
  let actions: Lazily<[AttentionRanking.Entry]>
  let deals: Lazily<[String: Deal]>
  let agents: Lazily<[AgentEntry]>
  let records: Lazily<[RepoPath: RecordSource]>
  private let sizes = Mutex<[String: Int]>([:])

  init(_ state: LiveState) {
    self.state = state
    let packs = state.packs
    let workspace = state.visible.workspace
    search = Lazily { RecordSearch(packs) }
    health = Lazily {
      Dictionary(
        uniqueKeysWithValues: Set(packs.customers).compactMap { slug in packs.health(of: slug).map { (slug, $0) } })
    }
    actions = Lazily { WorkspaceView.ranked(packs, workspace) }
    deals = Lazily { Dictionary(workspace.deals.map { (WorkspaceView.id($0), $0) }) { first, _ in first } }
    agents = Lazily { AgentEntry.all(workspace) }
    records = Lazily {
      Dictionary(workspace.records.map { ($0.source.path, $0.source) }) { first, _ in first }
    }
  }

  var packs: PackSources { state.packs }
  var workspace: Workspace { state.visible.workspace }
  var today: Day { state.packs.today }

  /// "sturmhafen-logistics/renewal-2027": slugs of deals are each customer's own.
  static func id(_ deal: Deal) -> String { "\(deal.customer)/\(deal.slug)" }

  private static func ranked(_ packs: PackSources, _ workspace: Workspace) -> [AttentionRanking.Entry] {
    let deals = workspace.deals.filter(\.isOpen).map { deal in
      AttentionRanking.Entry(record: deal.source.path, reasons: packs.reasons(deal), stake: deal.amount)
    }
    let customers = workspace.customers.map { customer in
      AttentionRanking.Entry(
        record: customer.source.path, reasons: packs.reasons(ofCustomer: customer.slug), stake: customer.arr)
    }
    return AttentionRanking(deals + customers).entries
  }

  /// Bytes of a compact pack; lists ask for the same ones again and again.
  func size(ofCompact slug: String) -> Int? {
    if let known = sizes.withLock({ $0[slug] }) { return known }
    guard let size = (try? pack(slug, .compact))?.text.utf8.count else { return nil }
    sizes.withLock { $0[slug] = size }
    return size
  }

  // MARK: Names

  /// The slug of the customer that is meant.
  func customer(_ name: String) throws(ToolProblem) -> String {
    if let slug = packs.customer(named: name) { return slug }
    let near = packs.customers(like: name)
    let words = near.isEmpty ? "There are no customers." : "Nearest: \(near.joined(separator: ", "))."
    throw ToolProblem("No customer '\(UntrustedWords.short(name))'. \(words) List with list_customers {}.")
  }

  /// The deal that is meant: `customer/deal`, or a slug that only one deal has.
  func deal(_ name: String) throws(ToolProblem) -> Deal {
    let deals = deals.wrapped
    if let deal = deals[name] { return deal }
    let same = deals.filter { $0.value.slug == name || $0.value.id == name }.keys.sorted()
    if same.count == 1, let deal = deals[same[0]] { return deal }
    var near = same
    if near.isEmpty {
      let ids = deals.keys.sorted()
      near = ids.filter { $0.contains(name.lowercased()) }
      if near.isEmpty, let nearest = NearestWord.to(name, among: ids) { near = [nearest] }
      if near.isEmpty, let first = name.split(separator: "/").first {
        near = ids.filter { $0.hasPrefix(first.lowercased()) }
      }
    }
    let words = near.isEmpty ? "" : " Nearest: \(near.prefix(3).joined(separator: ", "))."
    throw ToolProblem(
      "No \(same.isEmpty ? "" : "single ")deal '\(UntrustedWords.short(name))'.\(words) List with list_deals {\"customer\":\"…\"}."
    )
  }

  // MARK: Addresses

  /// Where a record can be read.
  func uri(_ path: RepoPath) -> String? { ResourceAddress(path, self)?.uri }

  /// Several of them, each once.
  func uris(_ paths: [RepoPath]) -> [JSONValue] {
    var seen: Set<String> = []
    return paths.compactMap(uri).filter { seen.insert($0).inserted }.map(JSONValue.string)
  }

  /// The path of evidence that a record of a customer names.
  func evidence(_ name: String, of customer: String) -> RepoPath? {
    let inside = RepoPath("customers/\(customer)/\(name)")
    if workspace.paths.contains(inside) { return inside }
    return workspace.paths.contains(RepoPath(name)) ? RepoPath(name) : nil
  }

  // MARK: Lists

  /// A page of items within a number of characters.
  func list(
    _ call: ToolCall, total: Int, budget: Int, more: [(String, JSONValue)] = [], item: (Int) throws -> JSONValue
  ) throws -> ToolResult {
    let cursor = PageCursor(state.asOf, String(state.serial), call.key)
    var offset = 0
    if let text = call.text("cursor") {
      guard let place = cursor.offset(text) else {
        throw ToolProblem("The cursor expired. List again without it.")
      }
      offset = min(place, total)
    }
    let limit = call.whole("limit") ?? 10
    var items: [JSONValue] = []
    var size = 200
    while items.count < limit, offset + items.count < total {
      let next = try item(offset + items.count)
      size += next.encoded().count + 1
      if size > budget, !items.isEmpty { break }
      items.append(next)
    }
    let end = offset + items.count
    var members = [JSONValue.Member("items", .array(items)), JSONValue.Member("total", .integer(total))]
    for (name, value) in more { members.append(.init(name, value)) }
    if end < total { members.append(.init("next_cursor", .string(cursor.text(end)))) }
    members.append(.init("as_of", .string(state.asOf)))
    return .data(.object(members))
  }
}

extension ToolResultMaker {
  /// Free text of others in data: cleaned, one line each, under one name that says what it is.
  static func untrusted(_ texts: (String, String?)...) -> JSONValue? {
    let members = texts.compactMap { name, text -> JSONValue.Member? in
      guard let text else { return nil }
      let line = UntrustedText.line(text)
      return line.isEmpty ? nil : JSONValue.Member(name, .string(line))
    }
    return members.isEmpty ? nil : .object(members)
  }
}

/// Makes parts of answers.
enum ToolResultMaker {
  /// An amount as an exact JSON number.
  static func amount(_ money: Money?) -> JSONValue? { money.map { .number($0.amount.text) } }

  /// A day as text.
  static func day(_ day: Day?) -> JSONValue? { day.map { .string($0.iso) } }

  /// A score to one place.
  static func score(_ fraction: Fraction?) -> JSONValue? { fraction.map { .number($0.text(places: 1)) } }
}
