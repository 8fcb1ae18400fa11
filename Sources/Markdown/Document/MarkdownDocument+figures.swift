extension MarkdownDocument {
  /// The same document with its figures in the plain text instead of their names; the HTML keeps its holes.
  package func telling(_ figure: (Link) -> String) -> MarkdownDocument {
    guard figures.contains(where: { $0.offset != nil }) else { return self }
    let words = Array(plainText.utf8)
    var text: [UInt8] = []
    text.reserveCapacity(words.count)
    var (copied, start, end) = (0, lead.lowerBound, lead.upperBound)
    for place in figures {
      guard let offset = place.offset else { continue }
      let link = links[place.link]
      let (told, written) = (Array(figure(link).utf8), link.text.utf8.count)
      text += words[copied..<offset]
      text += told
      copied = offset + written
      if offset < lead.lowerBound { start += told.count - written }
      if offset < lead.upperBound { end += told.count - written }
    }
    text += words[copied...]
    var document = self
    document.plainText = String(decoding: text, as: UTF8.self)
    document.lead = start..<max(start, end)
    document.words = text.withUnsafeBufferPointer { Words.count($0) }
    return document
  }
}
