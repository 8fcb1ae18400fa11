/// Layouts, partials and assets of a site, compiled and checked once.
package struct Theme: Sendable {
  /// Files by their path within the theme folder: "layouts/deal.mustache".
  package let files: [String: [UInt8]]
  /// Layout sources by name, for the test that holds them against the models.
  package let layouts: [String: TemplateSource]
  /// Partial sources by name.
  package let partials: [String: TemplateSource]
  private let programs: [String: TemplateProgram]

  /// Compiles the templates for the models of all pages.
  package init(files: [String: [UInt8]]) throws(ThemeError) {
    try self.init(files: files, models: PageCatalog.models)
  }

  /// Compiles the templates for models by layout; missing partials, partials that include themselves and tags that no
  /// model knows are errors here, before any page.
  init(files: [String: [UInt8]], models: [String: any TemplateModel.Type]) throws(ThemeError) {
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
    var programs: [String: TemplateProgram] = [:]
    for (name, source) in layouts.sorted(by: { $0.key < $1.key }) {
      guard let model = models[name] else { continue }
      programs[name] = try TemplateCompiler.compile(
        source, file: "layouts/\(name).mustache", for: model, partials: partials)
    }
    self.files = files
    self.layouts = layouts
    self.partials = partials
    self.programs = programs
  }

  /// Files that are new, gone or other than in an earlier state of the theme.
  package func changedFiles(since earlier: Theme) -> Set<String> {
    let names = Set(files.keys).union(earlier.files.keys)
    return names.filter { files[$0] != earlier.files[$0] }
  }

  /// Appends what a layout makes of a model.
  func print(
    _ model: some TemplateModel, layout: String, root: String, into bytes: inout [UInt8]
  ) throws(ThemeError) {
    guard let program = programs[layout] else {
      throw ThemeError(file: "layouts/\(layout).mustache", line: nil, message: "the layout is missing")
    }
    program.print(model, root: root, into: &bytes)
  }

  /// What a layout makes of a model.
  func render(_ model: some TemplateModel, layout: String, root: String) throws(ThemeError) -> String {
    var bytes: [UInt8] = []
    try print(model, layout: layout, root: root, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func checkPartials(
    layouts: [String: TemplateSource], partials: [String: TemplateSource]
  ) throws(ThemeError) {
    var sound: Set<String> = []
    for (name, source) in layouts.sorted(by: { $0.key < $1.key }) {
      try checkPartials(of: source, file: "layouts/\(name).mustache", partials, path: [], &sound)
    }
    for (name, source) in partials.sorted(by: { $0.key < $1.key }) {
      try checkPartials(of: source, file: "partials/\(name).mustache", partials, path: [name], &sound)
    }
  }

  private static func checkPartials(
    of source: TemplateSource, file: String, _ partials: [String: TemplateSource], path: [String],
    _ sound: inout Set<String>
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
      if sound.contains(tag.name) { continue }
      try checkPartials(of: next, file: "partials/\(tag.name).mustache", partials, path: path + [tag.name], &sound)
      sound.insert(tag.name)
    }
  }
}
