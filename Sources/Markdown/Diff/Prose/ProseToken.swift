/// The smallest thing that goes or comes: a word, a sign, a picture, a line of code.
struct ProseToken {
  /// What it is.
  enum Kind: UInt8 {
    case word, sign
    /// An image or a wiki link, which is a hole.
    case hole
    /// A reference to a footnote.
    case reference
    /// A check box.
    case box
    /// A line break.
    case lineBreak
    /// A line of a code block.
    case line
  }

  /// What it is.
  var kind: Kind
  /// How it looks: 1 for a ticked box.
  var state: UInt8 = 0
  /// Equal for tokens with the same words.
  var number: Int32
  /// The markup around it; -1 for none.
  var span: Int32
  /// Its bytes.
  var start: Int32
  /// Behind its bytes.
  var end: Int32
  /// The white space before it.
  var spaceStart: Int32
  /// Behind the white space before it.
  var spaceEnd: Int32
  /// Which hole; -1 for none.
  var hole: Int32 = -1

  /// Its bytes.
  var range: Range<Int> { Int(start)..<Int(end) }
  /// The white space before it.
  var space: Range<Int> { Int(spaceStart)..<Int(spaceEnd) }
  /// Whether white space stands before it.
  var hasSpace: Bool { spaceEnd > spaceStart }
}

/// Markup around words.
struct ProseSpan {
  /// The markup around the markup; -1 for none.
  var parent: Int32
  /// Which element; a link is an `a` with a hole.
  var name: HTMLName
  /// The opening tag; none for a hole.
  var open: Range<Int>
  /// The opening hole; -1 for a tag.
  var hole: Int32
  /// Equal for markup that does the same, wherever it stands: element and destination.
  var key: Int32
  /// Equal for markup that is the same with all around it.
  var pathKey: Int32
  /// How many spans are around it.
  var depth: Int32
}

/// One block of a document.
struct ProseBlock {
  /// Which element.
  var name: HTMLName
  /// The opening tags, for code both; empty for bare words.
  var open: Range<Int>
  /// What stands between the tags.
  var inside: Range<Int>
  /// Everything, closing tags included.
  var bytes: Range<Int>
  /// The holes inside.
  var holes: Range<Int>
  /// Where marks of ours begin that are not words: the link of a heading to itself, the way back from a footnote.
  var tail: Int
  /// The words, for a block of blocks those of all.
  var tokens: Range<Int>
  /// The index behind its last descendant.
  var end: Int
  /// Equal for the same words in the same blocks.
  var content = 0
  /// Equal for the same words with the same markup.
  var form = 0
}
