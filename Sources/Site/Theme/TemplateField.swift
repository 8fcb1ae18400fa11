/// A type whose values a template can print, or step into, where they lie in memory.
///
/// Page models are plain structs. A template is compiled against their types, so that printing a field is one read at a
/// known place: nothing is copied, looked up by name or reflected on while pages are made.
package protocol TemplateField: SendableMetatype {
  /// What a template may do with such a value.
  static var kind: TemplateKind { get }
}

/// What a template may do with a value.
package enum TemplateKind: Sendable {
  case text, number, flag, address, markup
  case model(any TemplateModel.Type)
  case optional(any OptionalField.Type)
  case list(any ListField.Type)
}

/// A struct whose fields templates name.
package protocol TemplateModel: TemplateField {
  /// Every stored property, by the name that templates use, which is its own.
  static var fields: [ModelField<Self>] { get }
}

extension TemplateModel {
  package static var kind: TemplateKind { .model(Self.self) }
}

/// A stored property of a model: its name, where it lies and what it is.
package struct ModelField<Model>: Sendable {
  /// Its name.
  package let name: String
  /// How many bytes it lies behind the beginning of the model.
  let offset: Int
  /// Its type.
  let type: any TemplateField.Type

  /// The property at a path, which must be stored.
  package init<Value: TemplateField>(_ name: String, _ path: KeyPath<Model, Value>) {
    guard let offset = MemoryLayout<Model>.offset(of: path) else {
      preconditionFailure("'\(name)' of \(Model.self) is computed; templates print stored properties")
    }
    self.name = name
    self.offset = offset
    type = Value.self
  }
}

/// A value that may be missing.
package protocol OptionalField: TemplateField {
  /// What it is when it is there; it then lies at the same place, as the payload of every optional does.
  static var wrapped: any TemplateField.Type { get }
  /// Whether there is a value at a place that holds such an optional.
  static func isPresent(at place: UnsafeRawPointer) -> Bool
}

/// A list.
package protocol ListField: TemplateField {
  /// What it is a list of.
  static var element: any TemplateField.Type { get }
  /// Whether the list at a place holds nothing.
  static func isEmpty(at place: UnsafeRawPointer) -> Bool
  /// Calls `body` with the place of each element, in order; the places are good until it returns.
  static func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void)
}

extension String: TemplateField {
  package static var kind: TemplateKind { .text }
}

extension Int: TemplateField {
  package static var kind: TemplateKind { .number }
}

extension Bool: TemplateField {
  package static var kind: TemplateKind { .flag }
}

extension Href: TemplateField {
  package static var kind: TemplateKind { .address }
}

extension HTML: TemplateField {
  package static var kind: TemplateKind { .markup }
}

extension Optional: TemplateField, OptionalField where Wrapped: TemplateField {
  package static var kind: TemplateKind { .optional(Self.self) }
  package static var wrapped: any TemplateField.Type { Wrapped.self }

  package static func isPresent(at place: UnsafeRawPointer) -> Bool {
    if case .some = place.assumingMemoryBound(to: Self.self).pointee { true } else { false }
  }
}

extension Array: TemplateField, ListField where Element: TemplateField {
  package static var kind: TemplateKind { .list(Self.self) }
  package static var element: any TemplateField.Type { Element.self }

  package static func isEmpty(at place: UnsafeRawPointer) -> Bool {
    place.assumingMemoryBound(to: Self.self).pointee.isEmpty
  }

  package static func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
    place.assumingMemoryBound(to: Self.self).pointee.withUnsafeBufferPointer { elements in
      guard let first = elements.baseAddress else { return }
      for index in elements.indices { body(UnsafeRawPointer(first + index)) }
    }
  }
}
