/// Counts words the way a reader would: runs between white space that hold a letter or a digit.
enum Words {
  /// How many words; any byte beyond ASCII counts as a letter.
  static func count(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      if isLetter(text[index]) {
        count += 1
        while index < text.count, text[index] > 0x20 { index += 1 }
      }
      index += 1
    }
    return count
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }
}
