#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One entry of a tree object, still in the object's bytes: valid as long as they are.
struct RawTreeEntry {
  /// The mode as stored.
  var mode: UInt32
  fileprivate var start: UnsafeRawPointer
  fileprivate var nameStart: UnsafeRawPointer
  fileprivate var idStart: UnsafeRawPointer

  // A zero byte stands between name and id.
  private var nameCount: Int { idStart - nameStart - 1 }

  /// The name, which may be anything without a zero byte.
  var name: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nameStart, count: nameCount) }

  /// The whole entry as it stands in the tree.
  var stored: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start, count: idStart - start + ObjectID.libraryByteCount)
  }

  /// Whether the id names another tree.
  var isFolder: Bool { mode & 0o170000 == 0o040000 }

  /// The id as a value.
  var id: ObjectID {
    let bytes = UnsafeRawBufferPointer(start: idStart, count: ObjectID.libraryByteCount)
    guard let id = ObjectID(bytes: bytes) else { preconditionFailure("ids of a tree are never empty") }
    return id
  }

  /// Whether both entries stand for the same thing; modes that Git takes for equal are equal.
  func hasSameContent(as other: RawTreeEntry) -> Bool {
    memcmp(idStart, other.idStart, ObjectID.libraryByteCount) == 0
      && (mode == other.mode || TreeEntry.Kind(stored: mode) == TreeEntry.Kind(stored: other.mode))
  }

  /// Orders as entries stand in a tree, where a folder's name counts with a slash at its end; zero for the same name.
  func order(against other: RawTreeEntry) -> Int32 {
    let common = min(nameCount, other.nameCount)
    let order = memcmp(nameStart, other.nameStart, common)
    if order != 0 { return order }
    return Int32(byteOrSlash(at: common)) - Int32(other.byteOrSlash(at: common))
  }

  private func byteOrSlash(at index: Int) -> UInt8 {
    index < nameCount ? nameStart.load(fromByteOffset: index, as: UInt8.self) : isFolder ? UInt8(ascii: "/") : 0
  }
}

/// Reads the entries of a tree object one after the other, checking every bound.
struct RawTreeReader {
  private var rest: UnsafeRawBufferPointer

  /// Starts at the first entry.
  init(_ bytes: UnsafeRawBufferPointer) {
    rest = bytes
  }

  /// Passes over entries that both trees begin with, byte for byte.
  static func skipCommonStart(_ left: inout RawTreeReader, _ right: inout RawTreeReader) {
    let shorter = min(left.rest.count, right.rest.count)
    guard shorter > 0, let first = left.rest.baseAddress, let second = right.rest.baseAddress else { return }
    let same = sameBytes(first, second, upTo: shorter)
    // Where an entry ends is only known from its beginning, so the common part is walked once.
    var offset = 0
    while let nul = memchr(first + offset, 0, same - offset) {
      let end = UnsafeRawPointer(nul) - first + 1 + ObjectID.libraryByteCount
      guard end <= same else { break }
      offset = end
    }
    left.skip(offset)
    right.skip(offset)
  }

  /// How many bytes are the same from the start, found in large steps.
  private static func sameBytes(_ first: UnsafeRawPointer, _ second: UnsafeRawPointer, upTo limit: Int) -> Int {
    var same = 0
    for step in [4096, 256, 16, 1] {
      while same + step <= limit, memcmp(first + same, second + same, step) == 0 { same += step }
    }
    return same
  }

  private mutating func skip(_ count: Int) {
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
  }

  /// The next entry; nil at the end.
  mutating func next() throws(GitError) -> RawTreeEntry? {
    guard let start = rest.baseAddress, !rest.isEmpty else { return nil }
    var mode: UInt32 = 0
    var index = 0
    while index < min(rest.count, 8), case let digit = rest[index], digit != UInt8(ascii: " ") {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "7") else { throw Self.damaged }
      mode = mode << 3 | UInt32(digit - UInt8(ascii: "0"))
      index += 1
    }
    guard index > 0, index < rest.count, rest[index] == UInt8(ascii: " ") else { throw Self.damaged }
    index += 1
    guard let nul = memchr(start + index, 0, rest.count - index) else { throw Self.damaged }
    let idStart = UnsafeRawPointer(nul) + 1
    let end = idStart - start + ObjectID.libraryByteCount
    guard end <= rest.count else { throw Self.damaged }
    skip(end)
    return RawTreeEntry(mode: mode, start: start, nameStart: start + index, idStart: idStart)
  }

  private static var damaged: GitError {
    GitError(.corrupt, "read a tree", "its entries are damaged", help: "run: git fsck")
  }
}

extension [UInt8] {
  /// Lends the bytes as raw memory; the standard library's function of this kind forgets the type of errors.
  func withRawBytes<R>(_ body: (UnsafeRawBufferPointer) throws(GitError) -> R) throws(GitError) -> R {
    try withUnsafeBufferPointer { (buffer) throws(GitError) in try body(UnsafeRawBufferPointer(buffer)) }
  }
}
