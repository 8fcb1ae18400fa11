internal import FieldbookApp
internal import Foundation

/// Writes to the terminal: results on stdout, everything else on stderr.
struct Console: Sendable {
  /// Whether escape sequences for colour are wanted on stdout.
  let isColoured: Bool
  /// Whether progress may be drawn on stderr.
  let isInteractive: Bool

  /// Looks at the terminal and at NO_COLOR, CLICOLOR_FORCE, TERM and CI.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let isDumb = environment["TERM"] == "dumb"
    let isForced = (environment["CLICOLOR_FORCE"] ?? "0") != "0"
    let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isColoured = !isRefused && (isForced || (isatty(STDOUT_FILENO) == 1 && !isDumb))
    isInteractive = isatty(STDERR_FILENO) == 1 && !isDumb && environment["CI"] == nil
  }

  /// A result.
  func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Bytes of a result, as they are.
  func print(_ bytes: [UInt8]) { write(String(decoding: bytes, as: UTF8.self), to: STDOUT_FILENO) }

  /// Anything that is no result.
  func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Why a command could not do its work, with the next step.
  func report(_ error: FieldbookError) {
    note("fieldbook: \(error.message)")
    if let help = error.help { note("  help: \(help)") }
  }

  /// A reader that closes its end early must not kill the writer.
  func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Ends the process.
  func leave(_ code: Int32) -> Never { exit(code) }

  private func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        // `| head` has seen enough.
        if errno == EPIPE { leave(0) }
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}
