internal import Site

/// Single files of the site, made when they are asked for; each is the same as a build would write.
package struct PagesOnDemand: Sendable {
  private let site: SiteOnDemand

  /// Plans the site of the chosen audience, and makes nothing of it yet.
  package init(_ fieldbook: Fieldbook, theme path: String, generator: String) throws(FieldbookError) {
    let visible = try fieldbook.visible()
    do {
      site = try SiteOnDemand(
        fieldbook.builder(visible, theme: ThemeFolder.load(path), generator: generator), jobs: fieldbook.options.jobs)
    } catch {
      throw Fieldbook.explained(error)
    }
  }

  /// The file at a path below the root, `pipeline/index.html`; nil when the site has none there.
  package func file(at path: String) async throws(FieldbookError) -> [UInt8]? {
    do {
      return try await site.file(at: path)
    } catch {
      throw Fieldbook.explained(error)
    }
  }
}
