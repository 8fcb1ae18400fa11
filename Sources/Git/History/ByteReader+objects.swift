internal import ByteCoding

extension ByteReader {
  /// The raw bytes of an id.
  mutating func objectID() throws(Damage) -> ObjectID {
    guard let id = ObjectID(bytes: UnsafeRawBufferPointer(try raw(ObjectID.libraryByteCount))) else { throw Damage() }
    return id
  }
}

extension ByteWriter {
  /// Appends the raw bytes of an id.
  mutating func write(_ id: ObjectID) { bytes += id.bytes }
}

extension [UInt8] {
  /// Lends a reader that starts at a place.
  func withReader<R>(
    at place: Int = 0, _ body: (inout ByteReader) throws(ByteReader.Damage) -> R
  ) throws(ByteReader.Damage) -> R {
    try withUnsafeBufferPointer { (buffer) throws(ByteReader.Damage) in
      var reader = ByteReader(buffer, at: place)
      return try body(&reader)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The first bytes; empty when there are not so many.
  func prefixBuffer(_ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[..<(count <= self.count ? count : 0)])
  }
}
