/// The page that the search form leads to: the script fills it, and without one it says where the lists are.
package struct SearchPage: PageModel {
  package static let layout = "search"
  /// Where it stands.
  static let address = "/search/"

  /// The top of the page.
  package var head: PageHead
  /// The page itself, for the form.
  package var formPage: Href
  /// Where to look without words: the sections of the site.
  package var browse: [ListItem]
  /// Everything by its first letter, for readers without scripts.
  package var letters: [Link]
}

extension SearchPage {
  package static let sample = SearchPage(
    head: PageHead(title: "Search", headIcon: "search"), formPage: Href(address), browse: Sample.listItems,
    letters: [Link(text: "A", href: Href("/search/a/")), Link(text: "B", href: Href("/search/b/"))])
}
