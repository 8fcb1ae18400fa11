/// Words that lead somewhere.
package struct Link: Sendable {
  /// The words.
  package var text: String
  /// Where they lead.
  package var href: Href
}

/// A small label whose meaning never rests on its colour alone.
package struct Badge: Sendable {
  /// One or two words.
  package var text: String
  /// A class name: neutral, info, positive, negative, warning or urgent.
  package var tone: String
}

/// A day or an instant, for machines and for people.
package struct Day: Sendable {
  /// For the `datetime` attribute: `2026-10-12` or an instant with its offset.
  package var machine: String
  /// As read: "12 Oct", "in 4 days", "12 Oct 2026, 14:00".
  package var text: String
}

/// One of the few numbers that a page leads with.
package struct KeyFigure: Sendable {
  /// What is counted.
  package var label: String
  /// Number and unit, or the word "Unknown".
  package var value: String
  /// Sample size, band or what it is compared with.
  package var note: String?
  /// Class name that colours the note: neutral, positive, negative, warning or urgent.
  package var noteTone: String
  /// The records behind the number.
  package var evidence: Href?
  /// Whether the value is missing rather than small.
  package var isUnknown: Bool
}

/// One labelled row of an attribute panel.
package struct Fact: Sendable {
  /// The field, in words.
  package var label: String
  /// Its values in order; empty when unknown.
  package var values: [FactValue]
}

/// One value of an attribute.
package struct FactValue: Sendable {
  /// The value, formatted.
  package var value: String
  /// Where the value leads.
  package var target: Href?
  /// Prints the value as a badge of this tone.
  package var tone: String?
  /// A fainter remark behind the value.
  package var remark: String?
}

/// A titled part of an attribute panel.
package struct FactGroup: Sendable {
  /// Shown above the rows.
  package var groupTitle: String
  /// In order.
  package var facts: [Fact]
}

/// Somebody, ours or theirs, as an avatar with a name.
package struct Person: Sendable {
  /// Two letters.
  package var initials: String
  /// The full name.
  package var name: String
  /// Position, or the part they play here ("AE", "CSM").
  package var jobTitle: String?
  /// Their page.
  package var profile: Href?
}

/// A message above the content: stale, restricted, withheld, unknown history.
package struct Notice: Sendable {
  /// A class name: note, tip, stale, restricted, unknown or error.
  package var kind: String
  /// A symbol of `assets/css/icons.css`.
  package var icon: String
  /// What is the matter, in a few words.
  package var noticeTitle: String
  /// What it means and what to do, in a sentence.
  package var explanation: String
}

/// A step of the way from the front page.
package struct Crumb: Sendable {
  /// The name of the ancestor.
  package var text: String
  /// Its page.
  package var href: Href
}

/// A section of the page, in a table of contents or a row of tabs.
package struct Heading: Sendable {
  /// The words of the heading.
  package var text: String
  /// The anchor without its number sign.
  package var anchor: String
  /// Whether it is below the first level shown.
  package var isNested: Bool
}

/// A section of a record, reached by its anchor.
package struct Tab: Sendable {
  /// The name of the section.
  package var text: String
  /// The anchor without its number sign.
  package var anchor: String
  /// How much is in it.
  package var tabCount: String?
}

/// A part of a whole, drawn as a bar.
package struct Meter: Sendable {
  /// What is measured.
  package var label: String
  /// The number as digits, for the `value` attribute.
  package var amount: String
  /// The number that fills the bar, as digits.
  package var maximum: String
  /// How it is read: "41 of 60", "83 %", "Unknown".
  package var reading: String
  /// A class name: neutral, positive, warning or urgent.
  package var tone: String
  /// Whether there is nothing to draw.
  package var isUnknown: Bool
}

/// Words somebody said or wrote, and where.
package struct Quote: Sendable {
  /// Verbatim.
  package var words: String
  /// The record they stand in.
  package var source: Link
  /// When.
  package var saidOn: Day?
}
