/// The checks of this group.
enum LinkChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    AbsoluteLink(), AmbiguousWikiLink(), BrokenAnchor(), BrokenLink(), BrokenWikiLink(), DangerousLink(),
    EmptyLinkText(), InsecureLink(), LinkCase(), LinkOutsideWorkspace(), MissingAlt(), MissingImage(), RemoteImage(),
    VagueLinkText(),
  ]
}
