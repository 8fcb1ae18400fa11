/// Cuts a stream of server-sent events into their data, whatever pieces it comes in.
struct EventReader: Sendable {
  /// Bytes of one event at most.
  static let longest = 8 * 1024 * 1024

  private var line: [UInt8] = []
  private var data: [UInt8] = []
  private var hasData = false
  private var wasReturn = false

  /// Takes in some bytes; gives the data of the events that ended with them.
  mutating func feed(_ bytes: [UInt8]) throws(MessagesFailure) -> [[UInt8]] {
    var events: [[UInt8]] = []
    for byte in bytes {
      switch byte {
      case 0x0A where wasReturn: wasReturn = false
      case 0x0A, 0x0D:
        wasReturn = byte == 0x0D
        if let event = endLine() { events.append(event) }
      default:
        wasReturn = false
        line.append(byte)
        if line.count + data.count > Self.longest { throw .unreadable("an event is too long") }
      }
    }
    return events
  }

  private mutating func endLine() -> [UInt8]? {
    defer { line = [] }
    if line.isEmpty {
      defer { (data, hasData) = ([], false) }
      return hasData ? data : nil
    }
    // Names of events are told in the data as well, and comments begin with a colon.
    guard line.starts(with: "data:".utf8) else { return nil }
    if hasData { data.append(0x0A) }
    hasData = true
    let value = line.dropFirst(5)
    data += value.first == 0x20 ? value.dropFirst() : value
    return nil
  }
}
