internal import Diagnostics
internal import Foundation

#if canImport(FoundationNetworking)
  internal import FoundationNetworking
#endif

extension DeliveryChannel {
  /// An address that takes what Slack's incoming webhooks take; the address itself is the secret and is told nowhere.
  package static func webhook(_ address: String) throws(FieldbookError) -> DeliveryChannel {
    guard let url = URL(string: address), url.scheme == "https" || url.host == "127.0.0.1" || url.host == "localhost"
    else {
      throw .usage(
        "the webhook is no https address", help: "set FIELDBOOK_WEBHOOK_URL to the address that you were given")
    }
    return DeliveryChannel("webhook", knowsRepetitions: false) { (message) throws(Failure) in
      var request = URLRequest(url: url, timeoutInterval: 20)
      request.httpMethod = "POST"
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
      request.setValue(message.key, forHTTPHeaderField: "Idempotency-Key")
      request.httpBody = Data(body(message).encoded())
      let response: URLResponse
      do { (_, response) = try await URLSession.shared.data(for: request) } catch {
        // Before the connection stood nothing can have arrived.
        let early: Set<URLError.Code> = [
          .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet,
        ]
        let code = (error as? URLError)?.code
        throw Failure("the address could not be reached", isInDoubt: !(code.map(early.contains) ?? false))
      }
      let status = (response as? HTTPURLResponse)?.statusCode ?? 0
      guard (200..<300).contains(status) else {
        throw Failure("it answered with status \(status)", isInDoubt: status >= 500)
      }
      return "status \(status)"
    }
  }

  /// Slack's own signs are escaped; Markdown's links become Slack's.
  static func body(_ message: OutgoingMessage) -> JSONValue {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
    let text = "*\(escaped(message.subject))*\n\(escaped(message.text.replacing("\\", with: "")))"
    return .members(("text", .string(text)), ("username", .string("Fieldbook")))
  }
}
