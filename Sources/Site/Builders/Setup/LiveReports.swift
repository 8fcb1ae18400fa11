internal import Diagnostics
internal import Intelligence
internal import WorkspaceModel

/// Whose reports are shown as they stand: a personal one for everybody in its role, one of a team for every team.
struct LiveReports: Sendable {
  /// What a report is about.
  enum Subject: Sendable {
    case person(TeamMember)
    case team(String)

    /// As titles and lists name it.
    var name: String {
      switch self {
      case .person(let member): member.name
      case .team(let name): "Team \(Slug.title(of: name))"
      }
    }
  }

  /// One report about one subject.
  struct Entry: Sendable {
    let definition: ReportDefinition
    let subject: Subject
    /// "/reports/personal/ae-weekly/john.smith/".
    let address: String
  }

  /// In the order of definitions, then by name.
  let entries: [Entry]
  private let places: [RepoPath: Range<Int>]
  private let ofPeople: [String: [Int]]

  /// Those of the records that an audience may see; what nothing computes has none.
  init(_ workspace: Workspace, _ addresses: SiteAddresses) {
    let people = workspace.people.filter { $0.status != .left && Self.isName($0.id) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let teams = Set(people.compactMap(\.team)).filter(Self.isName).sorted()
    var entries: [Entry] = []
    var places: [RepoPath: Range<Int>] = [:]
    var ofPeople: [String: [Int]] = [:]
    for definition in workspace.reports {
      guard let href = addresses.href(definition.source.path), ReportCatalog.report(definition.report) != nil else {
        continue
      }
      let first = entries.count
      func add(_ subject: Subject, _ id: String) {
        entries.append(Entry(definition: definition, subject: subject, address: "\(href.path)\(id)/"))
      }
      switch definition.level {
      case .personal:
        for member in people where Self.isFor(member, definition) {
          ofPeople[member.id, default: []].append(entries.count)
          add(.person(member), member.id)
        }
      case .team: for team in teams { add(.team(team), team) }
      case .pulse, nil: break
      }
      places[definition.source.path] = first..<entries.count
    }
    self.entries = entries
    self.places = places
    self.ofPeople = ofPeople
  }

  /// Those of one definition.
  func entries(of definition: ReportDefinition) -> ArraySlice<Entry> {
    entries[places[definition.source.path] ?? 0..<0]
  }

  /// Those about one person.
  func entries(of person: String) -> [Entry] { (ofPeople[person] ?? []).map { entries[$0] } }

  private static func isFor(_ member: TeamMember, _ definition: ReportDefinition) -> Bool {
    definition.forRole.map { $0 == member.role?.rawValue } ?? true
  }

  /// Whether a name may become a folder.
  private static func isName(_ name: String) -> Bool { RepoPath(name).isSafeToWrite && !name.contains("/") }
}
