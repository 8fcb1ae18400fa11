internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import MessagesAPI
internal import Synchronization
internal import WorkspaceModel

/// Takes in what an agent found, and refuses what its sources do not say.
final class InsightCollector: Sendable {
  private struct Taken {
    var drafts: [InsightDraft] = []
    var refused = 0
  }

  /// A run hands in no more than this.
  private static let most = 20

  private let view: WorkspaceView
  private let taken = Mutex(Taken())

  init(_ view: WorkspaceView) {
    self.view = view
  }

  var drafts: [InsightDraft] { taken.withLock { $0.drafts } }
  /// How many were refused for a quote or a source.
  var refused: Int { taken.withLock { $0.refused } }

  /// Takes one in, or says what is wrong with it.
  func take(_ input: JSONValue) -> ToolAnswer {
    do throws(ToolProblem) {
      let draft = try draft(input)
      return taken.withLock { taken in
        // Files are named by how statements begin.
        if taken.drafts.contains(where: { $0.customer == draft.customer && $0.name == draft.name }) {
          return ToolAnswer("A finding that begins like this one is noted already.")
        }
        if taken.drafts.count >= Self.most {
          return ToolAnswer("\(Self.most) findings are enough. Write the answer now.", isError: true)
        }
        taken.drafts.append(draft)
        return ToolAnswer("Noted as a proposal.")
      }
    } catch {
      taken.withLock { $0.refused += 1 }
      return ToolAnswer(error.text, isError: true)
    }
  }

  private func draft(_ input: JSONValue) throws(ToolProblem) -> InsightDraft {
    let slug = try view.customer(input["customer"]?.text ?? "")
    guard let kind = input["kind"]?.text.flatMap({ Insight.Kind(rawValue: $0) }) else {
      throw ToolProblem("'kind' is one of \(Insight.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    let statement = UntrustedText.line(input["statement"]?.text ?? "")
    guard (10...500).contains(statement.utf8.count) else {
      throw ToolProblem("'statement' is one sentence of 10 to 500 bytes.")
    }
    var confidence: Decimal4?
    switch input["confidence"] {
    case .integer(let number)?: confidence = Decimal4(number)
    case .number(let digits)?: confidence = Decimal4(digits)
    default: break
    }
    if let confidence, confidence < .zero || confidence > Decimal4(1) {
      throw ToolProblem("'confidence' lies between 0 and 1.")
    }
    var evidence: [InsightDraft.Evidence] = []
    for item in input["evidence"]?.items ?? [] { evidence.append(try self.evidence(item, slug)) }
    if evidence.isEmpty { throw ToolProblem("A finding needs a quote of the record that it rests on.") }
    let known = Set(view.packs.deals(of: slug).map(\.slug))
    let deals = (input["deals"]?.items ?? []).compactMap(\.text).map { name in
      name.hasPrefix("\(slug)/") ? String(name.dropFirst(slug.count + 1)) : name
    }
    if let unknown = deals.first(where: { !known.contains($0) }) {
      throw ToolProblem("'\(slug)' has no deal '\(UntrustedWords.short(unknown))'.")
    }
    return InsightDraft(
      customer: slug, kind: kind, statement: statement, confidence: confidence, evidence: evidence, deals: deals)
  }

  private func evidence(_ item: JSONValue, _ slug: String) throws(ToolProblem) -> InsightDraft.Evidence {
    let name = item["source"]?.text ?? ""
    let quote = item["quote"]?.text ?? ""
    guard let source = source(name, of: slug), let path = source.path.relative(to: RepoPath("customers/\(slug)")) else {
      throw ToolProblem(
        "'\(UntrustedWords.short(name))' is no record of '\(slug)'. Give an id such as interactions/2026-10-15-call.")
    }
    guard (8...1000).contains(quote.utf8.count) else {
      throw ToolProblem("A quote has 8 to 1,000 bytes, copied from the record.")
    }
    // Text was shown with the signs of tags escaped.
    for words in [quote, quote.replacing("&lt;", with: "<")] where QuotePlace(words, in: source) == .found {
      return InsightDraft.Evidence(source: path.description, quote: words)
    }
    var nearest = ""
    if case .missing(let passage?) = QuotePlace(quote, in: source) {
      nearest = " The nearest passage, which is data: \(UntrustedText.line(passage))"
    }
    throw ToolProblem("The quote does not stand in the text of \(path).\(nearest)")
  }

  /// The record that is meant by an id as packs write it, a path or a URI.
  private func source(_ name: String, of slug: String) -> RecordSource? {
    var name = name.prefix { $0 != "@" && $0 != "#" }
    let scheme = ResourceAddress.scheme
    if name.hasPrefix("\(scheme)customers/\(slug)/") { name = name.dropFirst("\(scheme)customers/\(slug)/".count) }
    if name.hasPrefix("\(scheme)deals/\(slug)/") { name = "deals/" + name.dropFirst("\(scheme)deals/\(slug)/".count) }
    if name.hasPrefix("customers/\(slug)/") { name = name.dropFirst("customers/\(slug)/".count) }
    for ending in ["", ".md"] {
      let path = RepoPath("customers/\(slug)/\(name)\(ending)")
      if let record = view.records.wrapped[path] { return record }
    }
    return nil
  }
}
