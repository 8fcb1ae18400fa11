internal import Diagnostics
internal import WorkspaceModel

/// The newest commits and the pages they touched, for the script that says what is new since the last visit.
///
/// A script that assigns a value, because a page that is opened from disk may not fetch.
struct ChangesManifest: Sendable {
  /// Where it goes, below the root of the site.
  static let path = "changes/manifest.js"

  /// The file.
  let bytes: [UInt8]
}

extension SiteReading {
  /// The newest five hundred commits; a page that a commit added is marked with a plus sign.
  func changesManifest() -> ChangesManifest {
    let records = changes.timeline.records
    let commits = changes.timeline.commits.indices.suffix(500).reversed().map { place -> JSONValue in
      var seen: Set<String> = []
      var pages: [JSONValue] = []
      for touch in changes.touches(of: place) where pages.count < 60 {
        guard let href = page(of: records[touch.record]) else { continue }
        let address = AssetAddress.encoded(RepoPath(href.path.dropFirst())) + (href.fragment.map { "#\($0)" } ?? "")
        guard seen.insert(address).inserted else { continue }
        let isNew = changes.version(touch).change == .added
        pages.append(.string((isNew ? "+" : "") + address))
      }
      return .array([.string(changes.names[place]), .integer(changes.moments[place].seconds), .array(pages)])
    }
    let site = "\(changes.timeline.commits.first?.id.prefix(12) ?? ""):\(visible.audience.id)"
    let value = JSONValue.members(("site", .string(site)), ("commits", .array(Array(commits))))
    return ChangesManifest(bytes: Array("self.fieldbookChanges=".utf8) + value.encoded() + Array(";\n".utf8))
  }
}
