/// The head of a request, taken apart; nothing that is not written as the standard says gets through.
struct RequestHead: Hashable, Sendable {
  /// As it was sent: "GET".
  let method: String
  /// As it was sent, without what follows a question mark.
  let path: String
  /// By name in lower case; a name that came twice has both values.
  let headers: [String: [String]]
  /// Whether the connection may go on after the answer.
  let isPersistent: Bool

  /// Reads lines that end in CR and LF, without the empty one at the end; nil for what is no request of HTTP/1.
  init?(_ bytes: ArraySlice<UInt8>) {
    var lines = Self.lines(bytes)[...]
    guard let first = lines.popFirst() else { return nil }
    let parts = first.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(Self.isToken), !parts[1].isEmpty,
      let target = String(validating: parts[1], as: UTF8.self), parts[1].allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      parts[2].elementsEqual("HTTP/1.1".utf8) || parts[2].elementsEqual("HTTP/1.0".utf8)
    else { return nil }
    method = String(decoding: parts[0], as: UTF8.self)
    path = String(target.prefix { $0 != "?" })
    var headers: [String: [String]] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy(Self.isToken)
      else { return nil }
      let value = Self.trimmed(line[line.index(after: colon)...])
      guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { return nil }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      headers[name, default: []].append(String(decoding: value, as: UTF8.self))
    }
    self.headers = headers
    let wishes = (headers["connection"] ?? []).flatMap { $0.lowercased().split(separator: ",") }.map {
      String($0.filter { $0 != " " && $0 != "\t" })
    }
    isPersistent = parts[2].last == UInt8(ascii: "1") && !wishes.contains("close")
  }

  /// The one value of a header; nil when there is none, or more than one.
  func only(_ name: String) -> String? {
    guard let values = headers[name], values.count == 1 else { return nil }
    return values[0]
  }

  private static func lines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      if bytes[index] == 0x0A, index > start, bytes[index - 1] == 0x0D {
        lines.append(bytes[start..<(index - 1)])
        start = index + 1
      }
      index += 1
    }
    if start < bytes.endIndex { lines.append(bytes[start...]) }
    return lines
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return bytes
  }

  /// The characters of methods and of names of headers.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
