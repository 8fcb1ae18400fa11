internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension DeliveryChannel {
  /// A mail server that takes mail without a password from this machine: a relay, which then speaks TLS to others.
  package static func smtp(host: String, port: Int, from: String) -> DeliveryChannel {
    DeliveryChannel("smtp", knowsRepetitions: true) { (message) throws(Failure) in
      guard let to = message.address else { throw Failure("no mail address of \(message.to) is known") }
      guard [from, to].allSatisfy({ Self.isAddress($0) }) else { throw Failure("an address is none") }
      let connection = try SMTPConnection(host: host, port: port)
      return try connection.send(mail(message, from: from, to: to), from: from, to: to)
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    text.contains("@") && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"".utf8.contains($0) }
  }

  /// A mail whose id stays the same on every try, so that servers and readers know a repetition.
  static func mail(_ message: OutgoingMessage, from: String, to: String) -> String {
    func word(_ text: String) -> String {
      text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? text : "=?utf-8?B?\(Data(text.utf8).base64EncodedString())?="
    }
    let id = String(
      message.key.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") ? $0 : "." }.prefix(180))
    let body = Data(message.text.replacing("\n", with: "\r\n").utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    let subject = message.subject.filter { $0 != "\n" && $0 != "\r" && $0 != "\r\n" }
    return [
      "From: Fieldbook <\(from)>", "To: <\(to)>", "Subject: \(word(String(subject.prefix(200))))",
      "Date: \(message.date)",
      "Message-ID: <\(id)@fieldbook>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", body, "",
    ].joined(separator: "\r\n")
  }
}

/// One talk with a mail server.
private final class SMTPConnection {
  private let descriptor: Int32
  private var unread: [UInt8] = []

  init(host: String, port: Int) throws(DeliveryChannel.Failure) {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0 else { throw .init("the mail server has no address") }
    defer { freeaddrinfo(found) }
    var next = found
    while let address = next?.pointee {
      let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
      if descriptor >= 0 {
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 {
          self.descriptor = descriptor
          return
        }
        close(descriptor)
      }
      next = address.ai_next
    }
    throw .init("the mail server could not be reached")
  }

  deinit { close(descriptor) }

  func send(_ mail: String, from: String, to: String) throws(DeliveryChannel.Failure) -> String {
    _ = try answer(to: nil, 220)
    _ = try answer(to: "EHLO localhost", 250)
    _ = try answer(to: "MAIL FROM:<\(from)>", 250)
    _ = try answer(to: "RCPT TO:<\(to)>", 250)
    _ = try answer(to: "DATA", 354)
    // A line that begins with a dot would end the mail.
    let stuffed = mail.replacing("\r\n.", with: "\r\n..")
    let receipt = try answer(to: stuffed + (stuffed.hasSuffix("\r\n") ? "." : "\r\n."), 250, isInDoubt: true)
    _ = try? answer(to: "QUIT", 221)
    return receipt
  }

  private func answer(
    to line: String?, _ wanted: Int, isInDoubt: Bool = false
  ) throws(DeliveryChannel.Failure) -> String {
    if let line {
      var rest = Array((line + "\r\n").utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { throw .init("the mail server hung up", isInDoubt: isInDoubt) }
        rest = rest.dropFirst(count)
      }
    }
    while true {
      guard let line = readLine() else { throw .init("the mail server hung up", isInDoubt: isInDoubt) }
      // "250-" goes on, "250 " is the last.
      if line.dropFirst(3).first == "-" { continue }
      guard Int(line.prefix(3)) == wanted else { throw .init("the mail server said \(line.prefix(80))") }
      return String(line.prefix(80))
    }
  }

  private func readLine() -> String? {
    while true {
      if let end = unread.firstIndex(of: 0x0A) {
        let line = String(decoding: unread[..<end].filter { $0 != 0x0D }, as: UTF8.self)
        unread.removeFirst(end + 1)
        return line
      }
      var buffer = [UInt8](repeating: 0, count: 1024)
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0, unread.count < 65_536 else { return nil }
      unread += buffer.prefix(count)
    }
  }
}
