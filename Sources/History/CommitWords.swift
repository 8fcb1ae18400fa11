internal import Git
internal import WorkspaceModel

/// Turns commits as Git has them into commits as pages tell them.
struct CommitWords {
  private let mailmap: Mailmap
  private let formOnly: Set<ObjectID>
  // A few people make all commits, and each needs to be looked up once.
  private var people: [Author: Contributor] = [:]

  /// Reads `.mailmap` and `.git-blame-ignore-revs`.
  init(mailmap: [UInt8]?, ignoredRevisions: [UInt8]?) throws(GitError) {
    self.mailmap = try Mailmap(mailmap ?? [])
    var ids: Set<ObjectID> = []
    for line in (ignoredRevisions ?? []).split(separator: UInt8(ascii: "\n")) {
      let word = line.prefix { $0 != UInt8(ascii: "#") && $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      if let id = ObjectID(hex: String(decoding: word, as: UTF8.self)) { ids.insert(id) }
    }
    formOnly = ids
  }

  /// The commit with its people by their present names; its times still as written.
  mutating func told(_ commit: HistoryCommit) -> TimelineCommit {
    let written = Instant(seconds: Int(commit.committed), offsetMinutes: commit.offsetMinutes)
    let line = Self.onlyLine(commit.message)
    let (subject, details) = line.map { ($0, "") } ?? Self.split(commit.message)
    let author = contributor(commit.author)
    var told = TimelineCommit(
      id: commit.id.hex, recordedAt: written, committedAt: written, author: author, subject: subject,
      parents: commit.parents)
    told.isFormOnly = formOnly.contains(commit.id)
    told.side = commit.side.map { side in
      TimelineCommit.SideCommit(id: side.id.hex, author: contributor(side.author), subject: side.subject)
    }
    // Trailers stand in a paragraph of their own behind the first one.
    let trailers = details.isEmpty ? [] : Commit.trailers(of: commit.message)
    told.trailers = trailers.map { TimelineCommit.Trailer($0.key, $0.value) }
    told.details = Self.withoutTrailers(details, count: trailers.count)
    var named: [Contributor] = []
    for trailer in trailers where trailer.key.lowercased() == "co-authored-by" {
      named.append(contributor(Self.author(trailer.value)))
    }
    for person in named + told.side.map(\.author)
    where person != author && !told.coAuthors.contains(person) {
      told.coAuthors.append(person)
    }
    return told
  }

  private mutating func contributor(_ author: Author) -> Contributor {
    if let known = people[author] { return known }
    let known = mailmap.resolved(author)
    // A commit may be without a name, but never without somebody.
    let name = known.name.isEmpty ? (known.email.isEmpty ? "Unknown" : known.email) : known.name
    let contributor = Contributor(name: name, email: known.email)
    people[author] = contributor
    return contributor
  }

  /// Reads `Name <mail>`.
  private static func author(_ text: String) -> Author {
    guard let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">") else {
      return Author(name: text, email: "")
    }
    var name = text[..<open]
    while name.last == " " { name = name.dropLast() }
    return Author(name: String(name), email: String(text[text.index(after: open)..<close]))
  }

  /// The message when it is a single line, as most are; nil for a longer one.
  private static func onlyLine(_ message: String) -> String? {
    var message = message
    return message.withUTF8 { bytes in
      guard let first = bytes.first, first > 0x20, let end = bytes.lastIndex(where: { $0 > 0x20 }) else { return nil }
      let line = bytes[...end]
      return line.contains(0x0A) ? nil : String(decoding: line, as: UTF8.self)
    }
  }

  /// The first paragraph on one line, and what follows it without blanks at its ends and those of its lines.
  private static func split(_ message: String) -> (subject: String, details: String) {
    var message = message
    return message.withUTF8 { bytes in
      var (subject, details): ([UInt8], [UInt8]) = ([], [])
      details.reserveCapacity(bytes.count)
      var hasSubject = false
      // Empty lines count only when something follows them.
      var gaps = 0
      var start = 0
      while start <= bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let line = trimmed(bytes[start..<end])
        start = end + 1
        if line.isEmpty {
          if !subject.isEmpty { hasSubject = true }
          if !details.isEmpty { gaps += 1 }
        } else if hasSubject {
          if !details.isEmpty { details.append(contentsOf: repeatElement(0x0A, count: gaps + 1)) }
          gaps = 0
          details.append(contentsOf: line)
        } else {
          if !subject.isEmpty { subject.append(0x20) }
          subject.append(contentsOf: line)
        }
      }
      return (String(decoding: subject, as: UTF8.self), String(decoding: details, as: UTF8.self))
    }
  }

  private static func withoutTrailers(_ details: String, count: Int) -> String {
    guard count > 0 else { return details }
    let paragraphs = details.split(separator: "\n\n", omittingEmptySubsequences: true)
    return paragraphs.dropLast().joined(separator: "\n\n")
  }

  private static func trimmed(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line = line.dropLast() }
    return line
  }
}
