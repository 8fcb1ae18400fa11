#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte at or after an offset, found many bytes at a time.
  func first(_ byte: UInt8, from offset: Int) -> Int? {
    guard offset < count, let baseAddress else { return nil }
    guard let found = memchr(baseAddress + offset, Int32(byte), count - offset) else { return nil }
    return UnsafeRawPointer(baseAddress).distance(to: UnsafeRawPointer(found))
  }

  /// Calls the body with every line, its end not included; false from it ends the walk.
  ///
  /// Lines end with LF, CR LF or CR, as cmark reads them, and the last one may be unfinished.
  func forEachLine(_ body: (Range<Int>) -> Bool) {
    var carriageReturn = first(0x0D, from: 0) ?? count
    var start = 0
    while start < count {
      var end = first(0x0A, from: start) ?? count
      var next = end + 1
      if carriageReturn < start { carriageReturn = first(0x0D, from: start) ?? count }
      if carriageReturn < end {
        next = carriageReturn + 1 == end ? end + 1 : carriageReturn + 1
        end = carriageReturn
      }
      if !body(start..<end) { return }
      start = next
    }
  }
}
