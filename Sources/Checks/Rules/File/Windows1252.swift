/// The bytes that characters have in Windows-1252, and in its Turkish sister 1254.
enum Windows1252 {
  /// What 0x80 to 0x9F stand for; bytes without a character stand for the control of their number.
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  /// The byte of the character that begins at an offset, and how long the character is in UTF-8.
  static func byte(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (value: UInt8, width: Int)? {
    guard offset + 1 < bytes.count, bytes[offset] >= 0xC2 else { return nil }
    if bytes[offset] < 0xE0 {
      let scalar = UInt32(bytes[offset] & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
      return byte(of: scalar).map { ($0, 2) }
    }
    guard bytes[offset] == 0xE2, offset + 2 < bytes.count else { return nil }
    let scalar = 0x2000 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
    return byte(of: scalar).map { ($0, 3) }
  }

  private static func byte(of scalar: UInt32) -> UInt8? {
    if (0xA0...0xFF).contains(scalar) { return UInt8(scalar) }
    if scalar == 0x011F { return 0xF0 }
    if (0x80...0x9F).contains(scalar) { return UInt8(scalar) }
    return upper.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
  }
}
