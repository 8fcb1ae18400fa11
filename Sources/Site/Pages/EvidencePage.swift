/// What figures are made from: their formulas, records, and what was left out.
package struct EvidencePage: PageModel {
  package static let layout = "evidence"

  /// The top of the page.
  package var head: PageHead
  /// The figures, by anchor.
  package var tabs: [Tab]
  /// In the order of the page of the pipeline.
  package var proofs: [MetricProof]
  /// The pages that tell the figure; nil for the figures of the page of the pipeline.
  package var told: ToldOn?
}

/// Pages whose text asks for a figure.
package struct ToldOn: Sendable {
  /// In the order of their files.
  package var pages: [Link]
}

/// One figure of one quarter with all that it rests on.
package struct MetricProof: Sendable {
  /// Unique in the page.
  package var anchor: String
  /// "By count, Q4 2026".
  package var proofTitle: String
  /// "win_rate, version 1".
  package var version: String
  /// The formula with its mode, in a sentence.
  package var definition: String
  /// The exact value, or why there is none.
  package var exact: String
  /// Whether there is no value.
  package var isUnknown: Bool
  /// "n = 4, 1 unknown".
  package var sample: String
  /// How the parts make the figure, a line each.
  package var workings: [String]
  /// Figures that it is made from.
  package var factors: [Link]
  /// The records and what each adds; nil when there is none.
  package var records: DataTable?
  /// What should have taken part and could not.
  package var leftOut: DataTable?
}
