internal import Checks
internal import Diagnostics
internal import History
package import WorkspaceModel

/// What a model believes about a customer, with quotes that were found where it says they stand.
package struct InsightDraft: Sendable, Hashable {
  /// A quote and where it was found.
  package struct Evidence: Sendable, Hashable {
    /// Within the customer's folder: `interactions/2026-10-15-call.md`.
    package var source: String
    package var quote: String

    /// A quote of a file.
    package init(source: String, quote: String) {
      (self.source, self.quote) = (source, quote)
    }
  }

  /// Slug.
  package var customer: String
  package var kind: Insight.Kind
  package var statement: String
  /// 0 to 1.
  package var confidence: Decimal4?
  package var evidence: [Evidence]
  /// Slugs of the customer's deals.
  package var deals: [String]

  /// A draft by its parts.
  package init(
    customer: String, kind: Insight.Kind, statement: String, confidence: Decimal4?, evidence: [Evidence],
    deals: [String]
  ) {
    (self.customer, self.kind, self.statement) = (customer, kind, statement)
    (self.confidence, self.evidence, self.deals) = (confidence, evidence, deals)
  }

  /// Who drafted it, and when.
  package struct Origin: Sendable, Hashable {
    package var agent: String
    package var model: String
    package var day: Day
    /// Short name of the commit that was read.
    package var commit: String

    /// An origin by its parts.
    package init(agent: String, model: String, day: Day, commit: String) {
      (self.agent, self.model, self.day, self.commit) = (agent, model, day, commit)
    }
  }

  /// The whole file: proposed, for a person to accept or to reject.
  package func file(_ origin: Origin) -> String {
    func quoted(_ text: String) -> String { String(decoding: JSONValue.string(text).encoded(), as: UTF8.self) }
    var lines = ["---", "kind: \(kind.rawValue)", "statement: \(quoted(statement))", "evidence:"]
    for item in evidence {
      lines.append(
        "  - {source: \(quoted(item.source)), commit: \(quoted(origin.commit)), quote: \(quoted(item.quote))}")
    }
    if let confidence { lines.append("confidence: \(confidence.text)") }
    lines += ["author: \(quoted(origin.model))", "author_kind: model", "agent: \(quoted(origin.agent))"]
    lines += ["status: proposed", "created_on: \(origin.day.iso)"]
    if !deals.isEmpty { lines.append("deals: [\(deals.map(quoted).joined(separator: ", "))]") }
    lines += ["---", "Sources:", ""]
    for item in evidence { lines.append("- \(item.source)@\(origin.commit)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The first words of the statement as a name for a file.
  package var name: String {
    let words = statement.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "insight" : words.prefix(7).joined(separator: "-")
  }
}

/// Whether a quote stands where somebody says that it does.
package enum QuotePlace: Sendable, Hashable {
  case found
  /// With the passage that is most like it, if any is.
  case missing(nearest: String?)

  /// Looks for a quote in the text of a record, by the rules of the check `quote-not-found`.
  package init(_ quote: String, in source: RecordSource) {
    guard let body = source.body else {
      self = .missing(nearest: nil)
      return
    }
    let text = QuotedText(body.bytes[...])
    self = text.contains(quote) ? .found : .missing(nearest: text.nearest(to: quote))
  }
}

extension Fieldbook {
  /// Commits a draft to the branch that is checked out, below the customer's insights.
  package func save(_ draft: InsightDraft, _ origin: InsightDraft.Origin) throws(FieldbookError) -> SavedEdition {
    let folder = RepoPath("customers/\(draft.customer)/insights")
    var path = folder.appending("\(draft.name).md")
    var number = 2
    while workspace.paths.contains(path) {
      path = folder.appending("\(draft.name)-\(number).md")
      number += 1
    }
    let name = workspace.customers.first { $0.slug == draft.customer }?.name ?? draft.customer
    let writer = EditionWriter(
      folder: options.workspace, workspace: snapshot.folder, signature: try signature(),
      message: "Propose an insight about \(Self.line(name))\n\n"
        + "Drafted by agent \(origin.agent) with \(origin.model) from commit \(origin.commit).",
      refusal: .usage("\(path) is there already", help: "look at it, then run the agent again"))
    return try writer.save(Array(draft.file(origin).utf8), at: path)
  }

  /// Words of the workspace on one line, so that they cannot add trailers to a message.
  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
