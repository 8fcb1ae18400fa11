/// What part a Unicode scalar beyond ASCII plays in a word.
enum ScalarGroup {
  /// Part of a word.
  case letter
  /// Part of a number.
  case digit
  /// A word of its own.
  case ideograph
  /// Half of a flag.
  case region
  /// Anything else.
  case sign

  /// The part that a scalar plays.
  init(_ value: UInt32) {
    switch value {
    case 0x3040..<0x3100, 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x40000: self = .ideograph
    case 0x1F1E6...0x1F1FF: self = .region
    case 0x2000...0x206F, 0x3000...0x303F: self = .sign
    default:
      switch Unicode.Scalar(value)?.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark, .letterNumber:
        self = .letter
      case .decimalNumber, .otherNumber: self = .digit
      // Signs in front of a number or a letter with which they are one character.
      case .format where value != 0xFEFF && value != 0xAD: self = .letter
      default: self = .sign
      }
    }
  }

  /// Whether a scalar belongs to the character before it.
  static func extends(_ value: UInt32) -> Bool {
    if value < 0x300 { return false }
    if value >= 0x4E00, value < 0xA000 { return false }
    if value >= 0x2010, value <= 0x206F { return false }
    guard let properties = Unicode.Scalar(value)?.properties else { return false }
    return properties.isGraphemeExtend || properties.isEmojiModifier || properties.generalCategory == .spacingMark
      || value == 0x200D || value == 0x0E33 || value == 0x0EB3
  }
}
