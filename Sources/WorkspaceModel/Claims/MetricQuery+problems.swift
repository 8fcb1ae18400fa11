internal import Diagnostics

extension MetricQuery {
  /// What keeps a query from having a figure.
  package struct Problem: Sendable, Hashable {
    /// What is wrong.
    package enum Kind: Sendable, Hashable { case name, filter, value }

    package var kind: Kind
    /// The bytes of the query that are wrong; all of it when something is missing.
    package var range: Range<Int>
    /// In words, without a full stop.
    package var summary: String
    /// The word that was meant, if one is near.
    package var nearest: String?
    /// What could stand there, for a choice among few.
    package var choices: [String] = []
  }

  /// Everything that is wrong with it, in the order of the text; `isPeriod` knows the names of periods.
  package func problems(among names: MetricNames, isPeriod: (String) -> Bool) -> [Problem] {
    guard let name, text.utf8.count <= Self.longest else {
      let summary = text.utf8.count > Self.longest ? "the query is too long" : "no metric is named"
      return [Problem(kind: .name, range: 0..<text.utf8.count, summary: summary)]
    }
    guard let metric else {
      let known = MetricName.allCases.map(\.rawValue)
      return [
        Problem(
          kind: .name, range: name.range, summary: "there is no metric '\(name.text)'",
          nearest: NearestWord.to(name.text, among: known), choices: known)
      ]
    }
    var problems: [Problem] = []
    var seen: Set<String> = []
    for condition in conditions {
      let isFirst = seen.insert(condition.key.text).inserted
      if let problem = Self.problem(condition, of: metric, isFirst: isFirst, among: names, isPeriod) {
        problems.append(problem)
      }
    }
    if !problems.isEmpty { return problems }
    for filter in metric.requiredFilters where self[filter] == nil {
      problems.append(
        Problem(
          kind: .filter, range: name.range, summary: "\(metric.rawValue) needs \(filter.rawValue)=",
          choices: names.known(filter, of: self).sorted()))
    }
    if problems.isEmpty, metric.requiredFilters.contains(.stage), let stage = self[.stage] {
      let pipelines = names.pipelines(having: stage, of: self)
      if pipelines.count > 1 {
        problems.append(
          Problem(
            kind: .filter, range: name.range, summary: "several pipelines have the stage '\(stage)'; add pipeline=",
            choices: pipelines))
      } else if pipelines.isEmpty {
        let range = conditions.first { $0.key.text == MetricFilter.stage.rawValue }?.value?.range ?? name.range
        problems.append(
          Problem(
            kind: .value, range: range, summary: "the pipeline '\(self[.pipeline] ?? "")' has no stage '\(stage)'",
            choices: names.known(.stage, of: self).sorted()))
      }
    }
    return problems
  }

  private static func problem(
    _ condition: Condition, of metric: MetricName, isFirst: Bool, among names: MetricNames,
    _ isPeriod: (String) -> Bool
  ) -> Problem? {
    let key = condition.key
    let allowed = MetricFilter.allCases.filter(metric.filters.contains).map(\.rawValue)
    guard let filter = MetricFilter(rawValue: key.text), let value = condition.value else {
      let summary =
        condition.value == nil
        ? "'\(key.text)' is no condition such as period=last_quarter" : "there is no filter '\(key.text)'"
      let nearest = condition.value == nil ? nil : NearestWord.to(key.text, among: allowed)
      return Problem(kind: .filter, range: key.range, summary: summary, nearest: nearest, choices: allowed)
    }
    guard metric.filters.contains(filter) else {
      return Problem(
        kind: .filter, range: key.range, summary: "\(metric.rawValue) cannot be narrowed by \(key.text)",
        choices: allowed)
    }
    guard isFirst else {
      return Problem(kind: .filter, range: key.range, summary: "\(key.text)= stands here twice")
    }
    if filter == .period {
      if isPeriod(value.text) { return nil }
      return Problem(kind: .value, range: value.range, summary: "there is no period '\(value.text)'")
    }
    let known = names.known(filter)
    if known.contains(value.text) { return nil }
    return Problem(
      kind: .value, range: value.range, summary: "there is no \(filter.rawValue) '\(value.text)'",
      nearest: NearestWord.to(value.text, among: known), choices: known.count <= 8 ? known.sorted() : [])
  }
}
