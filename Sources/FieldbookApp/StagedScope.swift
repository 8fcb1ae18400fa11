internal import Diagnostics
internal import WorkspaceModel

/// The files that the texts of a small commit can have to do with.
///
/// That is everything outside the folders of customers, and of the customers those that are touched or named. A text
/// cannot lead to a customer's file without naming the folder, and where it does so in other words (`%61cme`) the file
/// is missing here, which is a finding and has the whole workspace checked.
struct StagedScope {
  /// Names of folders that are read, and all words of the texts; in lower case, so that names that clash meet.
  private var words: Set<String> = []
  private let hasWikiLinks: Bool
  private var last: (folder: ArraySlice<UInt8>, isRead: Bool) = ([], false)

  /// The most text that is looked through for names.
  private static let limit = 1 << 20

  /// Looks through the files as they are staged; nil when reading everything is the safer way.
  init?(_ files: [WorkspaceFile]) {
    var rest = Self.limit
    var hasWikiLinks = false
    for file in files {
      if let customer = Self.customer(file.path.bytes[...]) { words.insert(Self.folded(customer)) }
      guard case .bytes(let bytes) = file.content else { continue }
      rest -= bytes.count
      if rest < 0 { return nil }
      hasWikiLinks = hasWikiLinks || zip(bytes, bytes.dropFirst()).contains { $0 == 0x5B && $1 == 0x5B }
      words.formUnion(Self.words(of: bytes))
    }
    self.hasWikiLinks = hasWikiLinks
    // Whether a suppression is needed can depend on all that the workspace has.
    if words.contains("fieldbook-ignore") || words.isSuperset(of: ["fieldbook", "ignore"]) { return nil }
  }

  /// Whether a file is read; quick for files in the order of their paths.
  mutating func reads(_ path: ArraySlice<UInt8>) -> Bool {
    guard let customer = Self.customer(path) else { return true }
    if customer != last.folder { last = (customer, words.contains(Self.folded(customer))) }
    return last.isRead || hasWikiLinks && words.contains(Self.name(path))
  }

  /// Whether each record that a part of a wiki name can mean is read.
  func knowsAll(named part: String) -> Bool { words.contains(part) }

  /// The folder of a customer; nil for everything that other records refer to.
  private static func customer(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let top = "customers/".utf8
    guard path.starts(with: top) else { return nil }
    let inside = path.dropFirst(top.count)
    guard let slash = inside.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let folder = inside[..<slash]
    return folder.elementsEqual("workflows".utf8) || folder.elementsEqual("templates".utf8) ? nil : folder
  }

  /// The last part of the id of the record at a path, in lower case.
  private static func name(_ path: ArraySlice<UInt8>) -> String {
    let path = RepoPath(bytes: path)
    return (KindOfPath.isIndexName(path.nameText) ? path.parent.nameText : path.stem).lowercased()
  }

  private static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private static func words(of bytes: [UInt8]) -> [String] {
    let isWord = { (byte: UInt8) in
      byte >= 0x80 || 0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || "-_.".utf8.contains(byte)
    }
    return bytes.split { !isWord($0) }.flatMap { word in
      // A file is named with its extension or without.
      let stem = word.lastIndex(of: UInt8(ascii: ".")).map { word[..<$0] }
      return [folded(word)] + (stem.map { [folded($0)] } ?? [])
    }
  }
}
