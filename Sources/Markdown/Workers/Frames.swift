internal import ByteCoding

/// The words between a pool and its workers: each a length of four bytes, low byte first, and so many bytes.
///
/// A job is its number in four bytes, flags, the first line in four bytes, and the text. A reply is the number again, then
/// `0` and a document, or `1`, a line in four bytes, and a reason. A worker greets with ``greeting`` before anything else, so that a wrong program is known at once.
enum Frames {
  /// What a worker of this version says first.
  static let greeting: [UInt8] = Array("FBMD".utf8) + [MarkdownDocument.codingVersion]
  /// No frame is longer: anything else is a worker gone mad.
  static let longest = 512 << 20
  /// Bytes of a length.
  static let head = 4

  private static let jobHead = 9
  private static let demotes: UInt8 = 1
  private static let isImported: UInt8 = 2

  /// Appends a job under a number.
  static func append(_ job: MarkdownJob, number: UInt32, to output: inout [UInt8]) {
    append(UInt32(truncatingIfNeeded: job.bytes.count + jobHead), to: &output)
    append(number, to: &output)
    output.append((job.options.demoteHeadings ? demotes : 0) | (job.options.isImported ? isImported : 0))
    append(UInt32(truncatingIfNeeded: job.options.firstLine), to: &output)
    output.append(contentsOf: job.bytes)
  }

  /// Appends the reply to the job of a number.
  static func append(_ outcome: MarkdownOutcome, number: UInt32, to output: inout [UInt8]) {
    var writer = ByteWriter()
    swap(&writer.bytes, &output)
    defer { swap(&writer.bytes, &output) }
    let start = writer.bytes.count
    append(0, to: &writer.bytes)
    append(number, to: &writer.bytes)
    switch outcome {
    case .document(let document):
      writer.bytes.append(0)
      document.encode(into: &writer)
    case .refused(let reason, let line):
      writer.bytes.append(1)
      append(UInt32(truncatingIfNeeded: line), to: &writer.bytes)
      writer.bytes.append(contentsOf: reason.utf8)
    }
    let length = UInt32(truncatingIfNeeded: writer.bytes.count - start - head)
    for index in 0..<head { writer.bytes[start + index] = UInt8(truncatingIfNeeded: length >> UInt32(8 * index)) }
  }

  /// The frame at the front of a buffer from an offset on: its payload's place; nil while it is incomplete.
  static func payload(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Range<Int>? {
    guard bytes.count - offset >= head else { return nil }
    let start = offset + head
    let length = Int(number(bytes, at: offset))
    return bytes.count - start >= length ? start..<(start + length) : nil
  }

  /// A job as a worker reads it.
  struct Job {
    /// To be given back with the reply.
    var number: UInt32
    /// What the document asks for.
    var options: MarkdownOptions
    /// The text, alive as long as the buffer it came in.
    var text: UnsafeBufferPointer<UInt8>
  }

  /// The job in a payload; nil when the bytes are none.
  static func job(in payload: UnsafeBufferPointer<UInt8>) -> Job? {
    guard payload.count >= jobHead else { return nil }
    let options = MarkdownOptions(
      firstLine: Int(number(payload, at: 5)), demoteHeadings: payload[4] & demotes != 0,
      isImported: payload[4] & isImported != 0)
    return Job(
      number: number(payload, at: 0), options: options, text: UnsafeBufferPointer(rebasing: payload[jobHead...]))
  }

  /// The outcome in the reply to the job of a number; nil when the bytes are none or answer another job.
  static func outcome(in payload: UnsafeBufferPointer<UInt8>, number expected: UInt32) -> MarkdownOutcome? {
    guard payload.count > head, number(payload, at: 0) == expected else { return nil }
    let rest = UnsafeBufferPointer(rebasing: payload[(head + 1)...])
    if payload[head] == 0 { return MarkdownDocument.decoded(rest).map { .document($0) } }
    guard payload[head] == 1, rest.count >= head else { return nil }
    return .refused(reason: String(decoding: rest[head...], as: UTF8.self), line: Int(number(rest, at: 0)))
  }

  /// The number in four bytes.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32 {
    (0..<head).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
  }

  private static func append(_ number: UInt32, to output: inout [UInt8]) {
    for index in 0..<head { output.append(UInt8(truncatingIfNeeded: number >> UInt32(8 * index))) }
  }
}
