/// A report about somebody or a team, as it stands at the moment that the site shows.
package struct LiveReportPage: PageModel {
  package static let layout = "live-report"

  /// The top of the page.
  package var head: PageHead
  /// The text; missing when it could not be rendered.
  package var text: HTML?
  /// As of, commit, scope, freshness, what is unknown.
  package var facts: [Fact]
  /// The same report about others; missing when there is none.
  package var others: Panel?
  /// How to print it in a terminal.
  package var command: CommandLine
  /// Where the page comes from.
  package var provenance: Provenance
}

extension LiveReportPage {
  package static let sample = LiveReportPage(
    head: PageHead(
      title: "AE weekly report: John Smith", kicker: "Report", headIcon: "report",
      lede: "The week of one account executive.",
      crumbs: [
        Crumb(text: "Reports", href: Href("/reports/")),
        Crumb(text: "AE weekly report", href: Href("/reports/personal/ae-weekly/")),
      ], people: [Sample.john]),
    text: HTML(bytes: Array("<h2>Replies owed</h2><p>No data: nobody waits.</p>".utf8)), facts: Sample.facts,
    others: Sample.panel("About others", "live"),
    command: CommandLine(purpose: "Print it now", line: "fieldbook report ae-weekly --user john.smith"),
    provenance: Sample.provenance)
}
