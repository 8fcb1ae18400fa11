import Testing

@testable import Markdown

struct CodingTests {
  private static let sample = """
    # Title

    Text [a](b.md#c "t") and [[d|e]] ![f](g.png) `h`[^1].

    - [x] done

    [^1]: note
    """

  @Test(arguments: RenderingTests.cases)
  func decodingGivesBackWhatWasEncoded(_ example: Case) throws {
    let document = try document(example.markdown)
    #expect(MarkdownDocument(decoding: document.encoded()) == document)
  }

  @Test func everyFlippedByteIsSurvivedAndEveryResultCanBeWritten() throws {
    let bytes = try document(Self.sample).encoded()
    for index in bytes.indices {
      for flip in [UInt8(0xFF), 0x01, 0x80, 0x40] {
        var damaged = bytes
        damaged[index] ^= flip
        guard let document = MarkdownDocument(decoding: damaged) else { continue }
        _ = document.page
        _ = document.excerpt()
        #expect(document.html.holes.allSatisfy { $0.offset <= document.html.bytes.count })
      }
    }
  }

  @Test func everyTruncationAndExtensionIsRefused() throws {
    let bytes = try document(Self.sample).encoded()
    for count in bytes.indices { #expect(MarkdownDocument(decoding: Array(bytes.prefix(count))) == nil) }
    #expect(MarkdownDocument(decoding: bytes + [0]) == nil)
  }

  @Test func anotherVersionIsRefused() throws {
    var bytes = try document(Self.sample).encoded()
    bytes[0] &+= 1
    #expect(MarkdownDocument(decoding: bytes) == nil)
  }

  @Test func hugeCountsDoNotAskForMemory() {
    let huge: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    #expect(MarkdownDocument(decoding: [MarkdownDocument.codingVersion] + huge) == nil)
    #expect(MarkdownDocument(decoding: [MarkdownDocument.codingVersion, 0] + huge) == nil)
  }

  @Test func damagedRepliesAreNoOutcome() {
    let number: [UInt8] = [7, 0, 0, 0]
    let payloads: [[UInt8]] = [[], [7], number, number + [0], number + [1, 0, 0, 0], number + [2, 0, 0, 0, 0]]
    for payload in payloads + [number + [0, 99, 1], [8, 0, 0, 0, 1, 0, 0, 0, 0]] {
      #expect(payload.withUnsafeBufferPointer { Frames.outcome(in: $0, number: 7) } == nil)
    }
  }

  @Test func jobsAndRepliesSurviveTheirFrames() throws {
    let options = MarkdownOptions(firstLine: 70_000, demoteHeadings: true, isImported: true)
    var bytes: [UInt8] = []
    Frames.append(MarkdownJob(Array("a".utf8), options: options), number: 9, to: &bytes)
    let outcome = MarkdownOutcome.refused(reason: "ö", line: 70_001)
    let middle = bytes.count
    Frames.append(outcome, number: 9, to: &bytes)
    try bytes.withUnsafeBufferPointer { bytes in
      let place = try #require(Frames.payload(in: bytes, from: 0))
      let job = try #require(Frames.job(in: UnsafeBufferPointer(rebasing: bytes[place])))
      #expect(job.options == options && Array(job.text) == Array("a".utf8) && job.number == 9)
      #expect(place.upperBound == middle)
      let reply = try #require(Frames.payload(in: bytes, from: middle))
      #expect(Frames.outcome(in: UnsafeBufferPointer(rebasing: bytes[reply]), number: 9) == outcome)
      #expect(Frames.payload(in: UnsafeBufferPointer(rebasing: bytes.dropLast()), from: middle) == nil)
    }
  }
}
