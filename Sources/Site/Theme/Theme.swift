internal import Mustache

/// Layouts, partials and assets of a site, compiled and checked once.
package struct Theme: Sendable {
  /// Files by their path within the theme folder: "layouts/deal.mustache".
  package let files: [String: [UInt8]]
  /// Layout sources by name, for the test that holds them against the models.
  package let layouts: [String: TemplateSource]
  /// Partial sources by name.
  package let partials: [String: TemplateSource]
  private let library: MustacheLibrary

  /// Compiles the templates; missing partials and partials that include themselves are errors here, before any page.
  package init(files: [String: [UInt8]]) throws(ThemeError) {
    var layouts: [String: TemplateSource] = [:]
    var partials: [String: TemplateSource] = [:]
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".mustache") {
      let source = try TemplateSource(String(decoding: bytes, as: UTF8.self), file: path)
      let name = String(path.dropLast(".mustache".utf8.count))
      if name.hasPrefix("layouts/") {
        layouts[String(name.dropFirst("layouts/".utf8.count))] = source
      } else if name.hasPrefix("partials/") {
        partials[String(name.dropFirst("partials/".utf8.count))] = source
      }
    }
    try Self.checkPartials(layouts: layouts, partials: partials)
    var library = MustacheLibrary()
    do {
      for (name, source) in partials { try library.register(source.prepared, named: name) }
      for (name, source) in layouts { try library.register(source.prepared, named: "layouts/" + name) }
    } catch {
      throw ThemeError(file: "layouts", line: nil, message: "\(error)")
    }
    self.files = files
    self.layouts = layouts
    self.partials = partials
    self.library = library
  }

  /// Prints a model with a layout.
  func render(_ model: Any, layout: String, root: String) throws(ThemeError) -> String {
    let object = TemplateEncoder(root: root).object(model)
    guard let text = library.render(object, withTemplate: "layouts/" + layout) else {
      throw ThemeError(file: "layouts/\(layout).mustache", line: nil, message: "the layout is missing")
    }
    return text
  }

  private static func checkPartials(
    layouts: [String: TemplateSource], partials: [String: TemplateSource]
  ) throws(ThemeError) {
    for (name, source) in layouts.sorted(by: { $0.key < $1.key }) {
      try checkPartials(of: source, file: "layouts/\(name).mustache", partials, path: [])
    }
    for (name, source) in partials.sorted(by: { $0.key < $1.key }) {
      try checkPartials(of: source, file: "partials/\(name).mustache", partials, path: [name])
    }
  }

  private static func checkPartials(
    of source: TemplateSource, file: String, _ partials: [String: TemplateSource], path: [String]
  ) throws(ThemeError) {
    for tag in source.tags where tag.kind == .partial {
      guard let next = partials[tag.name] else {
        throw ThemeError(file: file, line: tag.line, message: "the partial '\(tag.name)' does not exist in partials/")
      }
      if path.contains(tag.name) {
        throw ThemeError(
          file: file, line: tag.line,
          message: "the partial '\(tag.name)' includes itself by way of \((path + [tag.name]).joined(separator: " → "))"
        )
      }
      try checkPartials(of: next, file: "partials/\(tag.name).mustache", partials, path: path + [tag.name])
    }
  }
}
