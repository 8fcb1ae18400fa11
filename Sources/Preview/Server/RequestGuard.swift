/// Turns away what no page of the previewed site would ask for.
///
/// A preview shows what is confidential on an address that every page in the browser can guess. Listening on the
/// loopback keeps other machines out; these rules keep out pages of other sites in the same browser.
struct RequestGuard: Sendable {
  /// The port that is listened on.
  let port: UInt16

  /// Why a request gets nothing; nil when it may have its answer.
  func refusal(of request: RequestHead) -> PreviewAnswer? {
    guard let host = request.only("host") else {
      return PreviewAnswer(refusing: .badRequest, "The request does not name one host.")
    }
    // A name that somebody else's server resolves to this machine is not ours (DNS rebinding).
    guard hosts.contains(host.lowercased()) else {
      return PreviewAnswer(refusing: .forbidden, "This preview answers at http://127.0.0.1:\(port)/ only.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var answer = PreviewAnswer(refusing: .methodNotAllowed, "A preview is only read: GET and HEAD.")
      answer.more = [("Allow", "GET, HEAD")]
      return answer
    }
    // Nobody reads a body, and what is left of it must not pass for a further request.
    let length = request.headers["content-length"] ?? []
    if request.headers["transfer-encoding"] != nil || !(length.isEmpty || length == ["0"]) {
      return PreviewAnswer(refusing: .badRequest, "A request to read has no body.")
    }
    return isFromElsewhere(request)
      ? PreviewAnswer(refusing: .forbidden, "Pages of other sites get nothing of a preview.") : nil
  }

  private var hosts: Set<String> {
    let names = ["127.0.0.1", "localhost"]
    return Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
  }

  /// Whether a page of another site asks; a link that somebody follows is no such thing.
  private func isFromElsewhere(_ request: RequestHead) -> Bool {
    let sites = request.headers["sec-fetch-site"] ?? []
    if sites.allSatisfy({ $0 == "same-origin" || $0 == "none" }) { return false }
    return request.only("sec-fetch-mode") != "navigate" || request.only("sec-fetch-dest") != "document"
  }
}
