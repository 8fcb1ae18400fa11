/// What files of the index are called: lower-case letters and digits, all else by its number.
package enum ShardNames {
  /// A name for any text, safe on every disk.
  static func safe(_ text: some StringProtocol) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
      default: name += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
    return name
  }

  /// Where a file of the index lies, below the root of the site.
  package static func path(_ name: String) -> String { "search/\(name).js" }

  /// The words that begin with a prefix.
  static func terms(_ prefix: some StringProtocol) -> String { "t-" + safe(prefix) }

  /// A part of the pages of a word that too many have.
  static func tail(_ term: some StringProtocol, _ part: Int) -> String { "x-\(safe(term))-\(part)" }

  /// The entries of a slot.
  static func block(_ slot: Int) -> String { "p-" + String(slot, radix: 36) }

  /// The pages that have a value of a facet.
  static func facet(_ name: String, _ value: String) -> String {
    let name = "f-\(safe(name))-\(safe(value))"
    // Disks allow 255 bytes.
    return name.utf8.count <= 120 ? name : "f-" + String(PageNumbers.hash(name), radix: 36)
  }
}
