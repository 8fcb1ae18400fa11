import Testing

@testable import WorkspaceModel

@Suite struct CSVTests {
  @Test(
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a;b\n1,5;2", [["a", "b"], ["1,5", "2"]]),
      ("a\tb\r\n1\t2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n\"x, y\",\"z\"\"q\"\"\"\n", [["a", "b"], ["x, y", "z\"q\""]]),
      ("a\n\"two\nlines\"\n", [["a"], ["two\nlines"]]),
      ("a,b\n\n1,2\n\n", [["a", "b"], ["1", "2"]]), ("a,b\n1\n1,2,3", [["a", "b"], ["1"], ["1", "2", "3"]]),
      ("a,b\n,\n", [["a", "b"], ["", ""]]),
      ("a,b\n1,", [["a", "b"], ["1", ""]]), ("", []), ("a", [["a"]]), ("a,b\nx\"y,z", [["a", "b"], ["x\"y", "z"]]),
      ("a,b\n\"open,2\n3", [["a", "b"], ["open,2\n3"]]), ("é,日\nü,🎉", [["é", "日"], ["ü", "🎉"]]),
      ("a,b\n\"\",2", [["a", "b"], ["", "2"]]),
    ] as [(String, [[String]])])
  func readsRows(text: String, expected: [[String]]) {
    let (rows, isTruncated) = CSV.rows(Array(text.utf8)[...])
    #expect(rows.map(\.cells) == expected)
    #expect(!isTruncated)
  }

  @Test func countsLinesAcrossQuotedLineEnds() {
    let rows = CSV.rows(Array("a,b\r\n\"x\r\ny\",1\r\n\r\nz,2\r\n".utf8)[...]).rows
    #expect(rows.map(\.line) == [1, 2, 5])
  }

  @Test(arguments: [0, 1, 500], ["", "\n", "\n\n\r\n"])
  func saysWhenRowsWereLeftOut(surplus: Int, end: String) {
    let count = CSV.rowLimit + surplus
    let text = "a,b\n" + Array(repeating: "1,2", count: count).joined(separator: "\n") + end
    let read = CSV.rows(Array(text.utf8)[...])
    #expect(read.isTruncated == (surplus > 0))
    #expect(read.rows.count == CSV.rowLimit + 1)
  }
}
