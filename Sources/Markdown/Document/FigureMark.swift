/// A figure as it stands in a text: what it came to, what that means, and the way to what it was made from.
package struct FigureMark: Sendable, Hashable {
  /// "62 % (n = 13)".
  package var text: String
  /// What it means, in a sentence; nil when there is nothing to say.
  package var meaning: String?
  /// An address escaped for a quoted attribute; nil when it leads nowhere.
  package var address: [UInt8]?
  /// Whether there is no value.
  package var isUnknown: Bool

  /// A figure by its parts.
  package init(text: String, meaning: String? = nil, address: [UInt8]? = nil, isUnknown: Bool = false) {
    self.text = text
    self.meaning = meaning
    self.address = address
    self.isUnknown = isUnknown
  }

  /// Appends its markup.
  func write(into output: inout [UInt8]) {
    if let address {
      output.append("<a href=\"")
      output.append(contentsOf: address)
      output.append("\"")
    } else {
      output.append("<span")
    }
    output.append(isUnknown ? " class=\"figure unknown\"" : " class=\"figure\"")
    if let meaning {
      output.append(" title=\"")
      Escape.appendEscaped(meaning.utf8, to: &output)
      output.append("\"")
    }
    output.append(">")
    Escape.appendEscaped(text.utf8, to: &output)
    output.append(address == nil ? "</span>" : "</a>")
  }
}
