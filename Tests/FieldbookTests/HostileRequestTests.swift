import FieldbookTestSupport
import Foundation
import Testing

/// Requests that no browser showing the preview would send, against the running program.
@Suite(.serialized) struct HostileRequestTests {
  private static let secret = "what lies outside of the site"

  /// A workspace with something beside it that must not be read.
  private func preview() throws -> (ScratchRepository, Preview) {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Preview\n")
    try repository.write("customers/acme/profile.md", "---\nname: Acme\n---\n\nSee [the plan](plan.svg).\n")
    try repository.write("customers/acme/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    try repository.write(
      "customers/acme/unlinked.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><!--\(Self.secret)--></svg>")
    try repository.commit("Start")
    try Data(Self.secret.utf8).write(to: URL(fileURLWithPath: repository.folder + "/outside.txt"))
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/customers/acme/link.svg", withDestinationPath: repository.folder + "/outside.txt")
    return (repository, try Preview(repository.path))
  }

  @Test func noPathLeadsOutOfTheSite() throws {
    let (repository, preview) = try preview()
    let outside = repository.folder.dropFirst()
    let paths = [
      "/../outside.txt", "/../../outside.txt", "/%2e%2e/outside.txt", "/%2E%2E/%2e%2e/outside.txt", "/..%2foutside.txt",
      "/..%2Foutside.txt", "/.%2e/outside.txt", "/%252e%252e/outside.txt", "/..%5coutside.txt", "/..\\outside.txt",
      "/customers/acme/../../../outside.txt", "/customers/%2e%2e/%2e%2e/%2e%2e/outside.txt", "/files/../outside.txt",
      "/files/%2e%2e/outside.txt", "/files/..%2f..%2foutside.txt", "/files//\(outside)/outside.txt",
      "//\(outside)/outside.txt", "///\(outside)/outside.txt", "/\(outside)/outside.txt",
      "/files/\(outside)/outside.txt",
      "/customers/acme/link.svg", "/files/customers/acme/link.svg", "/files/customers/acme/unlinked.svg",
      "/files/fieldbook.yaml", "/files/.git/config", "/.git/config", "/%00", "/customers/acme/%00index.html",
      "/customers/acme/index.html%00.txt", "/%ff%fe", "/%c0%ae%c0%ae/outside.txt", "/%", "/%2", "/%zz", "/./",
      "/customers/./acme/", "/customers//acme/", "/fieldbook.yaml", "/-/", "/-/../-/live.js", "/-/nothing",
      "/customers/acme/profile.md", "/file:///etc/passwd", "/~root/",
    ]
    for path in paths {
      let answer = try preview.get(path)
      #expect([400, 404].contains(answer.status), "\(path) got \(answer.status)")
      #expect(!answer.text.contains(Self.secret), "\(path)")
      #expect(!answer.text.contains("[core]"), "\(path)")
    }
    for target in ["outside.txt", "http://127.0.0.1/", "*", "?", "http://elsewhere.example/", "\\"] {
      let answer = try preview.get(target)
      #expect(answer.status == 400, "\(target) got \(answer.status)")
    }
    #expect(try preview.get("/files/customers/acme/plan.svg").status == 200)
    #expect(try preview.get("/customers/acme/?view=%2e%2e/%2e%2e#x").status == 200)
  }

  @Test func answersToItsOwnNameAlone() throws {
    let (repository, preview) = try preview()
    func status(_ host: String) throws -> Int? {
      Answer(try preview.send("GET /customers/acme/ HTTP/1.1\r\n\(host)Connection: close\r\n\r\n"))?.status
    }
    let port = preview.port
    #expect(try status("Host: 127.0.0.1:\(port)\r\n") == 200)
    #expect(try status("Host: localhost:\(port)\r\n") == 200)
    #expect(try status("Host: LocalHost:\(port)\r\n") == 200)
    for host in [
      "elsewhere.example", "elsewhere.example:\(port)", "127.0.0.1.elsewhere.example:\(port)", "127.0.0.1",
      "localhost", "127.0.0.1:1", "0.0.0.0:\(port)", "[::1]:\(port)", "127.0.0.2:\(port)", "localhost:\(port)@x", "",
      "localhost.:\(port)",
    ] {
      let answer = try status("Host: \(host)\r\n")
      #expect(answer == 403 || answer == 400, "\(host) got \(answer ?? 0)")
    }
    #expect(try status("") == 400)
    withExtendedLifetime(repository) {}
  }

  @Test func pagesOfOtherSitesGetNothing() throws {
    let (repository, preview) = try preview()
    // As a script, a picture, a frame or by fetch; what is written as a script could be read that way.
    for (site, mode, destination) in [
      ("cross-site", "no-cors", "script"), ("same-site", "no-cors", "script"), ("cross-site", "cors", "empty"),
      ("cross-site", "navigate", "iframe"), ("cross-site", "no-cors", "image"),
    ] {
      for path in ["/search/core.js", "/customers/acme/peek.js", "/customers/acme/", "/-/events", "/-/live.js"] {
        let answer = try preview.get(
          path,
          headers: [
            "Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: \(mode)", "Sec-Fetch-Dest: \(destination)",
          ])
        #expect(answer.status == 403, "\(path) as \(destination)")
      }
    }
    let followed = try preview.get(
      "/customers/acme/",
      headers: ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"])
    #expect(followed.status == 200)
    let own = try preview.get(
      "/customers/acme/peek.js",
      headers: ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"])
    #expect(own.status == 200)
    #expect(own.headers["cross-origin-resource-policy"] == "same-origin")
    #expect(own.headers["access-control-allow-origin"] == nil)
    let page = try preview.get("/customers/acme/")
    let policy = try #require(page.headers["content-security-policy"])
    #expect(policy.contains("script-src 'self';") && !policy.contains("unsafe"))
    #expect(policy.contains("frame-ancestors 'none'"))
    #expect(page.headers["x-content-type-options"] == "nosniff")
    #expect(page.headers["cache-control"] == "no-store")
    let drawing = try preview.get("/files/customers/acme/plan.svg")
    #expect(drawing.headers["content-security-policy"] == "script-src 'none'; sandbox")
    withExtendedLifetime(repository) {}
  }

  @Test func onlyReadsAndTakesNoBody() throws {
    let (repository, preview) = try preview()
    let host = "Host: 127.0.0.1:\(preview.port)\r\n"
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"] {
      let answer = try preview.get("/customers/acme/", method: method)
      #expect(answer.status == 405, "\(method) got \(answer.status)")
      #expect(answer.headers["allow"] == "GET, HEAD")
    }
    for method in ["BREW", "get", "Get", "GETGET", String(repeating: "A", count: 5000)] {
      let answer = try preview.get("/", method: method)
      #expect(answer.status == 405, "\(method.prefix(10)) got \(answer.status)")
    }
    // What hides in a body is no second request, whatever host it names.
    let hidden = "GET /customers/acme/ HTTP/1.1\r\n\(host)\r\n"
    for size in [hidden.utf8.count, 5000, 3_000_000] {
      let body = String(repeating: hidden, count: max(1, size / hidden.utf8.count))
      for head in ["POST / HTTP/1.1", "GET / HTTP/1.1", "POST /customers/acme/ HTTP/1.1"] {
        let request = "\(head)\r\nHost: elsewhere.example\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        let answer = String(decoding: try preview.send(request, seconds: 3), as: UTF8.self)
        #expect(answer.contains("403 Forbidden"), "\(head), \(size) bytes")
        #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
      }
    }
    let chunked = "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n\(hidden)"
    #expect(!String(decoding: try preview.send(chunked, seconds: 3), as: UTF8.self).contains("200 OK"))
    #expect(try preview.get("/customers/acme/").status == 200)
    withExtendedLifetime(repository) {}
  }

  @Test func headIsTheAnswerWithoutItsBody() throws {
    let (repository, preview) = try preview()
    for path in ["/customers/acme/", "/assets/fieldbook.css", "/nothing/"] {
      let (get, head) = (try preview.get(path), try preview.get(path, method: "HEAD"))
      #expect(head.body.isEmpty)
      #expect(head.status == get.status)
      #expect(head.headers["content-length"] == "\(get.body.count)")
      #expect(head.headers["etag"] == get.headers["etag"])
      #expect(head.headers["content-type"] == get.headers["content-type"])
    }
    // Parts are not given out; whoever asks for one gets all, which the standard allows.
    for range in ["bytes=0-9", "bytes=-1", "bytes=5-1", "bytes=0-0,2-3", "bytes=99999999999999999999-", "lines=1"] {
      let answer = try preview.get("/assets/fieldbook.css", headers: ["Range: \(range)"])
      #expect(answer.status == 200)
      #expect(answer.headers["accept-ranges"] == "none")
      #expect(answer.headers["content-length"] == "\(answer.body.count)")
    }
    withExtendedLifetime(repository) {}
  }

  @Test func whatIsTooLargeOrNoRequestAtAllEndsTheConnectionAndNothingElse() throws {
    let (repository, preview) = try preview()
    #expect(try preview.get("/" + String(repeating: "a", count: 20_000)).status == 414)
    #expect(try preview.get("/", headers: ["X-Long: " + String(repeating: "b", count: 100_000)]).status == 431)
    #expect(try preview.get("/", headers: (0..<5000).map { "X-\($0): some value" }).status == 431)
    let host = "Host: 127.0.0.1:\(preview.port)\r\n"
    let odd = [
      "\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/9.9\r\n\(host)\r\n", "\u{0}\u{0}\r\n\r\n",
      "GET / HTTP/1.1\r\nHost\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\(host)\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "GET / HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n", "GET / HTTP/1.1\r\n\(host)\(host)\r\n",
      "GET / HTTP/1.1\r\n\(host)Content-Length: 99999999999999999999\r\n\r\n", "GET  / HTTP/1.1\r\n\(host)\r\n",
      "GET / HTTP/1.1\r\n\(host)Content-Length: 0\r\nContent-Length: 7\r\n\r\n", "GET /\tx HTTP/1.1\r\n\(host)\r\n",
      "GET / HTTP/1.1\r\n\(host) folded: x\r\n\r\n", "GET / HTTP/1.1\r\n\(host)A : x\r\n\r\n",
      " GET / HTTP/1.1\r\n\(host)\r\n",
      "GET / HTTP/1.1\r\n\(host)X: \u{1}\r\n\r\n", "GET / HTTP/1.1 \r\n\(host)\r\n",
      "GET /\u{7F} HTTP/1.1\r\n\(host)\r\n",
    ]
    for request in odd {
      let answer = Answer(try preview.send(request, seconds: 5))
      #expect(answer?.status == 400, "\(request.prefix(60))")
    }
    #expect(Answer(try preview.send(String(repeating: "x", count: 200_000), seconds: 5))?.status == 414)
    // No end of lines is waited for without end.
    let unfinished = try preview.send("GET / HTTP/1.1\r\n\(host)", seconds: 1)
    #expect(unfinished.isEmpty)
    // Two requests at once get two answers, in their order.
    let two = "HEAD / HTTP/1.1\r\n\(host)\r\nHEAD /nothing/ HTTP/1.1\r\n\(host)Connection: close\r\n\r\n"
    let answers = String(decoding: try preview.send(two, seconds: 10), as: UTF8.self)
    #expect(answers.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) } == ["200", "404"])
    // Connections that say nothing keep nobody else waiting.
    let silent = try (0..<150).map { _ in try Connection(preview.port) }
    #expect(try preview.get("/customers/acme/").status == 200)
    withExtendedLifetime((repository, silent)) {}
  }
}
