/// A change of a record as people say it, in pieces that a page, a terminal and a feed each dress their own way.
package struct ChangeText: Hashable, Sendable {
  /// A piece of a sentence.
  package enum Segment: Hashable, Sendable {
    /// Words of ours: "Stage", "Close pushed".
    case words(String)
    /// What it was before.
    case old(String)
    /// What it is now.
    case new(String)
    /// How much that is: "−18 %", "to 30 Jun 2026".
    case note(String)
  }
  /// Whether it helps the sale.
  package enum Tone: String, Hashable, Sendable { case neutral, good, bad }
  /// What matters first, in this order.
  package enum Weight: Int, Hashable, Sendable, Comparable {
    case outcome, stage, amount, closeDate, forecast, nextStep, owner, people, field, text, noise

    /// Orders by what matters more.
    package static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  package var segments: [Segment]
  package var tone: Tone
  package var weight: Weight

  /// A change by its pieces.
  package init(_ segments: [Segment], _ weight: Weight, tone: Tone = .neutral) {
    self.segments = segments
    self.weight = weight
    self.tone = tone
  }

  /// The sentence as plain text: "Amount 84,000 → 69,000 EUR (−18 %)".
  package var plain: String {
    var text = ""
    var wasOld = false
    for segment in segments {
      switch segment {
      case .words(let words): text += (text.isEmpty ? "" : " ") + words
      case .old(let value): text += (text.isEmpty ? "" : " ") + value
      case .new(let value): text += (text.isEmpty ? "" : wasOld ? " → " : " ") + value
      case .note(let note): text += " (\(note))"
      }
      if case .old = segment { wasOld = true } else { wasOld = false }
    }
    return text
  }

  /// The same as a part of a longer sentence: "amount 84,000 → 69,000 EUR".
  package var continued: String {
    guard case .words(let first) = segments.first, let letter = first.first else { return plain }
    var text = self
    text.segments[0] = .words(letter.lowercased() + first.dropFirst())
    return text.plain
  }
}
