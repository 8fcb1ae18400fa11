package import Git
package import Site

/// Why a command could not do its work; decides the exit code (design, section 4).
package enum FieldbookError: Error, Sendable {
  /// Wrong use or configuration: exit 2.
  case usage(String, help: String?)
  /// The repository cannot be used: exit 3.
  case repository(GitError)
  /// The disk would not take what was to be written: exit 3.
  case output(OutputError)
  /// Another machine would not do its part: exit 3.
  case service(String, help: String?)
  /// The theme is not usable: exit 2.
  case theme(ThemeError)
  /// The checks found something at or above the threshold, so nothing was published: exit 1.
  case refused

  /// What happened, in a line.
  package var message: String {
    switch self {
    case .usage(let message, _), .service(let message, _): message
    case .repository(let error): error.description
    case .output(let error): error.message
    case .theme(let error): error.description
    case .refused: "nothing was published"
    }
  }

  /// What to do next.
  package var help: String? {
    switch self {
    case .usage(_, let help), .service(_, let help): help
    case .repository(let error): error.help
    case .output(let error): error.help
    case .theme: nil
    case .refused: "mend what was found, or publish all the same with --force"
    }
  }

  /// 2 for what the caller can change, 3 for repository and disk.
  package var exitCode: Int32 {
    switch self {
    case .usage, .theme: 2
    case .service: 3
    case .refused: 1
    case .output(let error): error.isUsage ? 2 : 3
    case .repository(let error):
      switch error.code {
      case .invalidSpec, .ambiguous: 2
      default: 3
      }
    }
  }
}
