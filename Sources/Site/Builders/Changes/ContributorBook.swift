internal import WorkspaceModel

/// Finds the one of us who wrote a commit, by address first and by name second.
struct ContributorBook: Sendable {
  private var byEmail: [String: String] = [:]
  private var byName: [String: String] = [:]

  init(_ people: [TeamMember]) {
    for member in people {
      if let email = member.email?.lowercased(), byEmail[email] == nil { byEmail[email] = member.id }
      let name = member.name.lowercased()
      if byName[name] == nil { byName[name] = member.id }
    }
  }

  /// The person's id; nil for somebody who is not of the team.
  func id(_ contributor: Contributor) -> String? {
    // Most addresses are in lower case already.
    byEmail[contributor.email] ?? byEmail[contributor.email.lowercased()] ?? byName[contributor.name.lowercased()]
  }

  /// What tells people apart in the address of a filtered list.
  func token(_ contributor: Contributor) -> String {
    id(contributor) ?? Self.token(contributor.name.isEmpty ? contributor.email : contributor.name)
  }

  /// Letters and digits with single hyphens between.
  static func token(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "unknown" : words.joined(separator: "-")
  }
}

extension SiteReading {
  /// Somebody who wrote a commit, as avatar and name.
  func person(_ contributor: Contributor) -> Person {
    if let id = contributors.id(contributor) {
      return Person(
        initials: Format.initials(personName(id)), name: personName(id), jobTitle: nil, profile: addresses.person(id))
    }
    let name = contributorName(contributor)
    return Person(
      initials: Format.initials(name), name: name, jobTitle: contributor.isBot ? "automation" : nil, profile: nil)
  }

  /// The name of somebody who wrote a commit.
  func contributorName(_ contributor: Contributor) -> String {
    if let id = contributors.id(contributor) { return personName(id) }
    if !contributor.name.isEmpty { return contributor.name }
    return contributor.email.isEmpty ? "Somebody without a name" : contributor.email
  }

  /// "with Ida Holm, merged by Anna Berg"; nil when the author was alone.
  func others(of commit: TimelineCommit) -> String? {
    var parts: [String] = []
    var written = commit.coAuthors
    if commit.parents > 1 {
      // The author of a merge brought in what others wrote.
      let writers = commit.side.map(\.author) + commit.coAuthors
      var seen = Set([contributorName(commit.author)])
      written = writers.filter { seen.insert(contributorName($0)).inserted }
    }
    let names = written.map(contributorName)
    if let first = names.first {
      let rest = names.count - 3
      parts.append(
        "with " + (names.count == 1 ? first : names.prefix(3).joined(separator: ", "))
          + (rest > 0 ? " and \(rest) more" : ""))
    }
    if commit.parents > 1, !commit.side.isEmpty {
      parts.append("merged \(Format.count(commit.side.count, "commit"))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What must be known of a commit before its figures are believed.
  func marks(of commit: TimelineCommit) -> [Badge] {
    var marks: [Badge] = []
    if commit.isBaseline { marks.append(Badge(text: "Bulk import", tone: "neutral")) }
    if commit.isFormOnly { marks.append(Badge(text: "Form only", tone: "neutral")) }
    if commit.parents > 1 { marks.append(Badge(text: "Merge", tone: "info")) }
    if commit.isClockSuspect { marks.append(Badge(text: "Clock suspect", tone: "warning")) }
    return marks
  }
}
