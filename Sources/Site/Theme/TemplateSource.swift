/// A template file, read: its tags, and the tree that they make.
///
/// Themes and reports may use a small part of Mustache: fields, sections, inverted sections, partials and comments.
package struct TemplateSource: Sendable {
  /// What a tag does.
  package enum Kind: Hashable, Sendable { case text, raw, section, inverted, end, partial }
  /// A tag and where it stands.
  package struct Tag: Hashable, Sendable {
    package var kind: Kind
    package var name: String
    package var line: Int
  }

  /// In the order of the file; comments are left out.
  package let tags: [Tag]
  /// What the file prints, in order.
  let nodes: [TemplateNode]

  /// Reads the tags, or says which one is not of the subset that themes may use.
  package init(_ text: String, file: String) throws(ThemeError) {
    var parser = TemplateParser(Array(text.utf8), file: file)
    nodes = try parser.parse()
    tags = parser.tags
  }
}

/// A part of a template.
indirect enum TemplateNode: Sendable {
  /// Bytes that are printed as they are, up to the end of their line.
  case text(ArraySlice<UInt8>)
  case field(TemplateSource.Tag)
  case section(TemplateSource.Tag, [TemplateNode])
  case inverted(TemplateSource.Tag, [TemplateNode])
  /// A partial; one that has a line to itself puts the white space before it in front of every line that it prints.
  case partial(TemplateSource.Tag, indentation: ArraySlice<UInt8>)
}
