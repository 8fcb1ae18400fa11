/// The headers of a commit object, found but not yet decoded: valid as long as the object's bytes.
struct RawCommit {
  /// The files as they were.
  private(set) var tree: ObjectID
  /// What it continues.
  private(set) var parents: [ObjectID] = []
  private var author: Slice<UnsafeRawBufferPointer>
  private var committer: Slice<UnsafeRawBufferPointer>
  private var body: Slice<UnsafeRawBufferPointer>

  /// Finds the headers.
  init(_ bytes: UnsafeRawBufferPointer, id: ObjectID) throws(GitError) {
    var tree: ObjectID?
    var (author, committer) = (bytes[0..<0], bytes[0..<0])
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")), end > rest.startIndex {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      // A line that begins with a space goes on with the one before it: a signature or a merged tag.
      guard let space = line.firstIndex(of: UInt8(ascii: " ")), space > line.startIndex else { continue }
      let value = line[(space + 1)...]
      let key = line[..<space]
      if key.elementsEqual("tree".utf8), tree == nil {
        tree = Self.id(value)
      } else if key.elementsEqual("parent".utf8) {
        guard let parent = Self.id(value) else { throw Self.damaged(id) }
        parents.append(parent)
      } else if key.elementsEqual("author".utf8) {
        author = value
      } else if key.elementsEqual("committer".utf8) {
        committer = value
      }
    }
    guard let tree else { throw Self.damaged(id) }
    self.tree = tree
    (self.author, self.committer) = (author, committer)
    body = rest.first == UInt8(ascii: "\n") ? rest.dropFirst() : rest
  }

  /// Who made the change.
  var authorSignature: Signature { Signature(header: author) }

  /// Who recorded it.
  var committerSignature: Signature { Signature(header: committer) }

  /// When it was recorded, in seconds since 1970.
  var committed: Int64 { Signature.time(in: committer).when }

  /// The words.
  var message: String { String(decoding: body, as: UTF8.self) }

  private static func id(_ digits: Slice<UnsafeRawBufferPointer>) -> ObjectID? {
    ObjectID(hex: String(decoding: digits, as: UTF8.self))
  }

  private static func damaged(_ id: ObjectID) -> GitError {
    GitError(.corrupt, "read commit \(id)", "its headers are damaged", help: "run: git fsck")
  }
}

extension Signature {
  /// Reads `Name <mail> seconds +hhmm`, forgiving what old tools wrote.
  fileprivate init(header: Slice<UnsafeRawBufferPointer>) {
    let open = header.firstIndex(of: UInt8(ascii: "<")) ?? header.endIndex
    let close = header.lastIndex(of: UInt8(ascii: ">")).map { max($0, open) } ?? header.endIndex
    var name = header[..<open]
    while name.last == UInt8(ascii: " ") { name = name.dropLast() }
    let email = open < close ? header[(open + 1)..<close] : header[close..<close]
    let time = Self.time(in: header)
    self.init(
      name: String(decoding: name, as: UTF8.self), email: String(decoding: email, as: UTF8.self),
      when: time.when, offsetMinutes: time.offsetMinutes)
  }

  /// Reads the two numbers at the end; damaged ones count as zero.
  fileprivate static func time(in header: Slice<UnsafeRawBufferPointer>) -> (when: Int64, offsetMinutes: Int) {
    guard let close = header.lastIndex(of: UInt8(ascii: ">")) else { return (0, 0) }
    let parts = header[(close + 1)...].split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    guard let first = parts.first, let when = Int64(first) else { return (0, 0) }
    // "+0530" is a number of hours and minutes, not of minutes.
    guard parts.count > 1, let zone = Int(parts[1]), abs(zone) < 10_000 else { return (when, 0) }
    return (when, zone / 100 * 60 + zone % 100)
  }
}
