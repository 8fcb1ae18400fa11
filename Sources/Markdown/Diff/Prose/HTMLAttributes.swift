/// The attributes of one opening tag of our renderer.
struct HTMLAttributes {
  /// The name of the element.
  private(set) var name: ArraySlice<UInt8>
  /// Names and raw values in order; a value is nil where there is none.
  private(set) var list: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>?)] = []

  /// Reads a tag such as `<li class="task">`.
  init(_ tag: ArraySlice<UInt8>) {
    var index = tag.startIndex + 1
    func word(_ from: Int) -> ArraySlice<UInt8> {
      tag[min(from, tag.endIndex)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
    }
    name = word(index)
    index = name.endIndex
    while index < tag.endIndex {
      guard tag[index] > 0x20, tag[index] != UInt8(ascii: ">"), tag[index] != UInt8(ascii: "=") else {
        index += 1
        continue
      }
      let name = word(index)
      index = name.endIndex
      var value: ArraySlice<UInt8>?
      if index + 1 < tag.endIndex, tag[index] == UInt8(ascii: "="), tag[index + 1] == UInt8(ascii: "\"") {
        let found = tag[(index + 2)...].prefix { $0 != UInt8(ascii: "\"") }
        value = found
        index = found.endIndex + 1
      }
      list.append((name, value))
    }
  }

  /// The raw value of an attribute.
  subscript(_ name: StaticString) -> ArraySlice<UInt8>? {
    list.first { Self.isEqual($0.name, name) }?.value
  }

  /// Whether an attribute is there, with a value or without.
  func has(_ name: StaticString) -> Bool { list.contains { Self.isEqual($0.name, name) } }

  /// What a reader would see of the attributes: not ids.
  var look: [UInt8] {
    var look: [UInt8] = []
    for attribute in list where !Self.isEqual(attribute.name, "id") {
      look.append(contentsOf: attribute.name)
      look.append(0x3D)
      if let value = attribute.value { look.append(contentsOf: value) }
      look.append(0x20)
    }
    return look
  }

  /// Whether bytes are those of a literal.
  static func isEqual(_ bytes: ArraySlice<UInt8>, _ literal: StaticString) -> Bool {
    bytes.elementsEqual(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }
}
