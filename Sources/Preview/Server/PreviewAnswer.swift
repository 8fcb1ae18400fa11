/// An answer to a request, with what every answer says.
struct PreviewAnswer: Sendable {
  /// What the browser is told of how it went.
  enum Status: String, Sendable {
    case ok = "200 OK"
    case permanentRedirect = "308 Permanent Redirect"
    case badRequest = "400 Bad Request"
    case forbidden = "403 Forbidden"
    case notFound = "404 Not Found"
    case methodNotAllowed = "405 Method Not Allowed"
    case timeout = "408 Request Timeout"
    case uriTooLong = "414 URI Too Long"
    case headTooLarge = "431 Request Header Fields Too Large"
  }

  var status: Status
  var bytes: [UInt8]
  var type: String
  var more: [(String, String)] = []
  /// Whether the connection ends with it, because something may be left of the request that nobody reads.
  var isLast = false

  /// A sentence in plain text, after which nothing more is taken from the connection.
  init(refusing status: Status, _ sentence: String) {
    self.init(status, Array((sentence + "\n").utf8), "text/plain; charset=utf-8")
    isLast = true
  }

  init(_ status: Status, _ bytes: [UInt8], _ type: String, _ more: [(String, String)] = []) {
    (self.status, self.bytes, self.type, self.more) = (status, bytes, type, more)
  }

  /// As it is sent; the answer to HEAD has the length of what GET would get.
  func sent(isHead: Bool, isLast: Bool) -> [UInt8] {
    var head = Self.head(status, type)
    head += "Content-Length: \(bytes.count)\r\n"
    for (name, value) in more { head += "\(name): \(value)\r\n" }
    head += isLast || self.isLast ? "Connection: close\r\n\r\n" : "\r\n"
    return Array(head.utf8) + (isHead ? [] : bytes)
  }

  /// What comes before an answer that does not end, in parts that tell their own length.
  static let endless = Array((head(.ok, "text/event-stream") + "Transfer-Encoding: chunked\r\n\r\n").utf8)

  /// What is previewed changes all the time, and belongs to nobody but the pages of this very site.
  private static func head(_ status: Status, _ type: String) -> String {
    """
    HTTP/1.1 \(status.rawValue)\r
    Content-Type: \(type)\r
    Cache-Control: no-store\r
    Accept-Ranges: none\r
    X-Content-Type-Options: nosniff\r
    Referrer-Policy: no-referrer\r
    X-Robots-Tag: noindex\r
    Cross-Origin-Resource-Policy: same-origin\r
    Cross-Origin-Opener-Policy: same-origin\r

    """
  }
}
