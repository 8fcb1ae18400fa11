internal import Automation
internal import Diagnostics
internal import Git
internal import Site
internal import WorkspaceModel

/// What became of the messages of the outbox.
package struct DeliveryOutcome: Sendable {
  package var delivered: [String] = []
  package var failed: [(key: String, reason: String)] = []
  /// Nobody knows whether they arrived: they are not sent again without a person's word.
  package var uncertain: [String] = []
  /// Messages that wait for their time.
  package var waiting = 0
}

extension Fieldbook {
  /// Seconds for which whoever is sending is left alone.
  private static let claimSeconds = 600

  /// Sends what is due: claims it in a commit, sends it, and commits the receipts.
  ///
  /// Two at once never send the same, since only one of them gets its claim in. What was claimed by one that was killed
  /// is sent again where the receiver knows repetitions by their key, and otherwise marked as uncertain.
  package static func deliver(
    _ options: OpenOptions, through channel: DeliveryChannel, retriesUncertain: Bool = false, branch: String? = nil
  ) async throws(FieldbookError) -> DeliveryOutcome {
    try await deliver(options, through: channel, retriesUncertain: retriesUncertain, branch: branch, before: { _ in })
  }

  static func deliver(
    _ options: OpenOptions, through channel: DeliveryChannel, retriesUncertain: Bool, branch: String?,
    before: @escaping @Sendable (BranchWriter.Step) throws -> Void
  ) async throws(FieldbookError) -> DeliveryOutcome {
    var outcome = DeliveryOutcome()
    while true {
      // Where a repetition would be noticed, one message is in doubt at a time.
      let bundles = channel.knowsRepetitions ? 25 : 1
      let claim = try await claimMessages(
        options, bundles: bundles, channel, retriesUncertain: retriesUncertain, branch, before)
      let now = claim.now
      outcome.uncertain += claim.uncertain
      outcome.waiting = claim.waiting
      if claim.claimed.isEmpty { return outcome }
      var receipts: [RepoPath: [FieldEdit]] = [:]
      for (bundle, message) in claim.claimed {
        let edits: [FieldEdit]
        do throws(DeliveryChannel.Failure) {
          let receipt = try await channel.send(message)
          edits = Self.receipt(channel.name, receipt, now)
          outcome.delivered.append(message.key)
        } catch {
          if error.isInDoubt, !channel.knowsRepetitions {
            edits = Self.doubt(channel.name, error.reason)
            outcome.uncertain.append(message.key)
          } else {
            edits = Self.failure(channel.name, error.reason, attempts: bundle[0].attempts + 1, now)
            outcome.failed.append((message.key, error.reason))
          }
        }
        for part in bundle { receipts[part.path] = edits }
      }
      try await commitEdits(options, receipts, "Note what became of \(receipts.count) messages", branch, before)
    }
  }

  private typealias Claimed = (bundle: [OutboxMessage], message: OutgoingMessage)

  /// Messages that are claimed now, and what else the outbox holds.
  private struct Claim {
    var claimed: [Claimed] = []
    var now: Instant
    var uncertain: [String] = []
    var waiting = 0
  }

  private static func claimMessages(
    _ options: OpenOptions, bundles: Int, _ channel: DeliveryChannel, retriesUncertain: Bool, _ branch: String?,
    _ before: @escaping @Sendable (BranchWriter.Step) throws -> Void
  ) async throws(FieldbookError) -> Claim {
    try await commitChange(options, branch, before: before) { (fieldbook, _) throws(FieldbookError) in
      fieldbook.claim(bundles: bundles, channel, retriesUncertain: retriesUncertain)
    }.extra
  }

  private func claim(
    bundles: Int, _ channel: DeliveryChannel, retriesUncertain: Bool
  ) -> (change: ChangeToCommit, extra: Claim) {
    let now = local(clock.asOf)
    var claim = Claim(now: now)
    let messages = workspace.pages.compactMap(OutboxMessage.init)
    var edits: [RepoPath: [FieldEdit]] = [:]
    var (due, lost): ([OutboxMessage], [OutboxMessage]) = ([], [])
    for message in messages {
      if message.isDue(now) || retriesUncertain && message.state == .uncertain {
        due.append(message)
      } else if message.isAbandoned(now) {
        if channel.knowsRepetitions { due.append(message) } else { lost.append(message) }
      }
    }
    claim.waiting = messages.count { $0.state == .queued && !$0.isDue(now) }
    claim.uncertain = lost.map(\.key)
    for message in lost { edits[message.path] = Self.doubt(channel.name, "whoever sent it was interrupted") }
    let grouped = Dictionary(grouping: due, by: \.bundle)
    for key in grouped.keys.sorted().prefix(bundles) {
      guard let bundle = grouped[key]?.sorted(by: { $0.path < $1.path }), let first = bundle.first else { continue }
      let address = workspace.people.first { $0.id == first.person }?.email
      claim.claimed.append((bundle, OutboxMessage.outgoing(bundle, address: address, now: now)))
    }
    let until = Instant(seconds: now.seconds + Self.claimSeconds, offsetMinutes: now.offsetMinutes)
    for message in claim.claimed.flatMap(\.bundle) {
      edits[message.path] = [
        FieldEdit("delivery", "delivery: sending\n"), FieldEdit("claimed_until", "claimed_until: \(until.iso)\n"),
      ]
    }
    return (change(edits, "Claim \(edits.count) messages for \(channel.name)"), claim)
  }

  private static func commitEdits(
    _ options: OpenOptions, _ edits: [RepoPath: [FieldEdit]], _ message: String, _ branch: String?,
    _ before: @escaping @Sendable (BranchWriter.Step) throws -> Void
  ) async throws(FieldbookError) {
    _ = try await commitChange(options, branch, before: before) { (fieldbook, _) throws(FieldbookError) in
      (fieldbook.change(edits, message), ())
    }
  }

  private func change(_ edits: [RepoPath: [FieldEdit]], _ message: String) -> ChangeToCommit {
    var files: [(path: RepoPath, bytes: [UInt8]?)] = []
    for path in edits.keys.sorted() {
      // A message that somebody took away meanwhile stays away.
      guard let fields = edits[path], let new = text(of: path).flatMap({ FieldEdit.apply(fields, to: $0) }) else {
        continue
      }
      files.append((path, Array(new.utf8)))
    }
    return ChangeToCommit(subject: "outbox", files: files, message: "\(message)\n\nOutbox-Messages: \(files.count)\n")
  }

  private static func receipt(_ channel: String, _ receipt: String, _ now: Instant) -> [FieldEdit] {
    [
      FieldEdit("delivery", "delivery: delivered\n"), FieldEdit("claimed_until", nil), FieldEdit("problem", nil),
      FieldEdit("delivered_at", "delivered_at: \(now.iso)\n"),
      FieldEdit("receipt", "receipt: \(quoted("\(channel): \(receipt)"))\n"),
    ]
  }

  private static func doubt(_ channel: String, _ reason: String) -> [FieldEdit] {
    [
      FieldEdit("delivery", "delivery: uncertain\n"), FieldEdit("claimed_until", nil),
      FieldEdit("problem", "problem: \(quoted("\(channel): \(reason)"))\n"),
    ]
  }

  /// Tries again after 1, 2, 4, 8, 16 minutes.
  private static func failure(_ channel: String, _ reason: String, attempts: Int, _ now: Instant) -> [FieldEdit] {
    let next = Instant(seconds: now.seconds + 60 << min(attempts - 1, 10), offsetMinutes: now.offsetMinutes)
    return [
      FieldEdit("delivery", "delivery: failed\n"), FieldEdit("claimed_until", nil),
      FieldEdit("attempts", "attempts: \(attempts)\n"), FieldEdit("not_before", "not_before: \(next.iso)\n"),
      FieldEdit("problem", "problem: \(quoted("\(channel): \(reason)"))\n"),
    ]
  }

  private static func quoted(_ text: String) -> String {
    String(decoding: JSONValue.string(String(text.prefix(200))).encoded(), as: UTF8.self)
  }
}
