#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The child's side: reads jobs from standard input and writes documents to standard output until the input ends.
package enum MarkdownWorker {
  private static let memory: rlim_t = 512 << 20
  private static let processorSeconds: rlim_t = 2
  /// Replies kept back to save system calls; the parent waits for them, so they are few.
  private static let longestDelay = 1 << 16

  /// How a job is done.
  typealias Render = (UnsafeBufferPointer<UInt8>, MarkdownOptions) -> MarkdownOutcome

  /// Works until standard input ends; the process should then exit with 0.
  package static func run() { run(MarkdownRenderer.render(_:options:)) }

  /// Works with another way to render.
  static func run(_ render: Render) {
    #if canImport(Glibc)
      setLimit(__rlimit_resource_t(RLIMIT_AS.rawValue), to: memory)
      setLimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)
    #else
      setLimit(RLIMIT_CORE, to: 0)
    #endif
    guard Descriptor.writeAll(STDOUT_FILENO, Frames.greeting) else { return }
    var input: [UInt8] = []
    var output: [UInt8] = []
    while Descriptor.read(STDIN_FILENO, into: &input, chunk: 1 << 18) == .some {
      let used = input.withUnsafeBufferPointer { answer($0, with: render, into: &output) }
      guard let used, Descriptor.writeAll(STDOUT_FILENO, output) else { return }
      output.removeAll(keepingCapacity: true)
      input.removeFirst(used)
    }
  }

  /// Answers every complete job; returns how many bytes they took, nil when the parent is gone or talks nonsense.
  private static func answer(
    _ input: UnsafeBufferPointer<UInt8>, with render: Render, into output: inout [UInt8]
  ) -> Int? {
    var offset = 0
    while let place = Frames.payload(in: input, from: offset) {
      guard let job = Frames.job(in: UnsafeBufferPointer(rebasing: input[place])) else { return nil }
      limitProcessorTime()
      Frames.append(render(job.text, job.options), number: job.number, to: &output)
      offset = place.upperBound
      if output.count > longestDelay {
        guard Descriptor.writeAll(STDOUT_FILENO, output) else { return nil }
        output.removeAll(keepingCapacity: true)
      }
    }
    return offset
  }

  /// Two seconds more than this process has used, rounded up to the whole second that the limit counts in.
  private static func limitProcessorTime() {
    var usage = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &usage)
    let seconds = rlim_t(max(0, usage.tv_sec)) + processorSeconds + (usage.tv_nsec > 0 ? 1 : 0)
    #if canImport(Glibc)
      setLimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), to: seconds)
    #else
      setLimit(RLIMIT_CPU, to: seconds)
    #endif
  }

  #if canImport(Glibc)
    private typealias Resource = __rlimit_resource_t
  #else
    private typealias Resource = Int32
  #endif

  /// Sets the soft limit, as far as the hard one allows.
  private static func setLimit(_ resource: Resource, to value: rlim_t) {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(value, limit.rlim_max)
    _ = setrlimit(resource, &limit)
  }
}
