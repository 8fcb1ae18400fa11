import Testing

@testable import Markdown

/// The difference of two Markdown texts.
func proseDiff(_ old: String, _ new: String, _ options: ProseDiffOptions = ProseDiffOptions()) throws -> ProseDiff {
  ProseDiff(from: try document(old), to: try document(new), options: options)
}

extension ProseDiff {
  /// The HTML with every address as written.
  var page: String {
    var output: [UInt8] = []
    write(into: &output) { _, _ in .asWritten }
    return String(decoding: output, as: UTF8.self)
  }
}
