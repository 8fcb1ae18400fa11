/// Styles and scripts that only the pages of some layouts load.
package struct ThemeBundle: Sendable {
  /// What its files are called: "changes" makes `assets/changes.css`.
  package let name: String
  /// The layouts that load it; one without any is loaded by the frame when it has to.
  package let layouts: Set<String>
  /// Paths of stylesheets, in the order in which they are joined.
  package let stylesheets: [String]
  /// Paths of scripts, in the order in which they are joined.
  package let scripts: [String]

  /// Where the joined stylesheet goes; nil when there is none.
  package var stylesheet: String? { stylesheets.isEmpty ? nil : "assets/\(name).css" }
  /// Where the joined script goes; nil when there is none.
  package var script: String? { scripts.isEmpty ? nil : "assets/\(name).js" }
}

/// The tags that load what a layout needs beyond what every page has.
struct LayoutAssets: Sendable {
  /// The bundle whose script reads the manifest of changes.
  private static let readsManifest = "seen"
  private let bundles: [ThemeBundle]

  /// Without a history nothing can be new, and the script that says so stays away.
  init(_ theme: Theme, hasHistory: Bool) throws(ThemeError) {
    bundles = try ThemeManifest(theme.files).bundles.filter { hasHistory || $0.name != Self.readsManifest }
  }

  /// Tags for the head of a page that lies so deep below the root.
  func tags(for layout: String, root: String) -> String {
    var tags = ""
    for bundle in bundles where bundle.layouts.contains(layout) {
      if let path = bundle.stylesheet { tags += "<link rel=\"stylesheet\" href=\"\(root)\(path)\">\n" }
      guard let path = bundle.script else { continue }
      if bundle.name == Self.readsManifest {
        tags += "<script src=\"\(root)\(ChangesManifest.path)\" defer></script>\n"
      }
      tags += "<script src=\"\(root)\(path)\" defer></script>\n"
    }
    return tags
  }
}
