internal import Diagnostics

extension FieldReader {
  /// Reports a value of a type that the field does not take; `replacement` is what was surely meant.
  func reportWrongType(
    _ node: YAMLNode, _ name: String, expected: String, help: String? = nil, replacement: String? = nil
  ) {
    let found = node.text.map { "'\($0)'" } ?? node.typeName
    sink.report(
      Diagnostic(
        id: "wrong-type", severity: .error, range: node.range(in: file),
        summary: "\(found) in '\(name)' is not \(expected)",
        explanation: "The field is treated as unknown until it is mended.",
        help: help ?? replacement.map { "did you mean '\($0)'?" }, fixIts: replacing(node, with: replacement)))
  }

  /// Reports a text that is no day or moment.
  func reportBadDate(_ node: YAMLNode, _ name: String, form: String, suggestion: String? = nil) {
    let found = node.text.map { "'\($0)'" } ?? node.typeName
    sink.report(
      Diagnostic(
        id: "invalid-date", severity: .error, range: node.range(in: file),
        summary: "\(found) in '\(name)' is not \(form)",
        explanation: "The date is treated as unknown until it is mended.",
        help: suggestion.map { "did you mean \($0)?" } ?? "write \(form)", fixIts: replacing(node, with: suggestion)))
  }

  /// Reports a text that is none of the words a field takes.
  func reportBadChoice(_ node: YAMLNode, _ name: String, _ text: String, allowed: [String]) {
    let nearest = NearestWord.to(text, among: allowed)
    sink.report(
      Diagnostic(
        id: "invalid-value", severity: .error, range: node.range(in: file),
        summary: "'\(text)' is not a value of '\(name)'",
        explanation: "The field is treated as unknown until it is mended.",
        help: nearest.map { "did you mean '\($0)'?" } ?? "one of: \(allowed.joined(separator: ", "))",
        fixIts: replacing(node, with: nearest)))
  }

  /// Reports a number that stands where an amount belongs, or an amount that has only its value.
  func reportNoCurrency(_ node: YAMLNode, _ name: String) {
    sink.report(
      Diagnostic(
        id: "amount-without-currency", severity: .error, range: node.range(in: file),
        summary: "'\(node.text ?? "")' in '\(name)' has no currency",
        explanation: "A number alone can be added to nothing, so the amount is treated as unknown.",
        help: "write {value: 84000, currency: EUR, kind: ARR}"))
  }

  /// Reports a text without quotes that readers of YAML 1.1 take for something else.
  func reportAmbiguity(_ node: YAMLNode) {
    guard case .scalar(let text, isPlain: true) = node.content, let misreading = PlainScalar.misreading(of: text)
    else { return }
    sink.report(
      Diagnostic(
        id: "ambiguous-scalar", severity: .warning, range: node.range(in: file),
        summary: "'\(text)' without quotes is \(misreading) to many readers of YAML",
        explanation: "Fieldbook keeps the text, but editors, scripts and other tools may write back what they read.",
        help: "put it in quotes", fixIts: replacing(node, with: "\"\(text)\"")))
  }

  private func replacing(_ node: YAMLNode, with replacement: String?) -> [FixIt] {
    guard let replacement, node.start != node.end else { return [] }
    return [FixIt("write \(replacement)", edits: [.init(range: node.range(in: file), replacement: replacement)])]
  }
}
