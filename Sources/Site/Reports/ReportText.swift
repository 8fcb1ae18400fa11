/// Fills the template of a report, whose names are known only once its data is there.
enum ReportText {
  /// What a name of a report stands for.
  enum Value {
    /// Printed as it is; it comes escaped.
    case text(String)
    case rows([[String: Value]])
    /// Known, and nothing.
    case missing
  }

  /// The text of a template; names that nothing stands for print nothing.
  static func print(_ source: TemplateSource, _ fields: [String: Value]) -> String {
    var bytes: [UInt8] = []
    print(source.nodes, [.row(fields)], into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a section stepped into.
  private enum Around {
    case row([String: Value])
    case text(String)
  }

  private static func print(_ nodes: [TemplateNode], _ around: [Around], into bytes: inout [UInt8]) {
    for node in nodes {
      switch node {
      case .text(let text): bytes += text
      case .field(let tag): if case .text(let text) = value(tag.name, around) { bytes += text.utf8 }
      case .section(let tag, let inner):
        switch value(tag.name, around) {
        case .missing: break
        case .text(let text): print(inner, around + [.text(text)], into: &bytes)
        case .rows(let rows): for row in rows { print(inner, around + [.row(row)], into: &bytes) }
        }
      case .inverted(let tag, let inner):
        switch value(tag.name, around) {
        case .missing: print(inner, around, into: &bytes)
        case .rows(let rows) where rows.isEmpty: print(inner, around, into: &bytes)
        case .text, .rows: break
        }
      // A report has no partials; whoever reads the template says so.
      case .partial: break
      }
    }
  }

  /// The innermost value of a name; no value has fields, except the rows of a section.
  private static func value(_ name: String, _ around: [Around]) -> Value {
    if name == ".", case .text(let text) = around.last { return .text(text) }
    for place in around.reversed() {
      if case .row(let fields) = place, let value = fields[name] { return value }
    }
    return .missing
  }
}
