/// A layout, compiled against the type of the model that it prints.
struct TemplateProgram: Sendable {
  /// Where a value lies while a page is printed: so many bytes behind the beginning of the page's model, or of the
  /// element that a loop is at.
  struct Place: Sendable {
    var frame: Int32
    var offset: Int32
  }

  /// What is done at a time; jumps lead forward, to the number of a step.
  enum Step: Sendable {
    case literal(start: Int32, count: Int32)
    case text(Place), number(Place), flag(Place), address(Place), markup(Place)
    case jumpIfAbsent(any OptionalField.Type, Place, to: Int32)
    case jumpIfPresent(any OptionalField.Type, Place, to: Int32)
    case jumpIfFalse(Place, to: Int32), jumpIfTrue(Place, to: Int32)
    case jumpIfFilled(any ListField.Type, Place, to: Int32)
    /// The steps up to `end`, once for each element, which becomes a frame.
    case each(any ListField.Type, Place, frame: Int32, end: Int32)
    /// An indented partial begins or ends.
    case beginIndented, endIndented
    /// What follows, up to the next `endLine`, is indented if it begins a line and prints anything.
    case beginLine(start: Int32, count: Int32), endLine
  }

  /// The type that it was compiled against.
  let model: any TemplateModel.Type
  let steps: [Step]
  /// The text of all literals, one behind the other.
  let literals: [UInt8]
  let frameCount: Int

  /// Appends what the layout makes of a model; addresses are relative to a page so deep below the root.
  func print<Model: TemplateModel>(_ model: Model, root: String, into bytes: inout [UInt8]) {
    precondition(Model.self == self.model, "a layout for \(self.model) cannot print \(Model.self)")
    withUnsafePointer(to: model) { pointer in
      steps.withUnsafeBufferPointer { steps in
        literals.withUnsafeBytes { literals in
          withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: frameCount) { frames in
            frames.initialize(repeating: UnsafeRawPointer(pointer))
            var run = TemplateRun(steps: steps, literals: literals, frames: frames, root: root)
            run.print(0..<steps.count, into: &bytes)
          }
        }
      }
    }
  }
}

/// One printing of a program.
private struct TemplateRun {
  let steps: UnsafeBufferPointer<TemplateProgram.Step>
  let literals: UnsafeRawBufferPointer
  let frames: UnsafeMutableBufferPointer<UnsafeRawPointer>
  let root: String
  /// For each indented partial where it began, and where its last indentation did, if there was one.
  private var indented: [(start: Int, line: Int?, end: Int)] = []

  init(
    steps: UnsafeBufferPointer<TemplateProgram.Step>, literals: UnsafeRawBufferPointer,
    frames: UnsafeMutableBufferPointer<UnsafeRawPointer>, root: String
  ) {
    self.steps = steps
    self.literals = literals
    self.frames = frames
    self.root = root
  }

  private func at(_ place: TemplateProgram.Place) -> UnsafeRawPointer {
    frames[Int(place.frame)] + Int(place.offset)
  }

  mutating func print(_ range: Range<Int>, into bytes: inout [UInt8]) {
    var next = range.lowerBound
    while next < range.upperBound {
      let step = steps[next]
      next += 1
      switch step {
      case .literal(let start, let count): append(start, count, to: &bytes)
      case .text(let place):
        PageEscape.append(at(place).assumingMemoryBound(to: String.self).pointee, to: &bytes)
      case .address(let place):
        at(place).assumingMemoryBound(to: Href.self).pointee.append(to: &bytes, root: root)
      case .markup(let place):
        bytes.append(contentsOf: at(place).assumingMemoryBound(to: HTML.self).pointee.bytes)
      case .number(let place):
        bytes.append(contentsOf: String(at(place).assumingMemoryBound(to: Int.self).pointee).utf8)
      case .flag(let place): bytes.append(contentsOf: (isTrue(place) ? "true" : "false").utf8)
      case .jumpIfAbsent(let type, let place, let target): if !type.isPresent(at: at(place)) { next = Int(target) }
      case .jumpIfPresent(let type, let place, let target): if type.isPresent(at: at(place)) { next = Int(target) }
      case .jumpIfFalse(let place, let target): if !isTrue(place) { next = Int(target) }
      case .jumpIfTrue(let place, let target): if isTrue(place) { next = Int(target) }
      case .jumpIfFilled(let type, let place, let target): if !type.isEmpty(at: at(place)) { next = Int(target) }
      case .each(let type, let place, let frame, let end):
        type.visit(at: at(place)) { element in
          frames[Int(frame)] = element
          print(next..<Int(end), into: &bytes)
        }
        next = Int(end)
      case .beginIndented: indented.append((bytes.count, nil, 0))
      case .endIndented: indented.removeLast()
      case .beginLine(let start, let count): beginLine(start, count, &bytes)
      case .endLine: endLine(&bytes)
      }
    }
  }

  private func isTrue(_ place: TemplateProgram.Place) -> Bool { at(place).assumingMemoryBound(to: Bool.self).pointee }

  private func append(_ start: Int32, _ count: Int32, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: literals[Int(start)..<Int(start + count)]))
  }

  private mutating func beginLine(_ start: Int32, _ count: Int32, _ bytes: inout [UInt8]) {
    let place = indented.count - 1
    let beginsLine = bytes.count > indented[place].start && bytes.last == 0x0A
    indented[place].line = beginsLine ? bytes.count : nil
    if beginsLine { append(start, count, to: &bytes) }
    indented[place].end = bytes.count
  }

  /// Takes an indentation back that nothing followed.
  private mutating func endLine(_ bytes: inout [UInt8]) {
    let place = indented.count - 1
    if let line = indented[place].line, bytes.count == indented[place].end { bytes.removeLast(bytes.count - line) }
  }
}
