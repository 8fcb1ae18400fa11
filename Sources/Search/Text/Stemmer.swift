/// Takes common English endings off a folded word, so that "renewals", "renewing" and "renewed" meet.
///
/// Light on purpose: it only decides which words of the index stand for one another, and never for names. The words
/// themselves stay as they were written. The script in the browser follows the same rules.
package enum Stemmer {
  /// What is left of a word; words with other letters than a to z, and short ones, stay.
  package static func stem(_ word: String) -> String {
    var bytes = Array(word.utf8)
    guard bytes.count > 3, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    plural(&bytes)
    if ends(bytes, "ing"), hasVowel(bytes.dropLast(3)), bytes.count > 5 {
      bytes.removeLast(3)
      single(&bytes)
    } else if ends(bytes, "ed"), hasVowel(bytes.dropLast(2)), bytes.count > 4 {
      bytes.removeLast(2)
      single(&bytes)
    } else if ends(bytes, "ly"), bytes.count > 5 {
      bytes.removeLast(2)
    }
    if bytes.count > 6, ends(bytes, "tion") || ends(bytes, "sion") { bytes.removeLast(3) }
    if bytes.count > 4, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
    if bytes.count > 3, bytes.last == UInt8(ascii: "y") { bytes[bytes.count - 1] = UInt8(ascii: "i") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func plural(_ bytes: inout [UInt8]) {
    guard bytes.last == UInt8(ascii: "s"), !ends(bytes, "ss"), !ends(bytes, "us"), !ends(bytes, "is") else { return }
    if ends(bytes, "ies"), bytes.count > 4 {
      bytes.removeLast(2)
      bytes[bytes.count - 1] = UInt8(ascii: "y")
    } else if ends(bytes, "sses") || ends(bytes, "xes") || ends(bytes, "ches") || ends(bytes, "shes") {
      bytes.removeLast(2)
    } else {
      bytes.removeLast()
    }
  }

  /// "stopp" is "stop"; "call" stays.
  private static func single(_ bytes: inout [UInt8]) {
    guard bytes.count > 3, let last = bytes.last, bytes[bytes.count - 2] == last, !"aeiouls".utf8.contains(last) else {
      return
    }
    bytes.removeLast()
  }

  private static func hasVowel(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.contains { "aeiouy".utf8.contains($0) } }

  private static func ends(_ bytes: [UInt8], _ ending: String) -> Bool {
    bytes.count >= ending.utf8.count && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
