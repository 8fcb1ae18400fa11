internal import ByteCoding

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A log on disk: a head, then batches of entries, each with its length and a checksum, only ever added to.
///
/// Deleting the file is always safe. Whatever cannot be read or written costs time and nothing else: a batch that was
/// cut off is written again, and of two programs that write at once the second one leaves it to the next time.
struct HistoryLogFile {
  private let path: String
  private let folder: String
  // How much of the file was sound, and how long it was.
  private var sound = 0
  private var length = 0
  private var recalled = 0

  init(_ repository: Repository) {
    folder = repository.commonDirectory + "/fieldbook"
    path = "\(folder)/history-\(HistoryLog.version)"
  }

  /// The log on disk; an empty one when there is none, or none that can be read.
  mutating func read() -> HistoryLog {
    (sound, length, recalled) = (0, 0, 0)
    guard let bytes = SystemFiles.contents(of: path, spare: Self.spare) else { return HistoryLog() }
    length = bytes.count
    guard bytes.starts(with: Self.head) else { return HistoryLog() }
    var log = HistoryLog(adopting: bytes)
    sound = Self.head.count
    while let batch = Self.batch(bytes, at: sound) {
      guard (try? log.take(batch)) != nil else { break }
      sound = batch.upperBound
    }
    if sound < length { log.cut(at: sound) }
    recalled = sound
    return log
  }

  /// Room for a few commits more, so that adding them moves nothing.
  private static let spare = 64 * 1024

  /// Adds what the log has more than when it was read.
  func save(_ log: HistoryLog) {
    guard log.bytes.count > recalled || sound < length else { return }
    _ = mkdir(folder, 0o777)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0, Int(status.st_size) == length
    else { return }
    guard ftruncate(descriptor, off_t(sound)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else { return }
    let entries = log.bytes[recalled...]
    if sound == 0 { removeOthers() }
    var output = sound == 0 ? Self.head : []
    if !entries.isEmpty {
      output += Self.fixed(UInt64(entries.count)) + Self.fixed(Self.checksum(entries)) + entries
    }
    output.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Takes the file away, and those of earlier versions of the encoding.
  func remove() {
    for name in SystemFiles.names(in: folder) ?? [] where name.hasPrefix("history-") { _ = unlink("\(folder)/\(name)") }
  }

  private func removeOthers() {
    for name in SystemFiles.names(in: folder) ?? [] where name.hasPrefix("history-") && !path.hasSuffix("/\(name)") {
      _ = unlink("\(folder)/\(name)")
    }
  }

  private static var head: [UInt8] {
    Array("fieldbook history".utf8) + [HistoryLog.version, UInt8(ObjectID.libraryByteCount), 0x0A]
  }

  /// Where the entries of the batch at a place are; nil when it is cut off or damaged.
  private static func batch(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
    guard bytes.count - start > 16 else { return nil }
    let count = number(bytes[start..<(start + 8)])
    guard count <= UInt64(bytes.count - start - 16) else { return nil }
    let range = (start + 16)..<(start + 16 + Int(count))
    return number(bytes[(start + 8)..<(start + 16)]) == checksum(bytes[range]) ? range : nil
  }

  private static func fixed(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// FNV-1a over words of eight bytes: against cut off files and failing disks, not against people.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var place = 0
      while place + 8 <= buffer.count {
        hash = (hash ^ buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian) &* 0x0100_0000_01B3
        hash ^= hash >> 29
        place += 8
      }
      while place < buffer.count {
        hash = (hash ^ UInt64(buffer[place])) &* 0x0100_0000_01B3
        place += 1
      }
      return hash
    }
  }
}
