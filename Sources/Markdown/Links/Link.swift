package import Diagnostics

/// One place in a document that points somewhere.
package struct Link: Sendable, Equatable {
  /// How the author wrote it.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// `[text](destination)` or a reference to a definition.
    case link
    /// `![text](destination)`.
    case image
    /// `[[target]]`.
    case wiki
    /// A bare or angle-bracketed address.
    case autolink
    /// `[[metric:name key=value]]`: no link, but a figure that is looked up when the page is written.
    case metric
  }

  /// How far the destination leads, which decides what may be written for it.
  package enum Reach: UInt8, Sendable, CaseIterable {
    /// A heading of the same document.
    case fragment
    /// Another file of the workspace.
    case relative
    /// A web address.
    case external
    /// Mail or telephone.
    case contact
    /// A scheme or shape that is never written out.
    case refused
    /// Nowhere: a figure stands there, which the page writer knows.
    case figure
  }

  /// How the author wrote it.
  package var kind: Kind
  /// How far the destination leads.
  package var reach: Reach
  /// The destination as written, with backslash escapes and entities already read; for a wiki link all before `|`,
  /// for a figure all after `metric:`.
  package var destination: String
  /// The destination before `?` and `#`, percent-decoded once; empty for links that leave the workspace.
  package var path: String
  /// What follows `#`, percent-decoded once.
  package var fragment: String?
  /// The tooltip.
  package var title: String
  /// The words shown; for an image its alternative text, for a figure how it is written.
  package var text: String
  /// False for a wiki link that shows its target because it has no words of its own.
  package var hasOwnText: Bool
  /// From the opening bracket to the place after the closing one.
  package var range: Range<SourcePosition>

  /// The place as a range of a file.
  package func range(in file: RepoPath) -> SourceRange {
    SourceRange(file: file, start: range.lowerBound, end: range.upperBound)
  }
}

/// What a page writer puts where a link or an image stands.
package enum LinkTarget: Sendable, Equatable {
  /// An address escaped for a quoted attribute.
  case address([UInt8])
  /// An address escaped for a quoted attribute, and words for a wiki link that has none of its own.
  case titled([UInt8], text: String)
  /// The destination as the author wrote it, escaped here; of a figure its name.
  case asWritten
  /// A figure in place of its name.
  case figure(FigureMark)
  /// Nowhere: dangling, or not for this reader.
  case none
}
