/// What one name of a folder becomes; nil removes it.
struct TreeFolderEdit {
  /// The bytes of the name.
  var name: [UInt8]
  /// What stands there afterwards.
  var entry: TreeEntry?
}

/// Writes tree objects, copying what stays byte for byte.
enum RawTreeWriter {
  /// The bytes of a tree after some edits, which are sorted by name and name each entry once.
  static func applying(_ edits: [TreeFolderEdit], to base: [UInt8]) throws(GitError) -> [UInt8] {
    var added = edits.compactMap(\.entry)[...]
    added.sort { sortKey($0).lexicographicallyPrecedes(sortKey($1)) }
    var written: [UInt8] = []
    written.reserveCapacity(base.count + added.count * 64)
    try base.withRawBytes { (bytes) throws(GitError) in
      var reader = RawTreeReader(bytes)
      while let old = try reader.next() {
        while let next = added.first, precedes(next, old) {
          append(next, to: &written)
          added.removeFirst()
        }
        if edit(of: old.name, in: edits) == nil { written.append(contentsOf: old.stored) }
      }
    }
    for entry in added { append(entry, to: &written) }
    return written
  }

  private static func append(_ entry: TreeEntry, to written: inout [UInt8]) {
    written.append(contentsOf: String(entry.kind.mode, radix: 8).utf8)
    written.append(UInt8(ascii: " "))
    written.append(contentsOf: entry.name)
    written.append(0)
    written.append(contentsOf: entry.id.bytes)
  }

  private static func sortKey(_ entry: TreeEntry) -> [UInt8] {
    entry.kind == .folder ? entry.name + [UInt8(ascii: "/")] : entry.name
  }

  private static func precedes(_ entry: TreeEntry, _ old: RawTreeEntry) -> Bool {
    let common = min(entry.name.count, old.name.count)
    for index in 0..<common where entry.name[index] != old.name[index] { return entry.name[index] < old.name[index] }
    let new = entry.name.count > common ? entry.name[common] : entry.kind == .folder ? UInt8(ascii: "/") : 0
    let there = old.name.count > common ? old.name[common] : old.isFolder ? UInt8(ascii: "/") : 0
    return new < there
  }

  /// What becomes of a name, among edits sorted by name; nil when it stays.
  static func edit(of name: UnsafeRawBufferPointer, in edits: [TreeFolderEdit]) -> TreeFolderEdit? {
    var range = 0..<edits.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let candidate = edits[middle].name
      if candidate.elementsEqual(name) { return edits[middle] }
      range =
        candidate.lexicographicallyPrecedes(name) ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
