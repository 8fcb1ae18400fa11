internal import Diagnostics
internal import WorkspaceModel

/// What `theme.yaml` says: the contract it was written for and its assets in order.
package struct ThemeManifest: Sendable {
  /// Version of the page models that this program prints.
  package static let contract = 1

  package let name: String
  package let version: String
  /// Paths of stylesheets, in the order in which they are joined.
  package let stylesheets: [String]
  /// Paths of stylesheets for paper, which do not hold up the screen.
  package let printStylesheets: [String]
  /// The script that runs before anything is painted.
  package let headScript: String?
  /// Paths of scripts, in the order in which they are joined.
  package let scripts: [String]
  /// Paths of images.
  package let icons: [String]
  /// Assets that only some pages load.
  package let bundles: [ThemeBundle]

  /// Reads the manifest; an older or newer contract is refused with what to do.
  init(_ files: [String: [UInt8]]) throws(ThemeError) {
    guard let bytes = files["theme.yaml"] else {
      throw ThemeError(file: "theme.yaml", line: nil, message: "the manifest is missing; a theme begins with one")
    }
    let (node, problem) = YAMLDocument.read(bytes, file: "theme.yaml")
    if let problem { throw ThemeError(file: "theme.yaml", line: problem.range.start.line, message: problem.summary) }
    let contract = node?["contract"]?.text.flatMap { Int($0) }
    guard contract == Self.contract else {
      throw ThemeError(
        file: "theme.yaml", line: node?["contract"]?.start.line,
        message:
          "written for contract \(contract.map(String.init) ?? "unknown"), this program prints \(Self.contract); "
          + "use the theme that came with it")
    }
    func paths(_ key: String, in owner: YAMLNode? = nil) throws(ThemeError) -> [String] {
      var paths: [String] = []
      for item in (owner ?? node)?[key]?.items ?? [] {
        guard let path = item.text, files[path] != nil else {
          throw ThemeError(
            file: "theme.yaml", line: item.start.line, message: "'\(item.text ?? "")' does not exist in the theme")
        }
        paths.append(path)
      }
      return paths
    }
    name = node?["name"]?.text ?? "theme"
    version = node?["version"]?.text ?? "0"
    stylesheets = try paths("stylesheets")
    printStylesheets = try paths("print")
    scripts = try paths("scripts")
    icons = try paths("icons")
    var bundles: [ThemeBundle] = []
    for item in node?["bundles"]?.items ?? [] {
      guard let name = item["name"]?.text, Slug.isValid(name) else {
        throw ThemeError(file: "theme.yaml", line: item.start.line, message: "a bundle needs a name such as 'changes'")
      }
      bundles.append(
        ThemeBundle(
          name: name, layouts: Set((item["layouts"]?.items ?? []).compactMap(\.text)),
          stylesheets: try paths("stylesheets", in: item), scripts: try paths("scripts", in: item)))
    }
    self.bundles = bundles
    headScript = node?["head_script"]?.text
    if let headScript, files[headScript] == nil {
      throw ThemeError(file: "theme.yaml", line: nil, message: "'\(headScript)' does not exist in the theme")
    }
  }
}

extension Theme {
  /// Whether there are styles for paper; a manifest that cannot be read is reported where its assets are wanted.
  var hasPrintStyles: Bool { (try? ThemeManifest(files))?.printStylesheets.isEmpty == false }

  /// The assets as they are written, by path within the site.
  func assets() throws(ThemeError) -> [(path: String, bytes: [UInt8])] {
    let manifest = try ThemeManifest(files)
    var assets: [(path: String, bytes: [UInt8])] = [
      ("assets/fieldbook.css", styles(manifest.stylesheets)), ("assets/fieldbook.js", code(manifest.scripts)),
    ]
    if !manifest.printStylesheets.isEmpty { assets.append(("assets/print.css", styles(manifest.printStylesheets))) }
    for bundle in manifest.bundles {
      if let path = bundle.stylesheet { assets.append((path, styles(bundle.stylesheets))) }
      if let path = bundle.script { assets.append((path, code(bundle.scripts))) }
    }
    if let path = manifest.headScript { assets.append(("assets/theme.js", files[path] ?? [])) }
    for path in manifest.icons { assets.append((path, files[path] ?? [])) }
    return assets
  }

  private func styles(_ paths: [String]) -> [UInt8] { StyleText.compact(paths.flatMap { files[$0] ?? [] }) }

  private func code(_ paths: [String]) -> [UInt8] {
    // Each file keeps its names to itself.
    paths.flatMap { Array("(() => {\n".utf8) + (files[$0] ?? []) + Array("})();\n".utf8) }
  }
}
