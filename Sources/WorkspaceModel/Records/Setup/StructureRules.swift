package import Diagnostics

/// What `fieldbook.yaml` says about files and folders, under `structure:`.
package struct StructureRules: Sendable {
  /// A folder that must hold certain files.
  package struct Requirement: Sendable {
    /// Pattern of folders: `customers/*`.
    package var folder: GlobPattern
    /// Names that must be there; `a|b` for one of several.
    package var files: [String]
    /// Folders that must be there.
    package var folders: [String]
    /// Where the requirement names its folder.
    package var range: SourceRange
  }

  /// Requirements beside the built-in ones.
  package var required: [Requirement] = []
  /// Names that may stand in a folder; folders without an entry may hold anything.
  package var allowed: [(folder: GlobPattern, names: [GlobPattern])] = []
  /// Paths that must not exist.
  package var forbidden: [GlobPattern] = []
  /// Deepest level of folders.
  package var maximumDepth = 8
  /// Whether names must be lower-case words joined by hyphens; nil where nothing is said.
  package var wantsSlugs: Bool?

  /// The defaults.
  package init() {}

  init?(_ fields: inout FieldReader) {
    required = fields.records("required", owner: "requirement") { entry in
      guard let folder = entry.text("folder", required: true) else { return nil }
      let place = entry.node("folder")?.range(in: entry.file) ?? SourceRange(wholeFile: entry.file)
      return Requirement(
        folder: GlobPattern(folder), files: entry.texts("files"), folders: entry.texts("folders"), range: place)
    }
    allowed = fields.records("allowed", owner: "allowance") { entry in
      guard let folder = entry.text("folder", required: true) else { return nil }
      return (GlobPattern(folder), entry.texts("names").map(GlobPattern.init))
    }
    forbidden = fields.texts("forbidden").map(GlobPattern.init)
    maximumDepth = fields.integer("max_depth", in: 1...64) ?? maximumDepth
    wantsSlugs = fields.flag("slugs")
  }
}
