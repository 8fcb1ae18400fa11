/// A path as Git stores it: bytes between slashes, relative, never normalised.
///
/// Two names that a `String` would call equal (NFC and NFD forms of "café") stay different here, and a name that is
/// not UTF-8 still has a path. Validation is a separate question, see ``isSafeToWrite``.
package struct RepoPath: Hashable, Sendable {
  /// The bytes, `/` as separator, neither a leading nor a trailing one.
  package let bytes: [UInt8]

  /// Takes the bytes as they are.
  package init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// Takes the UTF-8 bytes of a text.
  package init(_ text: some StringProtocol) {
    self.bytes = Array(text.utf8)
  }

  /// The root of a tree.
  package static let root = RepoPath(bytes: [])

  /// Whether this is the root of a tree.
  package var isRoot: Bool { bytes.isEmpty }

  /// The parts between slashes.
  package var components: [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  }

  /// The part after the last slash.
  package var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// The last part as text; bytes that are not UTF-8 show as U+FFFD.
  package var nameText: String { String(decoding: name, as: UTF8.self) }

  /// The last part without its extension.
  package var stem: String {
    let name = name
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return String(decoding: name, as: UTF8.self)
    }
    return String(decoding: name[..<dot], as: UTF8.self)
  }

  /// What follows the last dot of the last part, in lower case ASCII; empty when there is none.
  package var fileExtension: String {
    let name = name
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// The folder that holds it; the root's parent is the root.
  package var parent: RepoPath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return .root }
    return RepoPath(bytes: bytes[..<slash])
  }

  /// The path of an entry inside this folder.
  package func appending(_ component: some Sequence<UInt8>) -> RepoPath {
    var joined = bytes
    if !joined.isEmpty { joined.append(UInt8(ascii: "/")) }
    joined.append(contentsOf: component)
    return RepoPath(bytes: joined)
  }

  /// The path of an entry inside this folder.
  package func appending(_ component: String) -> RepoPath { appending(component.utf8) }

  /// Whether this path is `folder` or lies below it.
  package func isInside(_ folder: RepoPath) -> Bool {
    if folder.isRoot { return true }
    guard bytes.starts(with: folder.bytes) else { return false }
    return bytes.count == folder.bytes.count || bytes[folder.bytes.count] == UInt8(ascii: "/")
  }

  /// What remains of the path below `folder`, or nil when it lies elsewhere.
  package func relative(to folder: RepoPath) -> RepoPath? {
    if folder.isRoot { return self }
    guard isInside(folder) else { return nil }
    if bytes.count == folder.bytes.count { return .root }
    return RepoPath(bytes: bytes[(folder.bytes.count + 1)...])
  }

  /// Follows `.` and `..` in a relative link from this folder; nil when it would leave the root.
  package func resolving(_ link: some StringProtocol) -> RepoPath? {
    var parts = isRoot || link.utf8.first == UInt8(ascii: "/") ? [] : components.map(Array.init)
    for part in link.utf8.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        if parts.isEmpty { return nil }
        parts.removeLast()
      } else {
        parts.append(Array(part))
      }
    }
    return RepoPath(bytes: Array(parts.joined(separator: [UInt8(ascii: "/")])))
  }

  /// Whether every component may become a file name below an output folder.
  ///
  /// Git's object store hands out names such as `..`, `.git` and `a/b`; whoever writes has to ask first.
  package var isSafeToWrite: Bool {
    guard !bytes.isEmpty, bytes.count <= 1024 else { return false }
    return components.allSatisfy { part in
      guard !part.isEmpty, part.count <= 255 else { return false }
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return false }
      if part.count == 4, String(decoding: part, as: UTF8.self).lowercased() == ".git" { return false }
      return part.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
    }
  }
}

extension RepoPath {
  /// Takes all bytes at once; the synthesised form would go through them one by one.
  package func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension RepoPath: Comparable {
  /// Orders by bytes, as Git does for files.
  package static func < (left: RepoPath, right: RepoPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension RepoPath: CustomStringConvertible {
  /// The path as text; bytes that are not UTF-8 show as U+FFFD.
  package var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension RepoPath: ExpressibleByStringLiteral {
  /// A path from a literal in source code.
  package init(stringLiteral value: String) { self.init(value) }
}

extension RepoPath: Codable {
  /// Reads the text form.
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the text form.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
