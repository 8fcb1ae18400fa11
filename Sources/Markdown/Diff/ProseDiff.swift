/// How a text changed, marked in the rendered page: words that came within `<ins>`, words that went within `<del>`.
///
/// Blocks that came or went as a whole say so with a class, `diff-added` or `diff-removed`; what the author struck
/// through is `<s>`, so that it is not taken for a change. Unchanged stretches are folded.
package struct ProseDiff: Sendable, Equatable {
  /// The marked HTML with holes for addresses.
  package let html: HTMLFragments
  /// Links of ``html`` from here on are of the old text; their files may be gone.
  package let firstRemovedLink: Int
  /// How many words came.
  package let wordsInserted: Int
  /// How many words went.
  package let wordsRemoved: Int
  /// How many blocks came, went or have other words or markup.
  package let blocksChanged: Int
  /// Whether the end was left out because it was too long.
  package let isTruncated: Bool

  /// Whether a reader would see no difference, as after lines were wrapped anew.
  package var isEmpty: Bool { blocksChanged == 0 && !isTruncated }

  /// Compares two versions of a document.
  package init(from old: MarkdownDocument, to new: MarkdownDocument, options: ProseDiffOptions = ProseDiffOptions()) {
    var interner = Interner()
    let old = ProseTree(old, interner: &interner)
    let new = ProseTree(new, interner: &interner)
    var writer = ProseWriter(old, new, numberCount: interner.count, options: options)
    writer.writeChildren(old: 0, new: 0, of: writer.operations(old: 0, new: 0), depth: 0)
    html = HTMLFragments(bytes: writer.output.bytes, holes: writer.output.holes, links: new.html.links + old.html.links)
    firstRemovedLink = new.html.links.count
    (wordsInserted, wordsRemoved) = (writer.wordsInserted, writer.wordsRemoved)
    (blocksChanged, isTruncated) = (writer.blocksChanged, writer.isTruncated)
  }

  /// Appends the HTML with every hole filled; the second value says that a link is of the old text only.
  package func write(into output: inout [UInt8], address: (Link, Bool) -> LinkTarget) {
    // The writer asks in the order of the holes, and never for a closing tag or a refused link.
    var asked = html.holes.filter { $0.part != .close && html.links[$0.link].reach != .refused }[...]
    html.write(into: &output) { link in
      let isRemoved = asked.popFirst().map { $0.link >= firstRemovedLink } ?? true
      return address(link, isRemoved)
    }
  }
}

/// What a page asks of the difference of two texts.
package struct ProseDiffOptions: Sendable {
  /// Unchanged things that are not shown, or an end that is left out.
  package struct Gap: Sendable, Hashable {
    /// What is left out.
    package enum Kind: Sendable { case blocks, items, rows, lines }

    /// What is left out.
    package var kind: Kind
    /// How many.
    package var count: Int
    /// Whether it may hold changes: the text was too long.
    package var isCut: Bool
  }

  /// Put before every id, so that several differences can stand on one page.
  package var idPrefix: String
  /// Whether unchanged stretches are left out.
  package var foldsUnchanged: Bool
  /// How many bytes of HTML are written before the rest is left out.
  package var longestOutput: Int
  /// The words that stand in place of what is left out.
  package var words: @Sendable (Gap) -> String

  /// Options of one difference.
  package init(
    idPrefix: String = "", foldsUnchanged: Bool = true, longestOutput: Int = 1 << 20,
    words: @escaping @Sendable (Gap) -> String = { _ in "" }
  ) {
    self.idPrefix = idPrefix
    self.foldsUnchanged = foldsUnchanged
    self.longestOutput = longestOutput
    self.words = words
  }
}
