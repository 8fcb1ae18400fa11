internal import Diagnostics
internal import Markdown
internal import PipelineMetrics
internal import WorkspaceModel

extension SiteReading {
  /// What stands for a figure on a page so deep below the root.
  func figureMark(_ query: MetricQuery, root: String) -> FigureMark {
    let live = liveValue(query)
    return FigureMark(
      text: live.figure, meaning: live.meaning,
      address: live.proof.map { Array(PageEscape.escaped($0.relative(to: root)).utf8) }, isUnknown: live.isUnknown)
  }

  /// A figure as it is today, with what it means and where its records are.
  func liveValue(_ query: MetricQuery) -> LiveValue {
    let claims = metrics.claims
    guard let figure = claims.figures[query] else {
      return LiveValue(figure: "unknown", meaning: query.text, proof: nil, isUnknown: true)
    }
    let meaning =
      figure.isAsked
      ? "\(claimTitle(figure)): \(MetricWords.spoken(figure.metric.definition.sentence))" : query.text
    return LiveValue(
      figure: ClaimWords.text(figure.metric), meaning: meaning, proof: claims.address(query).map { Href($0) },
      isUnknown: MetricWords.isUnknown(figure.metric))
  }

  /// A figure in words alone.
  func figureText(_ query: MetricQuery) -> String { liveValue(query).figure }

  /// A rendered text with its figures among its words; nil when the file has no text.
  func told(_ path: RepoPath) -> MarkdownDocument? {
    visible.documents[path]?.telling { figureText(MetricQuery($0.destination)) }
  }

  /// A page of evidence for each figure that texts ask for.
  func claimPages(_ standings: DealStandings) -> [PlannedPage] {
    metrics.claims.figures.all.compactMap { figure in
      metrics.claims.address(figure.query).map { address in
        PlannedPage(address, .pipeline) { site in
          SalesReading(site: site, standings: standings).claimPage(figure)
        }
      }
    }
  }
}

extension SalesReading {
  /// The records behind a figure that texts ask for, and the pages that tell it.
  func claimPage(_ figure: LiveFigure) -> EvidencePage {
    let title = site.claimTitle(figure)
    let links = (site.metrics.claims.files[figure.query.key] ?? []).compactMap { path -> Link? in
      guard let href = site.addresses.href(path), let record = site.index.records[path] else { return nil }
      return Link(text: site.qualifiedTitle(record), href: href)
    }
    return EvidencePage(
      head: PageHead(
        title: site.claimName(figure), kicker: "Evidence", headIcon: "pipeline",
        lede: "What [[metric:\(figure.query.text)]] comes to. \(site.builtFrom), by what "
          + "\(site.visible.audienceTitle) may see.",
        crumbs: [Crumb(text: "Pipeline", href: Href("/pipeline/"))]),
      tabs: [], proofs: [proof(figure.metric, title: title, anchor: "figure", factors: [])],
      told: links.isEmpty ? nil : ToldOn(pages: links))
  }
}
