internal import Diagnostics

/// Makes one typed record of one file; knows no other file.
enum RecordParser {
  /// What came of a file.
  enum Parsed: Sendable {
    case settings(Settings)
    case redirects(RedirectLedger)
    case access(AccessRules, RecordSource)
    case people([TeamMember], RecordSource)
    case customer(Customer), contacts(ContactList), deal(Deal), interaction(Interaction), insight(Insight)
    case task(SalesTask), battlecard(Battlecard), playbook(Playbook), template(TextTemplate), lesson(TrainingLesson)
    case security(SecurityPage), workflow(Workflow), contextTemplate(ContextTemplate), agents(AgentFile)
    case integration(Integration), rules(RuleFile), register(RegisterFile), report(ReportDefinition), alert(Alert)
    case dailyPlan(DailyPlan), forecast(ForecastFile), page(Page), plain(PlainFile), asset(Asset)
    case table(DataTable, usage: [UsagePoint], invoices: [Invoice])
    case nothing
  }

  /// Reads a file; problems go to the sink and never stop the rest.
  static func parse(_ file: WorkspaceFile, sink: FindingSink) -> Parsed {
    guard let kind = KindOfPath.kind(of: file.path) else { return .nothing }
    guard case .bytes(let raw) = file.content else {
      reportUnreadable(file, kind: kind, sink: sink)
      switch file.content {
      case .drawing, .notRead, .tooLarge:
        return kind == .asset ? .asset(Asset(source: bare(file.path, kind))) : .nothing
      default: return .nothing
      }
    }
    if kind == .asset { return .asset(Asset(source: bare(file.path, kind))) }
    let text = TextFile(raw, path: file.path)
    sink.report(text.problems)
    if kind == .assistantSettings { return .nothing }
    if file.path.fileExtension == "csv" { return table(csv: text.bytes, file.path, kind, sink) }
    if KindOfPath.isMarkdown(file.path) { return markdown(text.bytes, file.path, kind, sink) }
    let (node, problem) = YAMLComposer.compose(text.bytes, file: file.path, limits: .file)
    if let problem { sink.report(problem) }
    if kind == .data { return DataTable.parsed(node, bare(file.path, kind)) }
    var source = bare(file.path, kind)
    source.fields = node
    return record(named(source, sink), sink, isMisread: problem != nil)
  }

  private static func markdown(
    _ bytes: ArraySlice<UInt8>, _ path: RepoPath, _ kind: RecordKind, _ sink: FindingSink
  ) -> Parsed {
    let front = FrontMatter(bytes)
    var source = bare(path, kind)
    var isMisread = front.isUnclosed
    let isLabelLost = isMisread && isLabelled(bytes)
    if isLabelLost { source.audience = [RecordSource.unreadableAudience] }
    if front.isUnclosed, kind != .page || isLabelLost {
      sink.report(
        Diagnostic(
          id: "front-matter-unclosed", severity: .error, range: SourceRange(wholeFile: path),
          summary: "the front matter is never closed", explanation: "All of the file is read as text.",
          help: "add a line of '---' after the last field"))
    }
    if let yaml = front.yaml {
      let (node, problem) = YAMLComposer.compose(
        yaml, file: path, firstLine: front.yamlFirstLine, limits: .frontMatter)
      source.fields = node
      if let problem {
        isMisread = true
        if isLabelled(yaml) { source.audience = [RecordSource.unreadableAudience] }
        if kind == .claudeAgent {
          // Such files are read as far as they can be; the agents' own checks say what is wrong with them.
          source.fields = ClaudeAgentText(Array(bytes), path: path).fields
        } else {
          sink.report(problem)
        }
      }
    }
    var body = front.body
    var firstLine = front.bodyFirstLine
    if source.fields?["title"]?.text == nil, let heading = LeadingHeading(body) {
      source.title = heading.text
      if !hasOwnTitle(source) {
        body = body[heading.bodyStart...]
        firstLine += heading.lines
      }
    }
    if body.contains(where: { $0 > 0x20 }) { source.body = MarkdownBody(bytes: body, firstLine: firstLine) }
    return record(named(source, sink), sink, isMisread: isMisread)
  }

  /// Whether a line of front matter that could not be read begins with a label that says who may see the record.
  static func isLabelled(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: 0x0A).contains { line in
      line.drop { " \"'".utf8.contains($0) }.starts(with: "audience".utf8)
    }
  }

  private static func hasOwnTitle(_ source: RecordSource) -> Bool {
    titleKeys.dropFirst().contains { source.fields?[$0]?.text != nil }
  }

  /// Fields that name a record, the first that is there counts.
  static let titleKeys = ["title", "name", "competitor", "subject", "statement"]

  /// Applies the fields that every record may have.
  private static func named(_ source: RecordSource, _ sink: FindingSink) -> RecordSource {
    var source = source
    guard let fields = source.fields else { return source }
    for key in titleKeys {
      if let title = fields[key]?.text, !title.isEmpty {
        source.title = title
        break
      }
    }
    source.summary = (fields["summary"] ?? fields["description"])?.text
    if let audience = fields["audience"], !audience.isNull {
      source.audience = labels(audience)
      if let bad = (audience.items ?? [audience]).first(where: { $0.text == nil }) {
        sink.report(
          Diagnostic(
            id: "wrong-type", severity: .error, range: bad.range(in: source.path),
            summary: "\(bad.typeName) in 'audience' is not a text",
            explanation: "Nobody sees the record until it is mended.", help: "write 'audience: [leadership]'"))
      }
    }
    source.isDraft = fields["draft"]?.text == "true"
    return source
  }

  /// Who may see a record, as its `audience:` says.
  static func labels(_ audience: YAMLNode?) -> [String] {
    guard let audience, !audience.isNull else { return [] }
    return (audience.items ?? [audience]).map { $0.text ?? RecordSource.unreadableAudience }
  }

  /// A source known by its path alone.
  static func bare(_ path: RepoPath, _ kind: RecordKind) -> RecordSource {
    var id = path
    var name = path.stem
    if kind == .customer || kind == .page && KindOfPath.isIndexName(path.nameText) {
      id = path.parent
      name = id.isRoot ? "Home" : id.nameText
    } else if kind != .asset, kind != .data, kind != .usage, kind != .billing {
      id = path.parent.appending(path.stem)
    }
    return RecordSource(
      path: path, kind: kind, id: id.description, title: Slug.title(of: name), audience: [], isDraft: false)
  }

  private static func reportUnreadable(_ file: WorkspaceFile, kind: RecordKind, sink: FindingSink) {
    let range = SourceRange(wholeFile: file.path)
    switch file.content {
    case .bytes, .drawing, .submodule, .notRead: break
    case .tooLarge(let bytes) where kind != .asset:
      sink.report(
        Diagnostic(
          id: "file-too-large", severity: .error, range: range,
          summary: "\(bytes / 1024) KiB of text, the limit is \(TextFile.sizeLimit / 1024) KiB",
          explanation: "It is left out of the site, so that one file cannot hold up all the others.",
          help: "split the file, or keep the long part outside and link to it"))
    case .tooLarge: break
    case .symlink(let target):
      sink.report(
        Diagnostic(
          id: "symlink-not-followed", severity: .warning, range: range,
          summary: "symbolic link to '\(target)' is not followed",
          explanation: "A link can point anywhere on the machine that builds, so none is.",
          help: "put the file itself here"))
    case .unreadable(let reason):
      sink.report(
        Diagnostic(
          id: "file-unreadable", severity: .error, range: range, summary: "cannot be read: \(reason)",
          help: "run 'git fsck' to see whether the repository is damaged"))
    }
  }
}
