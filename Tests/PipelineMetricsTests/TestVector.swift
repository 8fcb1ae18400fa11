import Diagnostics
import PipelineMetrics
import Testing
import WorkspaceModel

/// The seven deals of the specification's test vector (domain 2.4), told in two ways.
enum TestVector {
  /// How the past of the deals is known.
  enum Form: CaseIterable, CustomTestStringConvertible {
    /// By one commit of files that date everything themselves.
    case datedFiles
    /// By files that date everything themselves, without any history.
    case filesAlone
    /// By commits alone.
    case commits

    var testDescription: String { "\(self)" }
  }

  /// One state of one deal on a day.
  struct Version {
    var day: String
    var stage: String
    var amount: Int
    var closeOn: String
    var closedOn: String?
    var category: String?
  }

  static let deals: [(id: String, created: String, versions: [Version])] = [
    (
      "d1", "2025-11-02",
      [
        .init(day: "2025-11-02", stage: "negotiation", amount: 60_000, closeOn: "2026-01-31", category: "commit"),
        .init(day: "2026-01-31", stage: "closed_won", amount: 60_000, closeOn: "2026-01-31", closedOn: "2026-01-31"),
      ]
    ),
    (
      "d2", "2025-12-15",
      [
        .init(day: "2025-12-15", stage: "business_case", amount: 40_000, closeOn: "2026-02-28", category: "commit"),
        .init(day: "2026-02-28", stage: "closed_won", amount: 40_000, closeOn: "2026-02-28", closedOn: "2026-02-28"),
      ]
    ),
    (
      "d3", "2025-11-20",
      [
        .init(day: "2025-11-20", stage: "discovery", amount: 100_000, closeOn: "2026-03-10"),
        .init(day: "2026-03-10", stage: "closed_lost", amount: 100_000, closeOn: "2026-03-10", closedOn: "2026-03-10"),
      ]
    ),
    (
      "d4", "2025-12-05",
      [
        .init(day: "2025-12-05", stage: "negotiation", amount: 50_000, closeOn: "2026-03-20"),
        .init(day: "2026-03-18", stage: "negotiation", amount: 50_000, closeOn: "2026-05-15"),
      ]
    ),
    (
      "d5", "2026-01-12",
      [
        .init(day: "2026-01-12", stage: "discovery", amount: 120_000, closeOn: "2026-06-20")
      ]
    ),
    (
      "d6", "2026-02-02",
      [
        .init(day: "2026-02-02", stage: "business_case", amount: 90_000, closeOn: "2026-08-01"),
        .init(day: "2026-03-01", stage: "business_case", amount: 80_000, closeOn: "2026-08-01"),
      ]
    ),
    (
      "d7", "2025-12-01",
      [
        .init(day: "2025-12-01", stage: "negotiation", amount: 30_000, closeOn: "2026-03-25"),
        .init(day: "2026-01-20", stage: "closed_lost", amount: 30_000, closeOn: "2026-03-25", closedOn: "2026-01-20"),
        .init(day: "2026-02-10", stage: "negotiation", amount: 30_000, closeOn: "2026-03-25"),
        .init(day: "2026-03-20", stage: "negotiation", amount: 36_000, closeOn: "2026-03-25"),
        .init(day: "2026-03-25", stage: "closed_won", amount: 36_000, closeOn: "2026-03-25", closedOn: "2026-03-25"),
      ]
    ),
  ]

  static let people = """
    people:
      - id: ann.lee
        name: Ann Lee
        team: north
        manager: bo.ek
        quotas:
          - {period: 2026-Q1, measure: bookings, target: {value: 170000, currency: EUR, kind: ARR}}
          - {period: 2026-Q2, measure: bookings, target: {value: 85000, currency: EUR, kind: ARR}}
      - id: bo.ek
        name: Bo Ek
        quotas:
          - {period: 2026-Q2, measure: bookings, target: {value: 85000, currency: EUR, kind: ARR}}
    """

  /// Ready lives as of a day of the vector, by what was known then.
  static func lives(
    _ form: Form, on day: String = "2026-03-31", conversion: ConversionTable? = nil
  ) async throws -> DealLives {
    let past = history(form, until: day)
    let clock = MetricClock(endOf: try PipelineMetricsTests.day(day))
    return DealLives(
      await past.workspace(), form == .filesAlone ? Timeline() : past.timeline(), clock: clock, conversion: conversion)
  }

  static func history(_ form: Form, until last: String = "2026-03-31") -> PastWorkspace {
    var past = PastWorkspace()
    if form == .commits {
      past.commit("2025-10-01", ["workspace-setup/people.yaml": people])
      let days = Set(deals.flatMap(\.versions).map(\.day)).sorted().filter { $0 <= last }
      for day in days {
        var files: [RepoPath: String?] = [:]
        for deal in deals {
          guard let version = deal.versions.first(where: { $0.day == day }) else { continue }
          files[path(deal.id)] = text(version, created: deal.created, history: [])
        }
        past.commit(day, files)
      }
      return past
    }
    var files: [RepoPath: String?] = ["workspace-setup/people.yaml": people]
    for deal in deals {
      let versions = deal.versions.filter { $0.day <= last }
      guard let version = versions.last else { continue }
      files[path(deal.id)] = text(version, created: deal.created, history: versions)
    }
    past.commit(last, files)
    return past
  }

  static func path(_ id: String) -> RepoPath { RepoPath("customers/acme/deals/\(id).md") }

  private static func text(_ version: Version, created: String, history: [Version]) -> String {
    var lines = [
      "stage: \(version.stage)", "created_on: \(created)", "owner: ann.lee", "close_on: \(version.closeOn)",
      "amount: {value: \(version.amount), currency: EUR, kind: ARR}",
    ]
    if let day = version.closedOn { lines.append("closed_on: \(day)") }
    if let category = version.category { lines.append("forecast_category: \(category)") }
    guard let first = history.first else { return "---\n\(lines.joined(separator: "\n"))\n---" }
    lines += ["stage_history:", "  - {stage: \(first.stage), entered_on: \(first.day)}"]
    var changes: [String] = []
    for (before, after) in zip(history, history.dropFirst()) {
      if before.stage != after.stage { lines.append("  - {stage: \(after.stage), entered_on: \(after.day)}") }
      if before.amount != after.amount {
        changes.append("  - {field: amount, from: \(before.amount), to: \(after.amount), on: \(after.day)}")
      }
      if before.closeOn != after.closeOn {
        changes.append("  - {field: close_on, from: \(before.closeOn), to: \(after.closeOn), on: \(after.day)}")
      }
    }
    if !changes.isEmpty { lines += ["field_history:"] + changes }
    return "---\n\(lines.joined(separator: "\n"))\n---"
  }
}
