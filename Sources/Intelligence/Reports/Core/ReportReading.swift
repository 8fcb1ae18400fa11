internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// Sources as one request sees them; sections are extensions of it, one file a subject.
package struct ReportReading: Sendable {
  package let request: ReportRequest
  let sources: ReportSources
  /// Person ids that it is about; nil for everybody.
  let people: Set<String>?
  let scope: MetricScope

  /// Narrows sources to a request.
  package init(_ request: ReportRequest, _ sources: ReportSources) {
    self.request = request
    self.sources = sources
    var people: Set<String>?
    if let person = request.person, request.isAlone {
      people = [person]
    } else if let person = request.person {
      let line = Self.line(of: person, sources.workspace.people)
      // Whoever leads nobody and owns nothing, a CFO for one, reads about everybody.
      let role = sources.people[person]?.role
      people = line.count == 1 && (role == .cfo || role == .salesOps || role == .cro) ? nil : line
    } else if let team = request.team {
      people = Set(sources.workspace.people.filter { $0.team == team }.map(\.id))
    }
    self.people = people
    scope = MetricScope(people: people)
  }

  /// The same about the person alone, without those who report to them.
  var alone: ReportReading {
    var request = request
    request.isAlone = true
    return ReportReading(request, sources)
  }

  var workspace: Workspace { sources.workspace }
  var clock: MetricClock { sources.clock }
  var today: Day { sources.clock.day }
  var lives: DealLives { sources.lives }
  var period: MetricPeriod { request.period }
  var isDaily: Bool { request.cadence == .daily }
  var settings: Settings { workspace.settings }
  var quarter: MetricPeriod? { MetricPeriod.quarter(of: today, settings: settings) }
  var nextQuarter: MetricPeriod? { quarter.flatMap { MetricPeriod.quarter(of: $0.end, settings: settings) } }

  /// Whether somebody is among those that it is about.
  func isOurs(_ person: String?) -> Bool { people.map { people in person.map(people.contains) ?? false } ?? true }

  /// Whether one of those that it is about owns a deal.
  func isOwn(_ deal: Deal) -> Bool { isOurs(deal.owner) }

  /// Whether one of them owns a deal, works on it or looks after its customer.
  func isNear(_ deal: Deal) -> Bool {
    guard let people else { return true }
    return isOwn(deal) || deal.team.contains(where: people.contains) || looksAfter(deal.customer)
  }

  /// Whether one of them is named in a customer's profile.
  func looksAfter(_ customer: String) -> Bool {
    guard let people else { return true }
    return sources.customers[customer]?.owners.contains { people.contains($0.person) } ?? false
  }

  /// Whether they look after a customer or own a deal with it.
  func concerns(_ customer: String) -> Bool {
    looksAfter(customer) || (sources.dealsOf[customer] ?? []).contains(where: isOwn)
  }

  /// Open deals that they own, in the order of paths.
  var openDeals: [Deal] { workspace.deals.filter { $0.isOpen && isOwn($0) } }

  /// Customers of theirs, in the order of paths.
  var customers: [Customer] { workspace.customers.filter { concerns($0.slug) } }

  /// Somebody and all who report to them.
  private static func line(of person: String, _ people: [TeamMember]) -> Set<String> {
    var line: Set<String> = [person]
    var grows = true
    while grows {
      grows = false
      for member in people where member.manager.map(line.contains) ?? false {
        if line.insert(member.id).inserted { grows = true }
      }
    }
    return line
  }
}
