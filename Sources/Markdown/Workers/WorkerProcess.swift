#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A running worker with both pipes; ends with it and leaves no zombie.
struct WorkerProcess: ~Copyable {
  /// Where jobs are written; does not block.
  let input: Int32
  /// Where replies are read; does not block.
  let output: Int32
  private let process: pid_t

  private static let patience = 5.0
  /// glibc would give a tree's pages back after each document and fault them in again for the next.
  private static let tuning = ["MALLOC_TRIM_THRESHOLD_=67108864", "MALLOC_MMAP_THRESHOLD_=67108864"]
  /// A worker gets no secrets from the environment, only what a loader or a sanitizer needs.
  private static let kept = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "ASAN_OPTIONS", "LLVM_PROFILE_FILE"]

  /// Starts a program and waits for its greeting; nil when it cannot start or is not a worker of this version.
  init?(executable: String, arguments: [String]) {
    guard let (process, jobs, replies) = Self.start(executable, arguments) else { return nil }
    Descriptor.makeNonBlocking(jobs)
    Descriptor.makeNonBlocking(replies)
    guard Self.isGreeted(replies) else {
      Self.end(process, input: jobs, output: replies, isPatient: false)
      return nil
    }
    (input, output, self.process) = (jobs, replies, process)
  }

  deinit { Self.end(process, input: input, output: output, isPatient: true) }

  /// Ends it at once, whatever it is doing.
  borrowing func kill() { _ = Self.signal(process, SIGKILL) }

  /// One start at a time: between making a pipe and marking it, another start would hand it to its own child.
  private static let starting = ProcessLock()

  private static func start(_ executable: String, _ arguments: [String]) -> (pid_t, jobs: Int32, replies: Int32)? {
    starting.withLock {
      guard let jobs = Descriptor.pipe() else { return nil }
      guard let replies = Descriptor.pipe() else {
        close(jobs.read, jobs.write)
        return nil
      }
      let process = spawn(executable, arguments, input: jobs.read, output: replies.write)
      close(jobs.read, replies.write)
      if let process { return (process, jobs.write, replies.read) }
      close(jobs.write, replies.read)
      return nil
    }
  }

  private static func spawn(_ executable: String, _ arguments: [String], input: Int32, output: Int32) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGXCPU)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let environment = kept.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } } + tuning
    var process = pid_t()
    let status = withCStrings([executable] + arguments) { words in
      withCStrings(environment) { posix_spawnp(&process, executable, &actions, &attributes, words, $0) }
    }
    return status == 0 ? process : nil
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return withUnsafeTemporaryAllocation(
      of: UnsafeMutablePointer<CChar>?.self, capacity: copies.count + 1
    ) { list in
      let end = list.initialize(fromContentsOf: copies)
      list[end...].initialize(repeating: nil)
      guard let start = list.baseAddress else { preconditionFailure("a list of at least one element has no address") }
      return body(start)
    }
  }

  private static func isGreeted(_ output: Int32) -> Bool {
    var greeting: [UInt8] = []
    let end = Descriptor.seconds() + patience
    while greeting.count < Frames.greeting.count {
      guard wait(for: output, until: end) else { return false }
      if Descriptor.read(output, into: &greeting, chunk: Frames.greeting.count - greeting.count) == .end {
        return false
      }
    }
    return greeting == Frames.greeting
  }

  /// Whether the descriptor became readable, or closed, in time.
  private static func wait(for descriptor: Int32, until end: Double) -> Bool {
    while true {
      let left = end - Descriptor.seconds()
      guard left > 0 else { return false }
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&entry, 1, Int32(left * 1000) + 1)
      if count > 0 { return true }
      if count < 0, errno != EINTR { return false }
    }
  }

  /// Closes the pipes, which ends a worker that waits for work, and takes its exit status.
  private static func end(_ process: pid_t, input: Int32, output: Int32, isPatient: Bool) {
    close(input)
    if !isPatient || !wait(for: output, until: Descriptor.seconds() + 1) { _ = signal(process, SIGKILL) }
    close(output)
    _ = signal(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  private static func signal(_ process: pid_t, _ number: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.kill(process, number)
    #else
      Darwin.kill(process, number)
    #endif
  }

  private static func close(_ descriptors: Int32...) {
    for descriptor in descriptors {
      #if canImport(Glibc)
        _ = Glibc.close(descriptor)
      #else
        _ = Darwin.close(descriptor)
      #endif
    }
  }
}
