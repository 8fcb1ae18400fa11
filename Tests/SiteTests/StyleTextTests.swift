import Testing

@testable import Site

struct StyleTextTests {
  @Test(arguments: [
    ("a { color: red; }\n\n/* why */ b > c { margin: 0 auto; }", "a{color: red}b > c{margin: 0 auto}"),
    (".a::after { content: \"  /* kept */ ;} \"; }", ".a::after{content: \"  /* kept */ ;} \"}"),
    (
      "@media (width < 640px) {\n  .a, .b {\n    gap: calc(1px + 2px);\n  }\n}",
      "@media (width < 640px){.a,.b{gap: calc(1px + 2px)}}"
    ),
    (
      "a { background: url('data:image/svg+xml,%3Csvg viewBox=\\'0 0 1 1\\'/%3E') }",
      "a{background: url('data:image/svg+xml,%3Csvg viewBox=\\'0 0 1 1\\'/%3E')}"
    ),
    ("a { color: red } /* open", "a{color: red}"), ("", ""),
  ])
  func saysTheSameInFewerBytes(css: String, expected: String) {
    #expect(String(decoding: StyleText.compact(Array(css.utf8)), as: UTF8.self) == expected)
  }

  @Test func weighsWhatTheWireCarries() {
    let page = Array(String(repeating: "<p>Norrvik Foods</p>", count: 5_000).utf8)
    #expect(CompressedSize.gzip(page) < page.count / 50)
    #expect(CompressedSize.gzip([]) == 20)
  }

  @Test func namesPagesThatAreTooHeavyForTheirKind() throws {
    let theme = try BundledTheme.load()
    let weights = PageWeights()
    // Digits of a fixed sequence hardly compress, so that the page is as heavy as it is long.
    var state: UInt64 = 1
    let heavy = (0..<40_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    weights.note("customers/acme/index.html", layout: CustomerPage.layout, heavy)
    weights.note("customers/index.html", layout: TablePage.layout, Array(heavy.prefix(9_000)))
    weights.note("customers/light/index.html", layout: CustomerPage.layout, Array(heavy.prefix(1_000)))
    let found = try weights.heavyPages(theme).map(\.sentence)
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("customers/acme/index.html is 39") == true)
    #expect(found.first?.hasSuffix("kB gzipped, a record page may be 8 kB") == true)
    #expect(found.last?.contains("with its styles and scripts") == true)
    #expect(try PageWeights.heavyAssets(theme) == [])
  }
}
