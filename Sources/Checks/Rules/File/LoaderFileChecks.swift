internal import Diagnostics

extension FileChecks {
  /// What the loader reports while it reads files.
  static let reportedByLoader: [any Check] = [
    LoadCheck(
      "byte-order-mark", .files, .warning, rule: "a text does not begin with a byte order mark",
      rationale: "Other tools take the mark for text before the front matter, and then read no fields at all.",
      examples: [
        CheckExample("=== notes.md\n▶\u{FEFF}---\ntitle: Notes\n---\n"),
        CheckExample("=== notes.md\nA mark\u{FEFF} within the text joins words, and is left alone.\n"),
      ]),
    LoadCheck(
      "file-too-large", .files, .error, rule: "a text has at most 1,024 KiB",
      rationale: "A larger one is left out of the site, so that one file cannot hold up all the others.",
      examples: [
        CheckExample("=== export.md\n▶", setting: setting { $0.tooLarge = ["export.md": 3_145_728] }),
        CheckExample("=== film.mp4\n", setting: setting { $0.tooLarge = ["film.mp4": 3_145_728] }),
      ]),
    LoadCheck(
      "file-unreadable", .files, .error, rule: "every file can be read",
      rationale: "A file that the repository has lost is missing from every page and number; only its name is left.",
      examples: [
        CheckExample("=== notes.md\n▶", setting: setting { $0.unreadable = ["notes.md": "object not found"] }),
        CheckExample("=== notes.md\nReadable.\n"),
      ]),
    LoadCheck(
      "missing-column", .files, .error, rule: "usage and billing tables have the columns that are read",
      rationale: "Without them no row can be read, and the customer's numbers are unknown.",
      examples: [
        CheckExample("=== customers/acme/usage.csv\n▶day,metric,amount\n2026-10-12,logins,40\n"),
        CheckExample("=== customers/acme/usage.csv\nvalue,day,metric\n40,2026-10-12,logins\n"),
      ]),
    LoadCheck(
      "not-utf8", .files, .error, rule: "a text is UTF-8",
      rationale: "Bytes in another encoding are shown as \u{FFFD}, and are lost when the file is saved like that.",
      examples: [
        CheckExample("=== notes.md\n▶", setting: setting { $0.bytes = ["notes.md": [0xE9, 0x74, 0xE9, 0x0A]] }),
        CheckExample("=== notes.md\nété, лето, 夏\n"),
      ]),
    LoadCheck(
      "ragged-row", .files, .warning, rule: "every row of a table has as many cells as its header",
      rationale: "Cells after a missing or an extra separator stand under the wrong heading.",
      examples: [
        CheckExample("=== prices.csv\narticle,price,note\n▶gateway,1,240,new\n"),
        CheckExample("=== prices.csv\narticle,price,note\ngateway,\"1,240\",new\n"),
      ]),
    LoadCheck(
      "symlink-not-followed", .files, .warning, rule: "files are files and not symbolic links",
      rationale: "A link can point anywhere on the machine that builds, so none is followed and its page is missing.",
      examples: [
        CheckExample("=== notes.md\nHere.\n=== old.md\n▶", setting: setting { $0.symlinks = ["old.md": "notes.md"] }),
        CheckExample("=== notes.md\nHere.\n=== old.md\nMoved to [the notes](notes.md).\n"),
      ]),
    LoadCheck(
      "table-truncated", .files, .warning, rule: "a table has at most 10,000 rows",
      rationale: "Only the first rows are shown, and sums over the page are not sums over the file.",
      examples: [
        CheckExample("=== readings.csv\n▶", setting: setting { $0.bytes = ["readings.csv": rows(10_001)] }),
        CheckExample("=== readings.csv\nday,value\n2026-10-12,4\n"),
      ]),
  ]

  private static func setting(_ change: (inout CheckExample.Setting) -> Void) -> CheckExample.Setting {
    var setting = CheckExample.Setting()
    change(&setting)
    return setting
  }

  private static func rows(_ count: Int) -> [UInt8] {
    Array("day,value\n".utf8) + Array(repeating: Array("2026-10-12,4\n".utf8), count: count).joined()
  }
}
