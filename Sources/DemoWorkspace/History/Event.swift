/// One file as it becomes; nil takes it away.
struct FileChange: Hashable, Sendable {
  var path: String
  var text: String?
  /// Whether what is taken away here is written elsewhere at the same time.
  var isMoved = false
}

/// Something that somebody did to the files.
struct Event: Sendable {
  var day: DemoDay
  /// Minutes since midnight in `zone`.
  var minute: Int
  /// Events of a day stand together by this number.
  var cluster: Int
  /// The customer that it belongs to, in order of creation; -1 for the workspace itself.
  var group: Int
  /// The position within the group.
  var sequence: Int
  var zone: Zone
  var author: String
  /// Customer or part of the workspace, as messages begin.
  var subject: String
  /// What was done, in the imperative.
  var action: String
  /// How much it tells about a commit with several events.
  var weight: Int
  var detail: String?
  var trailers: [String] = []
  var changes: [FileChange]
  /// Events of one name on one day are one act, such as an import.
  var batch: String?

  /// Whether it must not share a commit.
  var standsAlone: Bool { batch != nil || group < 0 }

  // Nightly work, then an hour and a half at a time: within each, one owner after the other.
  private var block: Int { batch != nil ? 0 : minute / 90 }

  /// Orders by time, customers of one owner together.
  static func < (left: Event, right: Event) -> Bool {
    let leftTime = (left.day.number, left.block, left.cluster)
    let rightTime = (right.day.number, right.block, right.cluster)
    if leftTime != rightTime { return leftTime < rightTime }
    return (left.group, left.sequence) < (right.group, right.sequence)
  }
}
