internal import Diagnostics
internal import WorkspaceModel

/// Two moments of the history that a page sets side by side.
struct Comparison: Sendable {
  /// One of the two.
  struct Moment: Sendable {
    /// "Monday, 16 Nov 2026", "q3-close", "now", within a sentence.
    let name: String
    /// Its part of the address.
    let slug: String
    /// The last commit that counts.
    let commit: Int
    /// The day that stands for it.
    let day: WorkspaceModel.Day
  }

  let from: Moment
  let to: Moment

  /// "/changes/compare/2026-11-16..now/".
  var address: String { "/changes/compare/\(from.slug)..\(to.slug)/" }
  /// "Since Monday, 16 Nov 2026", "From q2-close to q3-close".
  var title: String { to.slug == "now" ? "Since \(from.name)" : "From \(from.name) to \(to.name)" }
  /// The commits in between.
  var commits: Range<Int> { (from.commit + 1)..<(max(from.commit, to.commit) + 1) }
  /// Leads to its page.
  var link: Link { Link(text: title, href: Href(address)) }

  /// The last four week ends against now; each tag against now and against the one before it.
  ///
  /// Before them all stands what a branch under review changes.
  static func planned(
    _ changes: ChangesIndex, tags: [SiteInputs.Tag], review: SiteInputs.Tag?, today: WorkspaceModel.Day
  ) -> [Comparison] {
    guard let last = changes.days.indices.last else { return [] }
    let now = Moment(name: "now", slug: "now", commit: last, day: changes.days[last])
    var all: [Comparison] = []
    if let review, changes.days.indices.contains(review.commit), review.commit < last {
      let base = Moment(
        name: review.name, slug: String(ContributorBook.token(review.name).prefix(60)), commit: review.commit,
        day: changes.days[review.commit])
      all.append(Comparison(from: base, to: now))
    }
    let monday = today.adding(days: 1 - today.isoWeekday)
    for weeks in 0..<4 {
      let day = monday.adding(days: -7 * weeks)
      let before = firstPlace(in: changes.days, from: day) - 1
      guard before >= 0, before < last else { continue }
      all.append(
        Comparison(from: Moment(name: "Monday, \(Format.day(day))", slug: day.iso, commit: before, day: day), to: now))
    }
    var taken = Set(["now"] + all.map(\.from.slug))
    let named = tags.filter { changes.days.indices.contains($0.commit) }.sorted {
      ($0.commit, $0.name) < ($1.commit, $1.name)
    }.suffix(12).map { tag in
      var slug = String(ContributorBook.token(tag.name).prefix(60))
      while !taken.insert(slug).inserted { slug += "-2" }
      return Moment(name: tag.name, slug: slug, commit: tag.commit, day: changes.days[tag.commit])
    }
    for (place, moment) in named.enumerated().reversed() {
      if moment.commit < last { all.append(Comparison(from: moment, to: now)) }
      if place > 0, named[place - 1].commit < moment.commit {
        all.append(Comparison(from: named[place - 1], to: moment))
      }
    }
    return all
  }

  /// The first commit on a day or after it.
  private static func firstPlace(in days: [WorkspaceModel.Day], from day: WorkspaceModel.Day) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
