internal import Diagnostics
internal import FieldbookApp
internal import WorkspaceModel

/// Prints a difference for a terminal.
struct DifferencePrinter {
  let isColoured: Bool

  /// Records by customer, then what follows from them; 80 columns where words allow it.
  func text(_ difference: WorkspaceDifference) -> String {
    var lines = [paint("1", "\(difference.names.old) → \(difference.names.new)") + Self.counts(difference)]
    if difference.isEmpty { return lines[0] + "\nNothing that \(difference.audienceTitle) may see differs." }
    var group: String?
    for record in difference.records.sorted(by: Self.byCustomer) {
      if group != (record.customer ?? "") {
        group = record.customer ?? ""
        lines += ["", paint("1", record.customer.map(TextPrinter.visible) ?? "Workspace")]
      }
      lines.append(
        "  \(sign(record.change)) \(TextPrinter.visible(record.title))  \(paint("2", record.path.description))")
      if case .moved(let from) = record.change {
        lines.append("      Moved from \(TextPrinter.visible(from.description))")
      }
      for text in record.texts {
        for (index, line) in Wrap.lines(TextPrinter.visible(text.plain), width: 72).enumerated() {
          lines.append("      \(index == 0 ? "" : "  ")\(colour(text.tone, line))")
        }
      }
    }
    for (title, entries) in Self.effects(difference) {
      lines += ["", paint("1", title)]
      lines += entries.map { "  \(TextPrinter.visible($0))" }
    }
    lines += ["", paint("2", "Shown: what \(TextPrinter.visible(difference.audienceTitle)) may see.")]
    return lines.joined(separator: "\n")
  }

  /// Order of records: customers by name, the workspace's own last.
  static func byCustomer(_ left: WorkspaceDifference.Record, _ right: WorkspaceDifference.Record) -> Bool {
    switch (left.customer, right.customer) {
    case (let one?, let other?) where one != other: one < other
    case (.some, nil): true
    case (nil, .some): false
    default: left.path < right.path
    }
  }

  /// What follows from a difference, each with a title; nothing where nothing follows.
  static func effects(_ difference: WorkspaceDifference) -> [(title: String, lines: [String])] {
    let figures = difference.figures.map { figure in
      "\(figure.name): \(figure.old) → \(figure.new)\(figure.note.map { " (\($0))" } ?? "")"
    }
    let pages =
      difference.newPages.map { "new   \($0)" } + difference.lostPages.map { "gone  \($0)  without a redirect" }
      + difference.redirects.map { "moved \($0.from) → \($0.to)" }
    let access = difference.access.flatMap { access in
      access.gained.map { "\(access.audience) comes to see \($0)" }
        + access.lost.map { "\(access.audience) no longer sees \($0)" }
    }
    var findings = difference.newFindings.map { finding in
      "\(finding.severity.rawValue): \(finding.range.file):\(finding.range.start.line): \(finding.summary) [\(finding.id)]"
    }
    if difference.mendedFindings > 0 { findings.append("\(difference.mendedFindings) findings mended") }
    return [
      ("Numbers", figures), ("Pages", pages), ("Alerts", difference.alerts), ("Access", access), ("Checks", findings),
    ].filter { !$0.1.isEmpty }
  }

  /// ": 3 changed, 1 new".
  static func counts(_ difference: WorkspaceDifference) -> String {
    let counts = [
      (difference.records.count { $0.change == .changed }, "changed"),
      (difference.records.count { if case .moved = $0.change { true } else { false } }, "moved"),
      (difference.records.count { $0.change == .added }, "new"),
      (difference.records.count { $0.change == .removed }, "removed"),
    ]
    let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return told.isEmpty ? "" : ": " + told.joined(separator: ", ")
  }

  private func sign(_ change: WorkspaceDifference.Record.Change) -> String {
    switch change {
    case .added: paint("32", "+")
    case .removed: paint("31", "−")
    case .changed: paint("33", "~")
    case .moved: paint("36", "→")
    }
  }

  private func colour(_ tone: ChangeText.Tone, _ text: String) -> String {
    switch tone {
    case .good: paint("32", text)
    case .bad: paint("31", text)
    case .neutral: text
    }
  }

  private func paint(_ code: String, _ text: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
