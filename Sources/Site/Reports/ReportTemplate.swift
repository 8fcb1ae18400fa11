package import Diagnostics
package import Intelligence
package import WorkspaceModel

/// The text of a report's definition, which becomes a report with data.
package struct ReportTemplate: Sendable {
  private let definition: ReportDefinition
  private let body: String
  private let firstLine: Int

  /// Names that every report has beside its sections.
  package static let heading = [
    "as_of", "commit", "scope", "period", "freshness", "unknown", "report_title",
  ]

  /// The template of a definition.
  package init(_ definition: ReportDefinition) {
    self.definition = definition
    body = definition.source.body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    firstLine = definition.source.body?.firstLine ?? 1
  }

  /// The report as Markdown, links relative to a folder; and what of the template the data does not know.
  package func markdown(_ data: ReportData, in folder: RepoPath = .root) -> (text: String, findings: [Diagnostic]) {
    let data = completed(data)
    let source: TemplateSource
    do throws(ThemeError) {
      source = try TemplateSource(body, file: definition.source.path.description)
    } catch {
      return ("", [finding(error.message, line: error.line ?? 1)])
    }
    return (Self.tidied(ReportText.print(source, object(data, in: folder))), unknownTags(source, data))
  }

  /// The data with an honest section for each one that the definition names and nothing computes.
  private func completed(_ data: ReportData) -> ReportData {
    let known = Set(data.sections.map(\.id))
    let missing = definition.sections.filter { !known.contains($0.id) }
    return missing.isEmpty
      ? data : data.adding(missing.map { SectionData($0.id, [], none: "nothing computes the section '\($0.id)'") })
  }

  private func object(_ data: ReportData, in folder: RepoPath) -> [String: ReportText.Value] {
    var fields: [String: ReportText.Value] = ["report_title": .text(MarkdownText.escaped(definition.title))]
    for (name, text) in data.heading { fields[name] = .text(MarkdownText.escaped(text)) }
    for section in data.sections {
      fields[section.id] = .rows(
        section.rows.map { row in
          var values: [String: ReportText.Value] = [:]
          for value in row.values { values[value.name] = .text(MarkdownText.escaped(value.text)) }
          values["url"] = .text(row.records.first.map { MarkdownText.address($0.address(from: folder)) } ?? "#")
          for link in row.links {
            values["\(link.name)_url"] =
              link.record.map { .text(MarkdownText.address($0.address(from: folder))) } ?? .missing
          }
          return values
        })
      fields["no_\(section.id)"] = .text(MarkdownText.escaped(section.reason))
      fields["more_\(section.id)"] = section.more.map { .text(MarkdownText.escaped($0)) } ?? .missing
    }
    return fields
  }

  /// Tags that stand for nothing: misspelt names, and fields that a section does not have.
  private func unknownTags(_ source: TemplateSource, _ data: ReportData) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var open: [SectionData?] = []
    let sections = Dictionary(data.sections.map { ($0.id, $0) }) { first, _ in first }
    var general = Set(Self.heading)
    for section in data.sections { general.formUnion([section.id, "no_\(section.id)", "more_\(section.id)"]) }
    for tag in source.tags {
      switch tag.kind {
      case .end:
        _ = open.popLast()
        continue
      case .partial:
        findings.append(finding("'{{> \(tag.name)}}' is no part of a report; write the text itself", line: tag.line))
        continue
      case .text, .raw, .section, .inverted: break
      }
      let fields =
        open.compactMap(\.self).last.map { section in
          Set(section.fields + ["url"] + section.links.map { "\($0)_url" })
        } ?? []
      if !general.contains(tag.name), !fields.contains(tag.name) {
        let nearest = NearestWord.to(tag.name, among: Array(fields.isEmpty ? general : fields))
        findings.append(
          finding(
            "'\(tag.name)' is no field of the report '\(definition.report)'", line: tag.line,
            help: nearest.map { "did you mean '\($0)'?" }))
      }
      if tag.kind == .section { open.append(sections[tag.name]) }
      if tag.kind == .inverted { open.append(nil) }
    }
    return findings
  }

  private func finding(_ summary: String, line: Int, help: String? = nil) -> Diagnostic {
    let place = SourcePosition(line: firstLine + line - 1, column: 1)
    return Diagnostic(
      id: "report-template", severity: .warning, range: SourceRange(file: definition.source.path, start: place),
      summary: summary, explanation: "It would be printed as nothing, and nobody would miss it.", help: help)
  }

  /// Without the empty lines that sections leave behind.
  private static func tidied(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        if lines.last?.isEmpty ?? true { continue }
        lines.append("")
      } else {
        lines.append(line)
      }
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
