import Foundation
import Testing

@testable import Site

/// The theme of this repository, read once.
enum BundledTheme {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("site-theme")

  static func load() throws -> Theme {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) else { continue }
      files[name] = Array(data)
    }
    return try Theme(files: files)
  }
}

struct ThemeContractTests {
  private static var samples: [(layout: String, model: any TemplateModel)] {
    PageCatalog.all.map { ($0.layout, $0.sample as any TemplateModel) } + [(Shell.layout, Shell.sample)]
  }

  @Test func hasOneLayoutForEveryModelAndNoOther() throws {
    let theme = try BundledTheme.load()
    #expect(Set(theme.layouts.keys) == Set(Self.samples.map(\.layout)))
    #expect(Set(PageCatalog.all.map { $0.layout }).count == PageCatalog.all.count)
  }

  @Test func everyTagNamesAFieldOfItsModel() throws {
    let theme = try BundledTheme.load()
    var walk = ContractWalk(theme)
    for (layout, model) in Self.samples {
      walk.check(try #require(theme.layouts[layout]), file: "layouts/\(layout)", model)
    }
    #expect(walk.problems.sorted() == [])
  }

  @Test func everyFieldOfEveryModelIsPrinted() throws {
    let theme = try BundledTheme.load()
    var walk = ContractWalk(theme)
    for (layout, model) in Self.samples {
      walk.check(try #require(theme.layouts[layout]), file: "layouts/\(layout)", model)
    }
    var fields: Set<String> = []
    for (_, model) in Self.samples { ContractWalk.collectFields(model, into: &fields) }
    #expect(fields.subtracting(walk.used).sorted() == [])
  }

  @Test func everyModelListsItsStoredProperties() {
    var problems: Set<String> = []
    for (_, model) in Self.samples { ContractWalk.collectUnlisted(model, into: &problems) }
    #expect(problems.sorted() == [])
  }

  @Test(arguments: PageCatalog.all.map { $0.layout } + [Shell.layout])
  func printsOfItsSampleWhatAPlainWalkPrints(layout: String) throws {
    let theme = try BundledTheme.load()
    let model = try #require(Self.samples.first { $0.layout == layout }?.model)
    let plain = PlainPrinter(partials: theme.partials, root: "../")
    let expected = plain.print(try #require(theme.layouts[layout]), model)
    #expect(try theme.render(model, layout: layout, root: "../") == expected)
  }

  @Test func everyPartialIsUsed() throws {
    let theme = try BundledTheme.load()
    let used = (Array(theme.layouts.values) + Array(theme.partials.values)).flatMap(\.tags)
      .filter { $0.kind == .partial }.map(\.name)
    #expect(Set(theme.partials.keys).subtracting(used).sorted() == [])
  }

  @Test(arguments: PageCatalog.all.map { $0.layout })
  func rendersItsSampleWithoutLeftovers(layout: String) throws {
    let theme = try BundledTheme.load()
    let model = try #require(Self.samples.first { $0.layout == layout }?.model)
    let html = try theme.render(model, layout: layout, root: "../")
    // The page of a report shows the source of its template.
    #expect(layout == ReportPage.layout || !html.contains("{{"))
    #expect(!html.contains("Optional("))
    #expect(html.contains("<h1"))
    #expect(!html.contains(" style=\""))
    #expect(!html.contains("<script"))
  }

  @Test func staysWithinItsBudgets() throws {
    let assets = try BundledTheme.load().assets()
    let css = try #require(assets.first { $0.path == "assets/fieldbook.css" })
    let script = try #require(assets.first { $0.path == "assets/fieldbook.js" })
    // Uncompressed bounds that keep the compressed budgets (10 kB and 12 kB) with room to spare.
    #expect(css.bytes.count < 64_000)
    #expect(script.bytes.count < 40_000)
  }
}

/// Follows the tags of a template through a model, as the engine would.
struct ContractWalk {
  private let theme: Theme
  private(set) var problems: Set<String> = []
  private(set) var used: Set<String> = []

  init(_ theme: Theme) { self.theme = theme }

  mutating func check(_ source: TemplateSource, file: String, _ model: Any) {
    var index = 0
    walk(source.tags, &index, [model], file, end: nil)
  }

  private mutating func walk(
    _ tags: [TemplateSource.Tag], _ index: inout Int, _ stack: [Any], _ file: String, end: String?
  ) {
    while index < tags.count {
      let tag = tags[index]
      index += 1
      switch tag.kind {
      case .end:
        if tag.name != end { problems.insert("\(file):\(tag.line): '\(tag.name)' closes nothing") }
        return
      case .partial:
        guard let partial = theme.partials[tag.name] else { continue }
        var inner = 0
        walk(partial.tags, &inner, stack, "partials/\(tag.name)", end: nil)
      case .text, .raw:
        guard let value = resolve(tag, stack, file) else { continue }
        let isMarkup = value is HTML
        if isMarkup != (tag.kind == .raw) {
          problems.insert("\(file):\(tag.line): '\(tag.name)' is \(isMarkup ? "markup" : "text")")
        }
        if Mirror(reflecting: value).displayStyle == .struct, !(value is HTML), !(value is Href), !(value is String) {
          problems.insert("\(file):\(tag.line): '\(tag.name)' is no text")
        }
      case .section, .inverted:
        let value = resolve(tag, stack, file)
        let start = index
        if tag.kind == .section, value == nil || (value as? [Any])?.isEmpty == true {
          // Another entry of the sample fills it in; `everyFieldOfEveryModelIsPrinted` notices if none does.
          Self.skip(tags, &index)
          continue
        }
        var pushed: [Any]
        switch value {
        case nil: pushed = stack
        case let list as [Any] where !list.isEmpty: pushed = stack + [list[0]]
        case let value? where value is Bool || tag.kind == .inverted: pushed = stack
        case let value?: pushed = stack + [value]
        }
        if tag.kind == .inverted { pushed = stack }
        walk(tags, &index, pushed, file, end: tag.name)
        if let list = value as? [Any], tag.kind == .section {
          // Entries may differ in what they fill in.
          for other in list.dropFirst() {
            var again = start
            walk(tags, &again, stack + [other], file, end: tag.name)
          }
        }
      }
    }
    if let end { problems.insert("\(file): section '\(end)' is never closed") }
  }

  private mutating func resolve(_ tag: TemplateSource.Tag, _ stack: [Any], _ file: String) -> Any? {
    if tag.name == "." { return stack.last.flatMap(Self.unwrap) }
    let names = tag.name.split(separator: ".").map(String.init)
    for object in stack.reversed() {
      guard let found = Self.child(names[0], of: object) else { continue }
      used.insert("\(type(of: object)).\(names[0])")
      var value = Self.unwrap(found)
      for name in names.dropFirst() {
        guard let object = value, let next = Self.child(name, of: object) else {
          problems.insert("\(file):\(tag.line): '\(tag.name)' is no field")
          return nil
        }
        used.insert("\(type(of: object)).\(name)")
        value = Self.unwrap(next)
      }
      return value
    }
    problems.insert("\(file):\(tag.line): '\(tag.name)' is no field")
    return nil
  }

  /// Moves behind the end of the section that was just opened.
  private static func skip(_ tags: [TemplateSource.Tag], _ index: inout Int) {
    var depth = 1
    while depth > 0, index < tags.count {
      switch tags[index].kind {
      case .section, .inverted: depth += 1
      case .end: depth -= 1
      default: break
      }
      index += 1
    }
  }

  private static func child(_ name: String, of object: Any) -> Any? {
    Mirror(reflecting: object).children.first { $0.label == name }?.value
  }

  /// The value inside an optional; lists become lists of anything.
  private static func unwrap(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { unwrap($0.value) }
    case .collection: return mirror.children.map(\.value)
    default: return value
    }
  }

  /// "Type.field" of every struct that a sample reaches; what is printed by the engine itself is left out.
  static func collectFields(_ value: Any, into fields: inout Set<String>) {
    guard let value = unwrap(value) else { return }
    if value is HTML || value is Href || value is String { return }
    if let list = value as? [Any] {
      for item in list { collectFields(item, into: &fields) }
      return
    }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .struct else { return }
    for child in mirror.children {
      guard let name = child.label else { continue }
      fields.insert("\(type(of: value)).\(name)")
      collectFields(child.value, into: &fields)
    }
  }
  /// Properties that a model has and its list of fields does not, or the other way round.
  static func collectUnlisted(_ value: Any, into problems: inout Set<String>) {
    guard let value = unwrap(value) else { return }
    if let list = value as? [Any] {
      for item in list { collectUnlisted(item, into: &problems) }
      return
    }
    guard let model = value as? any TemplateModel else { return }
    let stored = Mirror(reflecting: model).children
    let listed = names(of: model)
    if stored.compactMap(\.label) != listed {
      problems.insert("\(type(of: model)) has \(stored.compactMap(\.label)), its list of fields \(listed)")
    }
    for child in stored { collectUnlisted(child.value, into: &problems) }
  }

  private static func names<Model: TemplateModel>(of model: Model) -> [String] { Model.fields.map(\.name) }
}
