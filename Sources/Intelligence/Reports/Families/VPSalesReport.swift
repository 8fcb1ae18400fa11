/// The number, what moved it, and who needs help.
package struct VPSalesReport: Report {
  /// As definitions name it.
  package let id = "vp_sales"

  /// A report to generate.
  package init() {}

  /// Call and quota, bridge, coverage, reps, top deals, stalled value, themes, coaching.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.callCommitQuota(),
      reading.waterfall(),
      reading.coverage(),
      reading.byRep(),
      reading.topDeals(),
      reading.stalled(),
      reading.themes(),
      reading.coaching(),
    ]
  }
}
