internal import Diagnostics
internal import Synchronization

/// What a reader sees of a page before opening it, one file a folder, read by a script and so from disk as well.
final class PeekShelf: Sendable {
  /// By folder and address, written out already.
  private let entries = Mutex<[String: [String: [UInt8]]]>([:])

  /// Keeps the head of a page; pages at the top and those of the history are not previewed.
  func note(_ address: String, _ head: PageHead) {
    guard let folder = Self.folder(of: address) else { return }
    let figures = head.figures.map { JSONValue.array([.string($0.label), .string($0.value)]) }
    let badges = head.badges.map { JSONValue.array([.string($0.text), .string($0.tone)]) }
    let people = head.people.map { "\($0.name)\($0.jobTitle.map { ", \($0)" } ?? "")" }
    let entry = JSONValue.array([
      .string(head.title), .string(head.kicker ?? ""), .string(head.lede ?? ""), .array(badges), .array(figures),
      .string(people.joined(separator: " · ")),
    ]).encoded()
    entries.withLock { $0[folder, default: [:]][address] = entry }
  }

  /// Paths with their content.
  var files: [(path: String, bytes: [UInt8])] {
    entries.withLock { $0 }.sorted { $0.key < $1.key }.map { folder, pages in
      var bytes = Array("fieldbookPeek({".utf8)
      for (number, page) in pages.sorted(by: { $0.key < $1.key }).enumerated() {
        if number > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += JSONValue.string(String(page.key.dropFirst())).encoded()
        bytes.append(UInt8(ascii: ":"))
        bytes += page.value
      }
      return ("\(folder)/peek.js", bytes + "})\n".utf8)
    }
  }

  /// A customer's folder for all that lies in it, else the folder around the page, two levels deep at most.
  static func folder(of address: String) -> String? {
    let parts = address.split(separator: "/")
    guard parts.count > 1, parts[0] != "changes", parts.last != "history" else { return nil }
    return parts.prefix(parts[0] == "customers" ? 2 : min(2, parts.count - 1)).joined(separator: "/")
  }
}
