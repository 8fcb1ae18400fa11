internal import Diagnostics

/// Compiles a layout and its partials against the type of the model that it prints.
///
/// A name means the innermost value around it that has a field of this name. Which one that is follows from the types
/// alone, since every model has all its fields, filled or not; so a tag that names no field is an error here, before
/// any page.
struct TemplateCompiler {
  private typealias Place = TemplateProgram.Place
  private typealias Step = TemplateProgram.Step
  /// A value that a name can lead to.
  private struct Value {
    var place: Place
    var type: any TemplateField.Type
    /// The optionals on the way to it, outermost first.
    var gates: [(type: any OptionalField.Type, place: Place)] = []
  }
  /// Where partials stand whose nodes are being compiled.
  private struct Scope {
    var file: String
    var indentation: [UInt8] = []
    var values: [Value]
  }

  /// Steps of one layout; more come of partials that include each other many times over.
  private static let mostSteps = 100_000

  private let partials: [String: TemplateSource]
  private var steps: [Step] = []
  private var literals: [UInt8] = []
  private var frameCount: Int32 = 1
  /// The step up to which a jump leads, so that no literal grows across it.
  private var target = 0

  private init(_ partials: [String: TemplateSource]) {
    self.partials = partials
  }

  /// The program of a layout; partials exist and none includes itself.
  static func compile(
    _ source: TemplateSource, file: String, for model: any TemplateModel.Type, partials: [String: TemplateSource]
  ) throws(ThemeError) -> TemplateProgram {
    var compiler = TemplateCompiler(partials)
    let top = Value(place: Place(frame: 0, offset: 0), type: model)
    try compiler.add(source.nodes, Scope(file: file, values: [top]))
    return TemplateProgram(
      model: model, steps: compiler.steps, literals: compiler.literals, frameCount: Int(compiler.frameCount))
  }

  private mutating func add(_ nodes: [TemplateNode], _ scope: Scope) throws(ThemeError) {
    let isIndented = !scope.indentation.isEmpty
    if isIndented { steps.append(.beginIndented) }
    for node in nodes {
      if isIndented {
        let start = Int32(literals.count)
        literals += scope.indentation
        steps.append(.beginLine(start: start, count: Int32(scope.indentation.count)))
      }
      try add(node, scope)
      if isIndented { steps.append(.endLine) }
    }
    if isIndented { steps.append(.endIndented) }
  }

  private mutating func add(_ node: TemplateNode, _ scope: Scope) throws(ThemeError) {
    switch node {
    case .text(let bytes): add(bytes)
    case .field(let tag): try addField(tag, scope)
    case .section(let tag, let nodes): try addSection(tag, nodes, scope)
    case .inverted(let tag, let nodes): try addInverted(tag, nodes, scope)
    case .partial(let tag, let indentation):
      guard let partial = partials[tag.name] else { return }
      var inner = scope
      inner.file = "partials/\(tag.name).mustache"
      inner.indentation += indentation
      try add(partial.nodes, inner)
    }
    guard steps.count <= Self.mostSteps else {
      throw ThemeError(
        file: scope.file, line: nil,
        message: "the layout grows beyond all bounds; its partials include each other too often"
      )
    }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    let start = Int32(literals.count)
    literals += bytes
    if case .literal(let first, let count) = steps.last, first + count == start, target < steps.count {
      steps[steps.count - 1] = .literal(start: first, count: count + Int32(bytes.count))
    } else {
      steps.append(.literal(start: start, count: Int32(bytes.count)))
    }
  }

  private mutating func addField(_ tag: TemplateSource.Tag, _ scope: Scope) throws(ThemeError) {
    let value = opened(try value(of: tag, scope))
    let step: Step? =
      switch value.type.kind {
      case .text: .text(value.place)
      case .number: .number(value.place)
      case .flag: .flag(value.place)
      case .address: .address(value.place)
      case .markup: .markup(value.place)
      case .model, .list, .optional: nil
      }
    guard let step else {
      throw ThemeError(file: scope.file, line: tag.line, message: "'\(tag.name)' is no text; name one of its fields")
    }
    if case .markup = step, tag.kind != .raw {
      throw ThemeError(
        file: scope.file, line: tag.line, message: "'\(tag.name)' is markup; print it with '{{{\(tag.name)}}}'")
    }
    if tag.kind == .raw {
      guard case .markup = step else {
        throw ThemeError(
          file: scope.file, line: tag.line, message: "'\(tag.name)' is text; print it with '{{\(tag.name)}}'")
      }
    }
    let gates = value.gates.map { addGate(.jumpIfAbsent($0.type, $0.place, to: 0)) }
    steps.append(step)
    close(gates)
  }

  private mutating func addSection(
    _ tag: TemplateSource.Tag, _ nodes: [TemplateNode], _ scope: Scope
  ) throws(ThemeError) {
    let value = opened(try value(of: tag, scope))
    var gates = value.gates.map { addGate(.jumpIfAbsent($0.type, $0.place, to: 0)) }
    var inner = scope
    switch value.type.kind {
    case .flag:
      gates.append(addGate(.jumpIfFalse(value.place, to: 0)))
      try add(nodes, inner)
    case .list(let list):
      let frame = Int32(scope.values.count)
      frameCount = max(frameCount, frame + 1)
      gates.append(addGate(.each(list, value.place, frame: frame, end: 0)))
      inner.values.append(Value(place: Place(frame: frame, offset: 0), type: list.element))
      try add(nodes, inner)
    default:
      inner.values.append(Value(place: value.place, type: value.type))
      try add(nodes, inner)
    }
    close(gates)
  }

  private mutating func addInverted(
    _ tag: TemplateSource.Tag, _ nodes: [TemplateNode], _ scope: Scope
  ) throws(ThemeError) {
    let value = opened(try value(of: tag, scope))
    // Whatever is missing on the way leads straight to the section; what is there and filled leads past it.
    let last = value.gates.count - 1
    var (entries, exits): ([Int], [Int]) = ([], [])
    for (index, gate) in value.gates.enumerated() {
      let isDecided = index == last && !value.type.kind.canBeEmpty
      if isDecided {
        exits.append(addGate(.jumpIfPresent(gate.type, gate.place, to: 0)))
      } else {
        entries.append(addGate(.jumpIfAbsent(gate.type, gate.place, to: 0)))
      }
    }
    switch value.type.kind {
    case .flag: exits.append(addGate(.jumpIfTrue(value.place, to: 0)))
    case .list(let list): exits.append(addGate(.jumpIfFilled(list, value.place, to: 0)))
    default: break
    }
    close(entries)
    let start = steps.count
    // What is taken back must not have grown into the text before it.
    target = max(target, start)
    try add(nodes, scope)
    if exits.isEmpty {
      // What is always there leaves nothing to print; the tags inside were checked all the same.
      steps.removeLast(steps.count - start)
    }
    close(exits)
  }

  // MARK: Jumps

  /// Adds a step whose target ``close(_:)`` will know.
  private mutating func addGate(_ step: Step) -> Int {
    steps.append(step)
    return steps.count - 1
  }

  /// Leads jumps to the step that comes next.
  private mutating func close(_ gates: [Int]) {
    if gates.isEmpty { return }
    target = steps.count
    let end = Int32(steps.count)
    for gate in gates {
      switch steps[gate] {
      case .jumpIfAbsent(let type, let place, _): steps[gate] = .jumpIfAbsent(type, place, to: end)
      case .jumpIfPresent(let type, let place, _): steps[gate] = .jumpIfPresent(type, place, to: end)
      case .jumpIfFalse(let place, _): steps[gate] = .jumpIfFalse(place, to: end)
      case .jumpIfTrue(let place, _): steps[gate] = .jumpIfTrue(place, to: end)
      case .jumpIfFilled(let type, let place, _): steps[gate] = .jumpIfFilled(type, place, to: end)
      case .each(let type, let place, let frame, _): steps[gate] = .each(type, place, frame: frame, end: end)
      default: preconditionFailure("this step leads nowhere else")
      }
    }
  }

  // MARK: Names

  /// What a tag names, the optionals at its end not yet opened.
  private func value(of tag: TemplateSource.Tag, _ scope: Scope) throws(ThemeError) -> Value {
    let names = tag.name.split(separator: ".").map(String.init)
    guard let first = names.first else {
      // A template has always a value around it: that of its layout.
      return scope.values[scope.values.count - 1]
    }
    let reach = tag.name.utf8.first == UInt8(ascii: ".") ? scope.values.suffix(1) : scope.values[...]
    guard let owner = reach.last(where: { field(first, of: $0) != nil }), var value = field(first, of: owner) else {
      throw unknown(first, among: reach.flatMap { Self.names(of: $0.type) }, tag, scope)
    }
    for name in names.dropFirst() {
      value = opened(value)
      guard let next = field(name, of: value) else {
        throw unknown(name, among: Self.names(of: value.type), tag, scope)
      }
      value = next
    }
    return value
  }

  private func field(_ name: String, of owner: Value) -> Value? {
    guard case .model(let model) = owner.type.kind, let field = model.field(named: name) else { return nil }
    let place = Place(frame: owner.place.frame, offset: owner.place.offset + Int32(field.offset))
    return Value(place: place, type: field.type, gates: owner.gates)
  }

  /// A value behind its optionals, which become gates.
  private func opened(_ value: Value) -> Value {
    var value = value
    while case .optional(let type) = value.type.kind {
      value.gates.append((type, value.place))
      value.type = type.wrapped
    }
    return value
  }

  private static func names(of type: any TemplateField.Type) -> [String] {
    if case .model(let model) = type.kind { model.fieldNames } else { [] }
  }

  private func unknown(_ name: String, among names: [String], _ tag: TemplateSource.Tag, _ scope: Scope) -> ThemeError {
    let nearest = NearestWord.to(name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    return ThemeError(
      file: scope.file, line: tag.line,
      message: "'\(tag.name)' is no field of \(scope.values[0].type) here\(nearest)")
  }
}

extension TemplateKind {
  /// Whether a value that is there can still be nothing to print.
  fileprivate var canBeEmpty: Bool {
    switch self {
    case .flag, .list: true
    default: false
    }
  }
}

extension TemplateModel {
  fileprivate static var fieldNames: [String] { fields.map(\.name) }

  fileprivate static func field(named name: String) -> (offset: Int, type: any TemplateField.Type)? {
    fields.first { $0.name == name }.map { ($0.offset, $0.type) }
  }
}
