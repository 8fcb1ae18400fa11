#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reading and writing file descriptors so that interruptions do not matter.
enum Descriptor {
  /// How a read ended.
  enum ReadResult {
    /// Bytes came.
    case some
    /// Nothing there yet.
    case later
    /// The other side is gone.
    case end
  }

  /// Appends what can be read at once, up to a chunk.
  static func read(_ descriptor: Int32, into buffer: inout [UInt8], chunk: Int = 1 << 16) -> ReadResult {
    withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { space in
      while true {
        #if canImport(Glibc)
          let count = Glibc.read(descriptor, space.baseAddress, chunk)
        #else
          let count = Darwin.read(descriptor, space.baseAddress, chunk)
        #endif
        if count > 0 {
          buffer.append(contentsOf: space[..<count])
          return .some
        }
        if count == 0 { return .end }
        if errno == EINTR { continue }
        return errno == EAGAIN || errno == EWOULDBLOCK ? .later : .end
      }
    }
  }

  /// Writes what can be written at once; nil when the other side is gone.
  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int? {
    while true {
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      #else
        let count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
      #endif
      if count >= 0 { return count }
      if errno == EINTR { continue }
      return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : nil
    }
  }

  /// Writes everything to a descriptor that blocks; false when the other side is gone.
  static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        guard let count = write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...])) else { return false }
        done += count
      }
      return true
    }
  }

  /// Two ends of a pipe that children do not inherit, once this has returned.
  static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      guard Glibc.pipe(&ends) == 0 else { return nil }
    #else
      guard Darwin.pipe(&ends) == 0 else { return nil }
    #endif
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Makes reads and writes return instead of waiting.
  static func makeNonBlocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  /// Seconds that only go forward.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
