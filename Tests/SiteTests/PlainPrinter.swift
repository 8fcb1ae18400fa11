@testable import Site

/// Prints a template the plain way: by name, through reflection, one node after the other.
///
/// What the compiled program prints is held against it.
struct PlainPrinter {
  let partials: [String: TemplateSource]
  let root: String

  func print(_ source: TemplateSource, _ model: Any) -> String { print(source.nodes, [model], indentation: "") }

  private func print(_ nodes: [TemplateNode], _ stack: [Any], indentation: String) -> String {
    var text = ""
    for node in nodes {
      let printed = print(node, stack, indentation: indentation)
      if !printed.isEmpty, text.utf8.last == 0x0A { text += indentation }
      text += printed
    }
    return text
  }

  private func print(_ node: TemplateNode, _ stack: [Any], indentation: String) -> String {
    switch node {
    case .text(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .field(let tag): return value(tag.name, stack).map(text) ?? ""
    case .section(let tag, let nodes):
      switch value(tag.name, stack) {
      case nil: return ""
      case let flag as Bool: return flag ? print(nodes, stack, indentation: indentation) : ""
      case let list as [Any]: return list.map { print(nodes, stack + [$0], indentation: indentation) }.joined()
      case let value?: return print(nodes, stack + [value], indentation: indentation)
      }
    case .inverted(let tag, let nodes):
      let value = value(tag.name, stack)
      let isFilled = (value as? Bool) ?? (value as? [Any]).map { !$0.isEmpty } ?? (value != nil)
      return isFilled ? "" : print(nodes, stack, indentation: indentation)
    case .partial(let tag, let more):
      guard let partial = partials[tag.name] else { return "" }
      return print(partial.nodes, stack, indentation: indentation + String(decoding: more, as: UTF8.self))
    }
  }

  private func text(_ value: Any) -> String {
    switch value {
    case let text as String: PageEscape.escaped(text)
    case let href as Href: PageEscape.escaped(href.relative(to: root))
    case let html as HTML: String(decoding: html.bytes, as: UTF8.self)
    default: "\(value)"
    }
  }

  private func value(_ name: String, _ stack: [Any]) -> Any? {
    guard name != "." else { return stack.last }
    let names = name.split(separator: ".").map(String.init)
    for object in stack.reversed() {
      guard let found = Self.child(names[0], of: object) else { continue }
      return names.dropFirst().reduce(Self.opened(found)) { value, name in
        value.flatMap { Self.child(name, of: $0) }.flatMap(Self.opened)
      }
    }
    return nil
  }

  private static func child(_ name: String, of object: Any) -> Any? {
    if object is String || object is HTML || object is Href { return nil }
    return Mirror(reflecting: object).children.first { $0.label == name }?.value
  }

  private static func opened(_ value: Any) -> Any? {
    if value is String || value is HTML || value is Href { return value }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { opened($0.value) }
    case .collection: return mirror.children.map(\.value)
    default: return value
    }
  }
}
