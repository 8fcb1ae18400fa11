internal import Diagnostics
internal import WorkspaceModel

/// The history of the site by what pages look it up by; made once, and free when there is none.
struct ChangesIndex: Sendable {
  /// A record as one commit left it.
  struct Touch: Sendable, Hashable {
    /// Place in ``Timeline/records``.
    let record: Int
    /// Place among the versions of that record.
    let version: Int
    /// Places in ``Timeline/events``: what the commit changed in the record's fields.
    var events = 0..<0
  }

  let timeline: Timeline
  let texts: VersionTexts
  /// When each commit became official, on the clock of the workspace.
  let moments: [Instant]
  /// The calendar day of each commit where the workspace is at home; never decreases.
  let days: [WorkspaceModel.Day]
  /// What people call each commit: seven characters, more where those are ambiguous.
  let names: [String]
  /// Newest first.
  let weeks: [ChangeWeek]
  /// Commits that touched a customer's folder, oldest first, by slug.
  let ofCustomer: [String: [Int]]
  /// The first and the last record of a customer; others may lie between.
  private let spans: [String: ClosedRange<Int>]
  /// Address of the history page by record; nil for those with one version or without a page.
  let historyAddresses: [String?]
  /// Fields of deals as they stood at any commit.
  let ledger: DealLedger
  private let touches: [[Touch]]
  private let placesByID: [String: Int]
  private let present: [RepoPath: Int]

  init(_ timeline: Timeline, _ texts: VersionTexts, _ addresses: SiteAddresses, offset: (@Sendable (Int) -> Int)?) {
    self.timeline = timeline
    self.texts = texts
    var days: [WorkspaceModel.Day] = []
    moments = timeline.commits.map { commit in
      guard let offset else { return commit.recordedAt }
      return Instant(seconds: commit.recordedAt.seconds, offsetMinutes: offset(commit.recordedAt.seconds))
    }
    for moment in moments { days.append(max(moment.day, days.last ?? moment.day)) }
    self.days = days
    names = Self.names(timeline.commits.map(\.id))
    weeks = ChangeWeek.weeks(days)
    placesByID = Dictionary(timeline.commits.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var touches = Array(repeating: [Touch](), count: timeline.commits.count)
    var ofCustomer: [String: [Int]] = [:]
    var present: [RepoPath: Int] = [:]
    var spans: [String: ClosedRange<Int>] = [:]
    for (place, record) in timeline.records.enumerated() {
      if record.isPresent, present[record.path] == nil { present[record.path] = place }
      let customer = Self.customer(of: record)
      if let customer { spans[customer] = (spans[customer]?.lowerBound ?? place)...place }
      for (number, version) in record.versions.enumerated() where touches.indices.contains(version.commit) {
        touches[version.commit].append(Touch(record: place, version: number))
        if let customer { ofCustomer[customer, default: []].append(version.commit) }
      }
    }
    touches = Self.withEvents(touches, timeline)
    self.touches = touches
    self.present = present
    self.spans = spans
    self.ofCustomer = ofCustomer.mapValues { Set($0).sorted() }
    historyAddresses = Self.addresses(timeline.records, addresses)
    ledger = DealLedger(timeline, touches: touches)
  }

  /// Whether there is nothing to show.
  var isEmpty: Bool { timeline.commits.isEmpty }

  /// The records that a commit touched, in the order of paths.
  func touches(of commit: Int) -> [Touch] { touches[commit] }

  /// The records of a customer that a commit touched, and perhaps some that lie between them, in the order of paths.
  func touches(of commit: Int, near customer: String) -> ArraySlice<Touch> {
    guard let span = spans[customer] else { return [] }
    let all = touches[commit]
    let start = Self.first(in: all) { $0.record >= span.lowerBound }
    return all[start...].prefix { $0.record <= span.upperBound }
  }

  /// The first touch from which on a condition holds.
  private static func first(in touches: [Touch], where holds: (Touch) -> Bool) -> Int {
    var (low, high) = (0, touches.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(touches[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The commit with a whole hash.
  func place(of id: String) -> Int? { placesByID[id] }

  /// The history of a record that is there now.
  func record(at path: RepoPath) -> Int? { present[path] }

  /// The page of a commit.
  func page(of commit: Int) -> Href { Href("/changes/\(names[commit])/") }

  /// The version that a touch means.
  func version(_ touch: Touch) -> RecordVersion { timeline.records[touch.record].versions[touch.version] }

  /// What a commit changed in the fields of a record.
  func events(of touch: Touch) -> ArraySlice<FieldEvent> { timeline.events[touch.events] }

  /// The touch by which a record came to one of its versions.
  func touch(record: Int, version: Int) -> Touch? {
    let all = touches[timeline.records[record].versions[version].commit]
    let start = Self.first(in: all) { $0.record >= record }
    return all[start...].prefix { $0.record == record }.first { $0.version == version }
  }

  private static let folder = Array("customers/".utf8)

  /// The customer in whose folder a record lies, or lay last.
  static func customer(of record: RecordHistory) -> String? {
    guard record.kind != .contextTemplate, record.kind != .workflow else { return nil }
    let bytes = record.path.bytes
    guard bytes.starts(with: folder), let end = bytes[folder.count...].firstIndex(of: UInt8(ascii: "/")) else {
      return nil
    }
    return String(decoding: bytes[folder.count..<end], as: UTF8.self)
  }
}

extension ChangesIndex {
  /// The shortest beginnings, from seven characters on, that no other commit shares.
  private static func names(_ ids: [String]) -> [String] {
    let sorted = ids.indices.sorted { ids[$0] < ids[$1] }
    var lengths = Array(repeating: 7, count: ids.count)
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      let shared = zip(ids[left].utf8, ids[right].utf8).prefix { $0 == $1 }.count
      lengths[left] = max(lengths[left], shared + 1)
      lengths[right] = max(lengths[right], shared + 1)
    }
    return zip(ids, lengths).map { String($0.prefix($1)) }
  }

  /// Gives every touch its events; both lie in the order of paths, so that one walk does.
  private static func withEvents(_ touches: [[Touch]], _ timeline: Timeline) -> [[Touch]] {
    let starts = starts(timeline)
    var touches = touches
    for commit in touches.indices {
      var next = starts[commit]
      let end = starts[commit + 1]
      for number in touches[commit].indices {
        let path = timeline.records[touches[commit][number].record].path
        while next < end, timeline.events[next].record < path { next += 1 }
        var stop = next
        while stop < end, timeline.events[stop].record == path { stop += 1 }
        touches[commit][number].events = next..<stop
      }
    }
    return touches
  }

  /// Where the events of each commit begin, and at the end where the last ones end.
  private static func starts(_ timeline: Timeline) -> [Int] {
    var starts = Array(repeating: timeline.events.count, count: timeline.commits.count + 1)
    var next = 0
    for (index, event) in timeline.events.enumerated() {
      while next <= min(event.commit, timeline.commits.count) {
        starts[next] = index
        next += 1
      }
    }
    return starts
  }

  /// History pages stand below the page of their record; where two records share one, the second gets a number.
  private static func addresses(_ records: [RecordHistory], _ addresses: SiteAddresses) -> [String?] {
    var taken = records.isEmpty ? [] : addresses.all
    return records.map { record in
      guard record.isPresent, record.versions.count > 1, let page = addresses.href(record.path) else { return nil }
      let base = page.fragment.map { "\(page.path)\($0)/" } ?? page.path
      var address = "\(base)history/"
      var number = 2
      while !taken.insert(address).inserted {
        address = "\(base)history-\(number)/"
        number += 1
      }
      return RepoPath(address.dropFirst().dropLast()).isSafeToWrite ? address : nil
    }
  }
}
