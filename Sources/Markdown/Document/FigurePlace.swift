internal import ByteCoding

/// Where a document asks for a figure.
package struct FigurePlace: Sendable, Equatable {
  /// Which of the document's links it is.
  package var link: Int
  /// Where its name begins among the bytes of the plain text; nil in a heading, whose words it is no part of.
  var offset: Int?
}

extension FigurePlace {
  /// Appends the place.
  func encode(into writer: inout ByteWriter) {
    writer.write(link)
    writer.write(offset.map { $0 + 1 } ?? 0)
  }

  /// Reads the places of a document, each of which has to lie behind the one before it and name what stands there.
  static func places(
    from reader: inout ByteReader, links: [Link], plainText: String
  ) throws(ByteReader.Damage) -> [FigurePlace] {
    var places: [FigurePlace] = []
    let words = plainText.utf8
    var (nextLink, nextOffset) = (0, 0)
    for _ in 0..<(try reader.count(ofAtLeast: 2)) {
      let (link, offset) = (try reader.number(), try reader.number())
      guard link >= nextLink, link < links.count, links[link].kind == .metric else { throw ByteReader.Damage() }
      nextLink = link + 1
      guard offset > 0 else {
        places.append(FigurePlace(link: link, offset: nil))
        continue
      }
      let text = links[link].text.utf8
      guard offset > nextOffset, text.count <= words.count, offset - 1 <= words.count - text.count,
        words.dropFirst(offset - 1).prefix(text.count).elementsEqual(text)
      else { throw ByteReader.Damage() }
      nextOffset = offset - 1 + text.count
      places.append(FigurePlace(link: link, offset: offset - 1))
    }
    return places
  }
}
