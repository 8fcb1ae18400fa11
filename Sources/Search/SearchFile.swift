internal import Diagnostics

/// One file of the index: a script that hands its content to ``fieldbookSearch``, since pages that are opened from disk
/// may load scripts and nothing else.
package struct SearchFile: Sendable, Equatable {
  /// Relative to the root of the site.
  package var path: String
  package var bytes: [UInt8]

  /// A file whose content needs no escaping, with line ends written as such.
  init(_ name: String, plain content: [UInt8]) {
    path = ShardNames.path(name)
    bytes = Array("fieldbookSearch.put(\"\(name)\",\"".utf8) + content + Array("\");\n".utf8)
  }

  /// A file with a document.
  init(_ name: String, _ content: JSONValue) {
    path = ShardNames.path(name)
    bytes = Array("fieldbookSearch.put(\"\(name)\",".utf8) + content.encoded() + Array(");\n".utf8)
  }
}
