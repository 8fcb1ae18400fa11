import Diagnostics
import FieldbookTestSupport
import Markdown
import Testing
import WorkspaceModel

@Suite struct TimelineAccessTests {
  static let path: RepoPath = "customers/acme/deals/first.md"
  static let rules: PastWorkspace.Edit = .write(
    "workspace-setup/access.yaml",
    """
    default: company
    audiences:
      company:
        see: ["**"]
        hide: ["customers/secret/**", "**/access.yaml", "board/**"]
        hide_fields: [deal.amount, contact.phones]
      board: {see: ["**"], members: []}
    """)

  private func deal(_ fields: String, _ path: RepoPath = path) -> PastWorkspace.Edit {
    .write(path, "---\n\(fields)\n---\nText.\n")
  }

  /// A history with the rules in its first commit.
  private var ruled: PastWorkspace {
    var past = PastWorkspace()
    past.commit("2026-01-01T10:00:00Z", subject: "Rules", Self.rules)
    return past
  }

  @Test func aRecordThatIsHiddenNowHasNoPast() async throws {
    var past = ruled
    past.commit("2026-01-02T10:00:00Z", subject: "Open", deal("stage: lead"), .write("docs/x.md", "Open."))
    past.commit("2026-01-03T10:00:00Z", subject: "Close", deal("stage: discovery\naudience: board"))
    past.commit(
      "2026-01-04T10:00:00Z", subject: "Hush", .write("customers/secret/deals/big.md", "---\nstage: lead\n---\n"))
    past.commit("2026-01-05T10:00:00Z", subject: "Gone", .remove("customers/secret/deals/big.md"))
    let seen = try await past.visible(to: "company")
    #expect(seen.timeline.records.map(\.path) == ["docs/x.md"] && seen.timeline.events.isEmpty)
    #expect(seen.timeline.commits.map(\.subject) == ["Change to 1 record"])
    #expect(seen.versions.bytes.values.map { String(decoding: $0, as: UTF8.self) } == ["Open."])
    #expect(try await past.visible(to: "board").timeline.commits.count == 5)
  }

  @Test func versionsFromWhenItWasHiddenAreGoneAndTheNextOneIsTheFirst() async throws {
    var past = ruled
    let former: RepoPath = "board/plan.md"
    let path: RepoPath = "docs/plan.md"
    past.commit("2026-01-02T10:00:00Z", .write(former, "Secret."))
    past.commit("2026-01-03T10:00:00Z", .move(former, to: path))
    past.commit("2026-01-04T10:00:00Z", .write(path, "---\naudience: board\nstage: hush\n---\nInner."))
    past.commit("2026-01-05T10:00:00Z", .write(path, "---\nstage: open\n---\nOuter."))
    past.commit("2026-01-06T10:00:00Z", .write(path, "---\nstage: on\n---\nOuter."))
    let timeline = try await past.visible(to: "company").timeline
    let record = try #require(timeline[path])
    #expect(record.versions.map(\.change) == [.modified, .added, .added])
    #expect(record.versions.map(\.previousBlob) == [record.versions[1].blob, nil, nil])
    #expect(record.versions.map(\.commit) == [2, 1, 0])
    #expect(timeline.lines(of: path) == ["2 changed stage open > on on 2026-01-06"])
  }

  @Test func hiddenFieldsLeaveNeitherEventsNorBytes() async throws {
    var past = ruled
    let contacts: RepoPath = "customers/acme/contacts.yaml"
    past.commit(
      "2026-01-02T10:00:00Z", subject: "Create", deal("stage: lead\namount: {value: 111, currency: EUR}"),
      .write(contacts, "contacts: [{id: a, name: A, phones: ['+46 555']}]"))
    let cut = """
      amount: {value: 222, currency: EUR}
      line_items: [{name: x, value: 222}]
      field_history: [{field: amount, from: 333, to: 111, on: 2025-12-01}, {field: amount, from: 444, to: 333}]
      """
    past.commit(
      "2026-01-04T10:00:00Z", subject: "Cut to 222", deal("stage: lead\n\(cut)"),
      .write(contacts, "contacts: [{id: a, name: B, phones: ['+46 556']}]"))
    past.commit("2026-01-06T10:00:00Z", subject: "On", deal("stage: discovery\n\(cut)"))
    let seen = try await past.visible(to: "company")
    #expect(
      seen.timeline.events.map(\.field) == ["stage", "contacts.a.name", "stage"])
    #expect(seen.timeline.commits.map(\.subject) == ["Create", "Changes to 2 records", "On"])
    #expect(seen.versions.bytes.isEmpty && !seen.versions.documents.isEmpty)
    #expect(try await past.visible(to: "board").timeline.lines(of: Self.path).contains { $0.contains("444 EUR > 333") })
  }

  @Test func aTextThatShowsUnreadFieldsIsGoneWhereFieldsAreHidden() async throws {
    var past = ruled
    past.commit("2026-01-02T10:00:00Z", .write(Self.path, "---\nstage: lead\namount: 777\nnever closed"))
    past.commit("2026-01-03T10:00:00Z", deal("stage: lead"))
    #expect(try await past.visible(to: "company").versions.documents.count == 1)
    #expect(try await past.visible(to: "board").versions.documents.count == 3)
  }

  @Test func aCommitSpeaksOnlyWhenAllThatItTouchedIsVisible() async throws {
    var past = ruled
    past.commit(
      "2026-01-02T10:00:00Z", subject: "About big", trailers: [.init("Deal", "big")], deal("stage: lead"),
      .write("docs/x.md", "X"), .write("board/x.md", "X"))
    past.commit(
      "2026-01-03T10:00:00Z", subject: "About first", trailers: [.init("Deal", "first")], deal("stage: discovery"))
    let commits = try await past.visible(to: "company").timeline.commits
    #expect(commits.map(\.subject) == ["Changes to 2 records", "About first"])
    #expect(commits.map(\.trailers.count) == [0, 1])
    #expect(try await past.visible(to: "board").timeline.commits[1].subject == "About big")
  }

  @Test func aCopyOfAHiddenFileIsJustNew() async throws {
    var past = ruled
    past.commit("2026-01-02T10:00:00Z", .write("board/x.md", "X"), .write("docs/y.md", "Y"))
    past.commit("2026-01-03T10:00:00Z", .copy("board/x.md", to: "docs/x.md"), .copy("docs/y.md", to: "docs/z.md"))
    let timeline = try await past.visible(to: "company").timeline
    #expect(timeline["docs/x.md"]?.versions.map(\.change) == [.added])
    #expect(timeline["docs/z.md"]?.versions.map(\.change) == [.copied(from: "docs/y.md")])
  }

  @Test func whatIsPersonalStaysSo() async throws {
    var past = ruled
    past.commit("2026-01-02T10:00:00Z", .write("personal/daily-plans/ada/2026-01-02.md", "Plan."))
    past.commit("2026-01-03T10:00:00Z", .move("personal/daily-plans/ada/2026-01-02.md", to: "docs/plan.md"))
    let record = try #require(try await past.visible(to: "board").timeline["docs/plan.md"])
    #expect(record.versions.map(\.change) == [.added])
  }

  /// Commits of hidden content that are put between the visible ones.
  static let intrusions: [String: [(String, PastWorkspace.Edit)]] = [
    "nothing at all": [],
    "a hidden record": [("2026-01-03T12:00:00Z", .write("customers/secret/deals/big.md", "---\nstage: lead\n---\n"))],
    "a clock of 2106": [("2106-01-03T12:00:00Z", .write("board/x.md", "X"))],
    "a clock of 1970": [
      ("1970-01-03T12:00:00Z", .write("board/x.md", "X")), ("1970-01-04T12:00:00Z", .write("board/x.md", "Y")),
    ],
    "a labelled page that is not there": [("2026-01-03T12:00:00Z", .write("docs/x.md", "---\naudience: board\n---\n"))],
    "a hidden record that went": [
      ("2026-01-03T12:00:00Z", .write("board/x.md", "X")),
      ("2026-01-03T13:00:00Z", .move("board/x.md", to: "board/y.md")),
      ("2026-01-03T14:00:00Z", .remove("board/y.md")),
    ],
    "a labelled record that left its path": [
      ("2026-01-01T12:00:00Z", .write("docs/late.md", "---\naudience: board\n---\n")),
      ("2026-01-01T13:00:00Z", .remove("docs/late.md")),
    ],
  ]

  @Test(arguments: intrusions.keys.sorted())
  func hiddenCommitsChangeNothingThatIsVisible(intrusion: String) async throws {
    let hidden = try #require(Self.intrusions[intrusion])
    func seen(_ hidden: [(String, PastWorkspace.Edit)]) async throws -> String {
      var past = ruled
      for (time, edit) in hidden where time < "2026-01-02" && time > "2026" { past.commit(time, subject: "Hush", edit) }
      past.commit("2026-01-02T10:00:00Z", subject: "One", deal("stage: lead"))
      past.commit("2026-01-03T10:00:00Z", subject: "Two", deal("stage: qualification"))
      for (time, edit) in hidden where !(time < "2026-01-02" && time > "2026") {
        past.commit(time, by: "bo", subject: "Hush", edit)
      }
      past.commit("2026-01-03T15:00:00Z", subject: "Three", deal("stage: lead\nowner: ann"))
      past.commit("2026-01-05T10:00:00Z", subject: "Four", .write("docs/late.md", "Late."))
      return try await past.visible(to: "company").history
    }
    #expect(try await seen(hidden) == seen([]))
  }

  @Test(arguments: ["stage: qualification", "stage: negotiation", "stage: lead"])
  func aFactThatCameInLaterIsToldWhateverAHiddenVersionSaid(content: String) async throws {
    var past = ruled
    past.commit("2026-01-02T10:00:00Z", deal("stage: lead"))
    past.commit("2026-01-12T11:00:00Z", deal("audience: board\n\(content)"))
    past.commit("2026-01-22T12:00:00Z", deal("stage: discovery"))
    past.commit(
      "2026-02-02T13:00:00Z", deal("stage: discovery\nstage_history: [{stage: qualification, entered_on: 2026-01-12}]"))
    let timeline = try await past.visible(to: "company").timeline
    #expect(
      timeline.lines(of: Self.path) == [
        "0 created stage – > lead on 2026-01-02", "2 stated stage – > qualification on 2026-01-12!",
      ])
  }

  @Test(arguments: [
    "stage: lead", "stage: discovery", "stage: [", "owner: bo\nx: 1",
    "stage: lead\nstage_history: [{stage: x, entered_on: 2020-01-01}]",
  ])
  func whatAHiddenVersionSaysChangesNothingThatIsVisible(content: String) async throws {
    func seen(_ content: String) async throws -> String {
      var past = ruled
      past.commit("2026-01-02T10:00:00Z", deal("stage: lead"))
      past.commit("2026-01-02T11:00:00Z", deal("audience: board\n\(content)"))
      past.commit("2026-01-02T12:00:00Z", deal("stage: discovery"))
      past.commit("2026-01-02T13:00:00Z", deal("stage: lead\nowner: ann"))
      return try await past.visible(to: "company").history
    }
    #expect(try await seen(content) == seen("stage: negotiation"))
  }
}

extension PastWorkspace {
  /// What an audience sees of this workspace and its history, with all texts.
  func visible(to name: String) async throws -> VisibleWorkspace {
    let (workspace, findings) = await WorkspaceLoader.load(files, jobs: 1)
    let policy = AccessPolicy(workspace)
    let audience = try #require(policy.audience(named: name))
    return policy.visible(
      workspace, to: audience, documents: [:], refusals: [:], facts: [:], findings: findings, timeline: timeline(),
      versions: VersionTexts(bytes: blobs, documents: blobs.mapValues { _ in MarkdownDocument.empty }))
  }
}

extension VisibleWorkspace {
  /// Everything that can be told from the history.
  var history: String {
    var lines = timeline.commits.map { "\($0)" } + timeline.records.map { "\($0)" } + timeline.events.map { "\($0)" }
    lines += versions.bytes.keys.sorted() + versions.documents.keys.sorted()
    return lines.joined(separator: "\n")
  }
}
