/// What a document asks of the renderer besides its bytes.
package struct MarkdownOptions: Sendable, Hashable {
  /// The line of the file on which the bytes begin, from 1: front matter is cut off before.
  package var firstLine: Int
  /// Starts headings at level 2 and leaves no level out, for pages that print their own title.
  package var demoteHeadings: Bool
  /// Holds the text to the narrower limits for what came from outside.
  package var isImported: Bool

  /// Options for one document.
  package init(firstLine: Int = 1, demoteHeadings: Bool = false, isImported: Bool = false) {
    self.firstLine = firstLine
    self.demoteHeadings = demoteHeadings
    self.isImported = isImported
  }
}

/// How rendering ended.
package enum MarkdownOutcome: Sendable, Equatable {
  /// Rendered.
  case document(MarkdownDocument)
  /// Not rendered, in words for a notice on the page, with the line of the file that decided it.
  case refused(reason: String, line: Int)
}

/// Renders in this process, one document at a time, after the guard has looked at it.
package enum MarkdownRenderer {
  /// Renders a document whose hostile forms the guard knows; waits for other threads that render.
  package static func render(_ bytes: [UInt8], options: MarkdownOptions = MarkdownOptions()) -> MarkdownOutcome {
    bytes.withUnsafeBufferPointer { render($0, options: options) }
  }

  /// Renders a part of a file, such as all that follows the front matter.
  package static func render(
    _ bytes: ArraySlice<UInt8>, options: MarkdownOptions = MarkdownOptions()
  ) -> MarkdownOutcome {
    bytes.withUnsafeBufferPointer { render($0, options: options) }
  }

  static func render(_ bytes: UnsafeBufferPointer<UInt8>, options: MarkdownOptions) -> MarkdownOutcome {
    if case .refused(let reason, let line) = PrescanGuard.check(bytes, isImported: options.isImported) {
      return .refused(reason: reason, line: line + options.firstLine - 1)
    }
    if Self.isClean(bytes) { return .document(CmarkSession.render(bytes, options: options)) }
    // Damaged text is mended first, so that bytes above 0xF7 can be ours alone from here on.
    let mended = String(decoding: bytes, as: UTF8.self).utf8.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    return .document(mended.withUnsafeBufferPointer { CmarkSession.render($0, options: options) })
  }

  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !bytes.contains(0) && UTF8Check.isValid(bytes)
  }
}
