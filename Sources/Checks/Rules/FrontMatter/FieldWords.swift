/// Wording that several rules about fields share.
enum FieldWords {
  /// "1 day", "12 days".
  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  /// Small letters, and white space as single spaces.
  static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
