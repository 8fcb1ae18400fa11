internal import Diagnostics
internal import Mustache

/// Fields of a page model, ready to print: text escaped, addresses relative to the page.
///
/// The template engine escapes by `Character` and lets a quote through that carries a combining mark, so all text is
/// escaped here, by bytes, and the engine prints it as it is.
final class TemplateObject: MustacheParent {
  private let fields: [String: Any]

  init(_ fields: [String: Any]) {
    self.fields = fields
  }

  func child(named name: String) -> Any? { fields[name] }
}

/// A field that is there and empty; without it the engine would go on looking in the surrounding objects.
struct AbsentField: MustacheCustomRepresentation {
  var representation: Any? { nil }
}

/// Turns page models into what the template engine walks.
struct TemplateEncoder {
  /// Leads from the page to the root of the site: "../../", or empty.
  let root: String

  /// The fields of a struct.
  func object(_ model: Any) -> TemplateObject {
    var fields: [String: Any] = [:]
    for child in Mirror(reflecting: model).children {
      guard let name = child.label else { continue }
      fields[name] = value(child.value) ?? AbsentField()
    }
    return TemplateObject(fields)
  }

  private func value(_ value: Any) -> Any? {
    switch value {
    case let text as String: return PageEscape.escaped(text)
    case let flag as Bool: return flag
    case let number as Int: return String(number)
    case let href as Href: return PageEscape.escaped(href.relative(to: root))
    case let html as HTML: return String(decoding: html.bytes, as: UTF8.self)
    case let texts as [String]: return texts.map(PageEscape.escaped)
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { self.value($0.value) }
    case .collection: return mirror.children.compactMap { self.value($0.value) }
    case .enum: return PageEscape.escaped(String(describing: value))
    default: return object(value)
    }
  }
}

extension Href {
  /// The address as a link of a page, ending in `index.html` so that it opens from disk as well.
  func relative(to root: String) -> String {
    let anchor = fragment.map { "#" + $0 } ?? ""
    guard path.utf8.first == UInt8(ascii: "/") else { return path + anchor }
    var target = AssetAddress.encoded(RepoPath(path.dropFirst()))
    if target.isEmpty || target.hasSuffix("/") { target += "index.html" }
    return root + target + anchor
  }
}
