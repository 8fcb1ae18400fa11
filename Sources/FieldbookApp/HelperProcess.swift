internal import Markdown

/// What this program does when it was started as its own helper.
package enum HelperProcess {
  /// Renders texts from stdin to stdout until stdin ends.
  package static func runMarkdownWorker() { MarkdownWorker.run() }
}
