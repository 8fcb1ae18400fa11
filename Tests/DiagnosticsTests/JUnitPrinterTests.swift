import Diagnostics
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct JUnitPrinterTests {
  /// Element names with attributes, in order, and the text of each.
  final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String], text: String)] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append((name, attributes, ""))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }
  }

  private func read(_ findings: [Diagnostic]) throws -> Reader {
    let parser = XMLParser(data: Data(JUnitPrinter(prefix: "content/").document(findings).utf8))
    let reader = Reader()
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return reader
  }

  @Test func aSuiteACheckAndAFailureAnError() throws {
    let reader = try read(Findings.all)
    let suites = reader.elements.filter { $0.name == "testsuite" }
    #expect(suites.map { $0.attributes["name"] } == Findings.all.map(\.id).sorted())
    #expect(reader.elements.count { $0.name == "failure" } == Findings.all.count { $0.severity == .error })
    #expect(reader.elements.count { $0.name == "system-out" } == Findings.all.count { $0.severity < .error })
    #expect(reader.elements.first?.attributes["tests"] == "\(Findings.all.count)")
    #expect(reader.elements.first?.attributes["failures"] == "4")
  }

  @Test func anyTextComesBackAsItWas() throws {
    var finding = Findings.stage
    finding.summary = "a <b> & \"c\" 'd' ]]> \u{1}\u{FFFE}é😀"
    let reader = try read([finding])
    let failure = try #require(reader.elements.first { $0.name == "failure" })
    #expect(failure.attributes["message"] == "a <b> & \"c\" 'd' ]]> \u{FFFD}\u{FFFD}é😀")
    #expect(failure.text.contains("content/deals/q3.md:2:8: error: a <b> & \"c\" 'd' ]]>"))
    #expect(failure.text.contains("help: did you mean 'negotiation'?"))
  }

  @Test func withoutFindingsOneTestPasses() throws {
    let reader = try read([])
    #expect(reader.elements.map(\.name) == ["testsuites", "testsuite", "testcase"])
  }
}
