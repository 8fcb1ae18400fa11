/// The metrics that a text can ask for by name: those of domain 2.1 that come to one figure.
package enum MetricName: String, Sendable, CaseIterable {
  case openPipeline = "open_pipeline"
  case openDeals = "open_deals"
  case weightedPipeline = "weighted_pipeline"
  case winRate = "win_rate"
  case winRateByValue = "win_rate_value"
  case cohortWinRate = "cohort_win_rate"
  case averageDealSize = "average_deal_size"
  case medianDealSize = "median_deal_size"
  case salesCycle = "sales_cycle"
  case salesCycleMean = "sales_cycle_mean"
  case salesCycleP90 = "sales_cycle_p90"
  case salesVelocity = "sales_velocity"
  case slippage
  case slippageByValue = "slippage_value"
  case pushCount = "push_count"
  case skipRate = "skip_rate"
  case regressionRate = "regression_rate"
  case stageConversion = "stage_conversion"
  case stageDuration = "stage_duration"
  case singleThreaded = "single_threaded"
  case bookings
  case wonDeals = "won_deals"
  case coverage
  case neededCoverage = "needed_coverage"
  case quotaAttainment = "quota_attainment"
  case quotaPace = "quota_pace"
  case forecastAccuracy = "forecast_accuracy"
  case forecastError = "forecast_error"
  case netRevenueRetention = "nrr"
  case grossRevenueRetention = "grr"
  case logoChurn = "logo_churn"
  case revenueChurn = "revenue_churn"

  /// The filters that narrow it; others would change nothing, or have no meaning for it.
  package var filters: Set<MetricFilter> {
    let deals: Set<MetricFilter> = [.competitor, .segment, .owner, .team, .customer, .pipeline]
    return switch self {
    case .singleThreaded: deals
    case .stageConversion, .stageDuration: deals.union([.stage, .period])
    case .coverage, .quotaAttainment, .quotaPace: [.owner, .team, .period]
    case .netRevenueRetention, .grossRevenueRetention, .logoChurn, .revenueChurn: [.customer, .segment, .period]
    default: deals.union([.period])
    }
  }

  /// The filters without which it is no single figure.
  package var requiredFilters: [MetricFilter] {
    self == .stageConversion || self == .stageDuration ? [.stage] : []
  }

  /// The period that is meant when none is named; nil where a figure of today needs none.
  package var usualPeriod: String? {
    switch self {
    case .openPipeline, .openDeals, .weightedPipeline, .singleThreaded: nil
    case .bookings, .wonDeals, .coverage, .quotaAttainment, .quotaPace, .slippage, .slippageByValue, .pushCount:
      "this_quarter"
    case .forecastAccuracy, .forecastError: "last_quarter"
    default: "last_365_days"
    }
  }
}

/// What a metric that a text asks for can be narrowed by.
package enum MetricFilter: String, Sendable, CaseIterable {
  /// Slug of a battlecard.
  case competitor
  case segment
  /// Person id.
  case owner
  /// Team of the owner.
  case team
  /// Slug.
  case customer
  /// Workflow id.
  case pipeline
  /// Stage id.
  case stage
  /// As reports name theirs: "last_quarter", "2026-Q4".
  case period
}
