#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Time that passes, and that processors spend, in nanoseconds.
enum ProcessorTime {
  /// What tells the calling thread from others.
  static var thread: UInt {
    #if canImport(Darwin)
      UInt(bitPattern: pthread_self())
    #else
      UInt(pthread_self())
    #endif
  }

  /// On a clock that only ever goes forward; its beginning means nothing.
  static var wall: Int { read(CLOCK_MONOTONIC) }

  /// By the calling thread.
  static var ofThread: Int { read(CLOCK_THREAD_CPUTIME_ID) }

  /// By all threads of this process and by helpers that have ended.
  static var ofProcess: Int {
    guard let usage = usage(ofHelpers: true) else { return read(CLOCK_PROCESS_CPUTIME_ID) }
    let helpers = [usage.ru_utime, usage.ru_stime].map { Int($0.tv_sec) * 1_000_000_000 + Int($0.tv_usec) * 1000 }
    return read(CLOCK_PROCESS_CPUTIME_ID) + helpers[0] + helpers[1]
  }

  /// The most memory that this process ever held, in bytes.
  static var peakMemory: Int {
    guard let usage = usage(ofHelpers: false) else { return 0 }
    #if canImport(Darwin)
      return Int(usage.ru_maxrss)
    #else
      return Int(usage.ru_maxrss) * 1024
    #endif
  }

  private static func usage(ofHelpers: Bool) -> rusage? {
    #if canImport(Darwin)
      let who = ofHelpers ? RUSAGE_CHILDREN : RUSAGE_SELF
    #else
      let who = Int32(ofHelpers ? RUSAGE_CHILDREN.rawValue : RUSAGE_SELF.rawValue)
    #endif
    var usage = rusage()
    return getrusage(who, &usage) == 0 ? usage : nil
  }

  private static func read(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
