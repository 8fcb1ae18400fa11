internal import Diagnostics

extension RecordParser {
  /// Makes the typed record of a source whose fields and body are cut out.
  ///
  /// What is missing from fields that could not be read at all is not reported once more.
  static func record(_ source: RecordSource, _ sink: FindingSink, isMisread: Bool) -> Parsed {
    let sink = isMisread && source.kind != .access ? FindingSink() : sink
    var fields = FieldReader(source.fields, owner: source.kind.noun, file: source.path, sink: sink)
    fields.accept("title", "summary", "audience", "draft", "tags", "aliases", "fieldbook")
    let folder = source.path.components.dropFirst().first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let parsed = parsed(source, folder: folder, &fields)
    switch parsed {
    case .page, .plain, .nothing: break
    default: fields.reportUnknownFields()
    }
    return parsed
  }

  private static func parsed(_ source: RecordSource, folder: String, _ fields: inout FieldReader) -> Parsed {
    switch source.kind {
    case .settings: return .settings(Settings(&fields))
    case .redirects: return .redirects(RedirectLedger(source, &fields))
    case .access: return .access(accessRules(source, &fields), source)
    case .people:
      let nodes = source.fields?["people"]?.items ?? []
      var index = -1
      let people = fields.records("people", owner: "person") { person in
        index += 1
        let start = nodes.indices.contains(index) ? nodes[index].start : .start
        return TeamMember(range: SourceRange(file: source.path, start: start), &person)
      }
      return .people(people, source)
    case .customer: return .customer(Customer(source, &fields))
    case .contacts: return .contacts(ContactList(source, customer: folder, &fields))
    case .deal: return .deal(Deal(source, customer: folder, &fields))
    case .interaction: return .interaction(Interaction(source, customer: folder, &fields))
    case .insight: return .insight(Insight(source, customer: folder, &fields))
    case .task: return .task(SalesTask(source, customer: folder, &fields))
    case .battlecard: return .battlecard(Battlecard(source, &fields))
    case .playbook: return .playbook(Playbook(source, &fields))
    case .template: return .template(TextTemplate(source, &fields))
    case .training: return .lesson(TrainingLesson(source, &fields))
    case .security: return .security(SecurityPage(source, &fields))
    case .workflow: return .workflow(Workflow(source, &fields))
    case .contextTemplate: return .contextTemplate(ContextTemplate(source, &fields))
    case .agents: return .agents(AgentFile(source, &fields))
    case .claudeAgent:
      let parts = source.path.components.map { String(decoding: $0, as: UTF8.self) }
      return .agents(AgentFile(claude: source, category: parts.count > 3 ? parts[2] : nil, &fields))
    case .integration: return .integration(Integration(source, &fields))
    case .triggers: return .rules(RuleFile(source, &fields))
    case .retention, .controls, .processing, .approvals: return .register(RegisterFile(source, &fields))
    case .report: return .report(ReportDefinition(source, &fields))
    case .alert: return .alert(Alert(source, &fields))
    case .dailyPlan:
      let parts = source.path.components.map { String(decoding: $0, as: UTF8.self) }
      return .dailyPlan(DailyPlan(source, person: parts.count > 2 ? parts[2] : "", &fields))
    case .forecast: return .forecast(ForecastFile(source, &fields))
    case .page: return .page(Page(source, &fields))
    case .toolsMap: return .plain(PlainFile(source: source))
    case .usage, .billing, .data, .asset, .assistantSettings: return .nothing
    }
  }

  /// The rules, or none that let anybody in: a mistake in them must not open what they were to close.
  private static func accessRules(_ source: RecordSource, _ fields: inout FieldReader) -> AccessRules {
    let before = fields.sink.findings.count
    let rules = AccessRules(&fields)
    if !rules.audiences.isEmpty, fields.sink.findings.count == before { return rules }
    fields.sink.report(
      Diagnostic(
        id: "access-closed", severity: .error, range: SourceRange(wholeFile: source.path),
        summary: "nobody sees anything until these rules are mended",
        explanation: "A rule that was misread could show what it was written to hide.",
        help: "every audience needs 'see' and 'hide' lists of paths under 'audiences'"))
    return .closed
  }

  /// A table from CSV, with typed rows for usage and billing.
  static func table(
    csv bytes: ArraySlice<UInt8>, _ path: RepoPath, _ kind: RecordKind, _ sink: FindingSink
  ) -> Parsed {
    let (rows, isTruncated) = CSV.rows(bytes)
    let columns = rows.first?.cells ?? []
    if isTruncated {
      sink.report(
        Diagnostic(
          id: "table-truncated", severity: .warning, range: SourceRange(wholeFile: path),
          summary: "only the first \(CSV.rowLimit) rows are shown", help: "split the file by year"))
    }
    for row in rows.dropFirst() where row.cells.count != columns.count {
      sink.report(
        Diagnostic(
          id: "ragged-row", severity: .warning,
          range: lineRange(row.line, of: bytes, in: path),
          summary: "\(row.cells.count) cells in a table of \(columns.count) columns",
          help: "put quotes around a cell that contains the separator"))
      break
    }
    let folder = path.components.dropFirst().first.map { String(decoding: $0, as: UTF8.self) }
    let body = rows.dropFirst().map { row in
      (0..<columns.count).map { row.cells.indices.contains($0) ? row.cells[$0] : "" }
    }
    let table = DataTable(
      source: bare(path, kind), columns: columns, rows: Array(body),
      customer: kind == .usage || kind == .billing ? folder : nil, isTruncated: isTruncated)
    let header = lineRange(rows.first?.line ?? 1, of: bytes, in: path)
    return .table(
      table, usage: kind == .usage ? SeriesReader.usage(rows, header: header, sink: sink) : [],
      invoices: kind == .billing ? SeriesReader.invoices(rows, header: header, sink: sink) : [])
  }
}

extension RecordParser {
  /// The whole of a line, its end not included.
  private static func lineRange(_ number: Int, of bytes: ArraySlice<UInt8>, in path: RepoPath) -> SourceRange {
    let start = SourcePosition(line: number, column: 1)
    var rest = bytes
    for _ in 1..<max(1, number) { rest = rest.drop { $0 != 0x0A }.dropFirst() }
    let width = rest.prefix { $0 != 0x0A && $0 != 0x0D }.count
    return SourceRange(file: path, start: start, end: SourcePosition(line: number, column: width + 1))
  }
}

extension DataTable {
  /// A list of mappings as rows and columns; anything else has no table form.
  static func parsed(_ node: YAMLNode?, _ source: RecordSource) -> RecordParser.Parsed {
    var source = source
    source.fields = node
    guard let items = node?.items, !items.isEmpty, items.allSatisfy({ $0.entries != nil }) else {
      return .plain(PlainFile(source: source))
    }
    var columns: [String] = []
    for item in items {
      for entry in item.entries ?? [] where !columns.contains(entry.key) { columns.append(entry.key) }
      if columns.count > 60 { return .plain(PlainFile(source: source)) }
    }
    let rows = items.prefix(CSV.rowLimit).map { item in columns.map { cell(item[$0]) } }
    return .table(
      DataTable(
        source: source, columns: columns, rows: Array(rows), customer: nil, isTruncated: items.count > CSV.rowLimit),
      usage: [], invoices: [])
  }

  private static func cell(_ node: YAMLNode?) -> String {
    guard let node else { return "" }
    switch node.content {
    case .scalar: return node.text ?? ""
    case .sequence(let items): return items.compactMap(\.text).joined(separator: ", ")
    case .mapping(let entries): return entries.map { "\($0.key): \($0.value.text ?? "…")" }.joined(separator: ", ")
    }
  }
}
