/// One document to be rendered by a pool.
package struct MarkdownJob: Sendable {
  /// The text, without front matter.
  package var bytes: ArraySlice<UInt8>
  /// What the document asks for.
  package var options: MarkdownOptions

  /// A document, or the part of a file that follows its front matter.
  package init(_ bytes: ArraySlice<UInt8>, options: MarkdownOptions = MarkdownOptions()) {
    self.bytes = bytes
    self.options = options
  }

  /// A whole file.
  package init(_ bytes: [UInt8], options: MarkdownOptions = MarkdownOptions()) {
    self.init(bytes[...], options: options)
  }
}
