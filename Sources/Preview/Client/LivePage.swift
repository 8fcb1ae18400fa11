/// A page with what keeps it live: a stylesheet and a script of the preview's own, from the same origin.
enum LivePage {
  /// The folder that the preview serves its own files from; no record has a page there.
  static let folder = "-"

  /// A page that knows which state it shows.
  static func bytes(_ file: PreviewFile, run: String, tag: String) -> [UInt8] {
    let stamp = file.stamp
    let insert =
      "<link rel=\"stylesheet\" href=\"/\(folder)/live.css\">\n<script src=\"/\(folder)/live.js\" data-run=\"\(run)\" "
      + "data-pages=\"\(stamp.pages)\" data-styles=\"\(stamp.styles)\" data-scripts=\"\(stamp.scripts)\" "
      + "data-tag=\"\(tag)\" defer></script>\n"
    var bytes = file.bytes
    bytes.insert(contentsOf: insert.utf8, at: endOfHead(bytes) ?? bytes.count)
    return bytes
  }

  /// Tells the content of a page from any other (FNV-1a).
  static func tag(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    let mark = Array("</head>".utf8)
    var index = 0
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) { return index }
      index += 1
    }
    return nil
  }
}
