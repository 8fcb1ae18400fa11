#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One thread's conversation with one worker after another, until the queue is empty.
struct WorkerDriver {
  private let executable: String
  private let arguments: [String]
  private let queue: JobQueue
  private let patience: Double
  private var underWay: [Int] = []
  private var answered = 0
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var incoming: [UInt8] = []
  private var isAlone = false

  private static let fewUnderWay = 16

  /// A driver that gives a worker so many seconds without an answer.
  init(executable: String, arguments: [String], queue: JobQueue, patience: Double) {
    self.executable = executable
    self.arguments = arguments
    self.queue = queue
    self.patience = patience
  }

  /// Works until nothing is left, or until no worker can be started.
  mutating func run() {
    refill()
    while !underWay.isEmpty {
      guard let worker = WorkerProcess(executable: executable, arguments: arguments) else {
        queue.giveBack(underWay)
        return
      }
      if converse(with: worker) { return }
      worker.kill()
      queue.strike(underWay[answered...])
      (underWay, answered, outgoing, sent, incoming, isAlone) = ([], 0, [], 0, [], false)
      refill()
    }
  }

  /// True when all is answered and nothing is left; false when the worker has to go.
  private mutating func converse(with worker: borrowing WorkerProcess) -> Bool {
    var deadline = Descriptor.seconds() + patience
    while answered < underWay.count {
      let left = deadline - Descriptor.seconds()
      guard left > 0 else { return false }
      var entries = [
        pollfd(fd: worker.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: worker.input, events: Int16(POLLOUT), revents: 0),
      ]
      let count = poll(&entries, sent < outgoing.count ? 2 : 1, Int32(left * 1000) + 1)
      if count < 0, errno != EINTR { return false }
      if count <= 0 { continue }
      if entries[1].revents != 0, !send(to: worker.input) { return false }
      guard entries[0].revents != 0 else { continue }
      let result = Descriptor.read(worker.output, into: &incoming, chunk: 1 << 18)
      let before = answered
      guard accept() else { return false }
      if result == .end { return answered == underWay.count && refillIsDone() }
      if answered > before { deadline = Descriptor.seconds() + patience }
      if underWay.count - answered <= Self.fewUnderWay { refill() }
    }
    return true
  }

  private mutating func refillIsDone() -> Bool {
    refill()
    return underWay.isEmpty
  }

  private mutating func send(to input: Int32) -> Bool {
    let count = outgoing.withUnsafeBytes { Descriptor.write(input, UnsafeRawBufferPointer(rebasing: $0[sent...])) }
    guard let count else { return false }
    sent += count
    if sent == outgoing.count {
      outgoing.removeAll(keepingCapacity: true)
      sent = 0
    }
    return true
  }

  /// Takes in every complete reply; false when one makes no sense.
  private mutating func accept() -> Bool {
    var done: [(Int, MarkdownOutcome)] = []
    var offset = 0
    let isSane = incoming.withUnsafeBufferPointer { bytes in
      while let place = Frames.payload(in: bytes, from: offset) {
        guard answered < underWay.count,
          let outcome = Frames.outcome(
            in: UnsafeBufferPointer(rebasing: bytes[place]), number: UInt32(truncatingIfNeeded: underWay[answered]))
        else { return false }
        done.append((underWay[answered], outcome))
        answered += 1
        offset = place.upperBound
      }
      return bytes.count - offset < Frames.head || Frames.number(bytes, at: offset) <= Frames.longest
    }
    incoming.removeFirst(offset)
    queue.finish(done)
    return isSane
  }

  private mutating func refill() {
    if isAlone, answered < underWay.count { return }
    underWay.removeFirst(answered)
    answered = 0
    isAlone = false
    while true {
      switch queue.take(isIdle: underWay.isEmpty) {
      case .none: return
      case .several(let batch):
        for index in batch { send(index) }
        if !underWay.isEmpty { return }
      case .suspect(let index):
        send(index)
        isAlone = true
        return
      }
    }
  }

  private mutating func send(_ index: Int) {
    Frames.append(queue.jobs[index], number: UInt32(truncatingIfNeeded: index), to: &outgoing)
    underWay.append(index)
  }
}
