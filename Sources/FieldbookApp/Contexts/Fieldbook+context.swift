internal import Diagnostics
internal import History
package import Intelligence
package import PipelineMetrics
internal import Site
package import WorkspaceModel

/// What `fieldbook context` is asked for.
package struct ContextRequest: Sendable {
  package var tier: ContextTemplate.Tier
  /// In words: "exec meeting".
  package var purpose: String
  /// Tokens of the whole pack; the tier's own unless given.
  package var budget: Int?
  /// Tokens of one volume at most.
  package var volumeTokens: Int?
  package var format: PackFormat
  /// Name of a profile; the safe one unless given.
  package var estimator: String?

  /// A pack of a tier.
  package init(
    _ tier: ContextTemplate.Tier, purpose: String = "meeting", budget: Int? = nil, volumeTokens: Int? = nil,
    format: PackFormat = .markdown, estimator: String? = nil
  ) {
    (self.tier, self.purpose, self.budget, self.volumeTokens) = (tier, purpose, budget, volumeTokens)
    (self.format, self.estimator) = (format, estimator)
  }
}

extension Fieldbook {
  /// The moment that figures are told for.
  package var metricClock: MetricClock {
    let zone = WorkspaceZone(workspace.settings.timeZone)
    return MetricClock(clock.asOf) { zone.offsetMinutes(at: $0.seconds) }
  }

  /// Short name of the commit that is read; nil for the files on disk.
  package var commit: String? { snapshot.revision?.short }

  /// What packs of the chosen audience are made from.
  package func packSources() throws(FieldbookError) -> PackSources {
    PackSources(ReportSources(try visibleToAssistants(), clock: metricClock))
  }

  /// The options of a pack, checked.
  package func packOptions(_ request: ContextRequest) throws(FieldbookError) -> PackOptions {
    guard let purpose = PackPurpose(words: request.purpose) else {
      throw .usage(
        "there is no purpose '\(request.purpose)'",
        help: "say one of: \(PackPurpose.allCases.map(\.words).joined(separator: ", "))")
    }
    var options = PackOptions(request.tier, for: purpose)
    if let name = request.estimator {
      guard let estimator = TokenEstimator.named(name) else {
        throw .usage(
          "there is no estimator '\(name)'",
          help: "choose one of: \(TokenEstimator.all.map(\.name).joined(separator: ", "))")
      }
      options.estimator = estimator
    }
    options.budget = request.budget
    if let tokens = request.volumeTokens { options.volumeTokens = tokens }
    options.format = request.format
    options.commit = commit
    return options
  }

  /// The pack of the customer that somebody names.
  package func contextPack(
    of name: String, _ request: ContextRequest, from sources: PackSources
  ) throws(FieldbookError) -> ContextPack {
    guard let slug = sources.customer(named: name) else {
      let near = sources.customers(like: name)
      throw .usage(
        "there is no customer '\(name)'",
        help: near.isEmpty ? "fieldbook list customers names them all" : "did you mean \(Self.either(near))?")
    }
    let options = try packOptions(request)
    let made: ContextPack?
    do throws(PackError) {
      made = try sources.pack(slug, options)
    } catch {
      let (needed, budget) =
        switch error {
        case .tooSmall(let needed, let budget): (needed, budget)
        }
      throw .usage(
        "what is never cut of '\(slug)' takes \(needed) tokens, more than the \(budget) there are",
        help: "ask for a larger --tier, or for --budget \(needed + needed / 10)")
    }
    guard let made else { preconditionFailure("a customer that was found has a pack") }
    return made
  }

  /// The packs of several customers, in the order of their names, worked out on all processors.
  package func contextPacks(
    of names: [String], _ request: ContextRequest, from sources: PackSources
  ) async throws(FieldbookError) -> [ContextPack] {
    var made = [Result<ContextPack, FieldbookError>?](repeating: nil, count: names.count)
    await withTaskGroup(of: [(Int, Result<ContextPack, FieldbookError>)].self) { group in
      let lanes = max(1, min(options.jobs, names.count))
      for lane in 0..<lanes {
        group.addTask {
          stride(from: lane, to: names.count, by: lanes).map { ($0, packResult(names[$0], request, sources)) }
        }
      }
      for await results in group {
        for (place, result) in results { made[place] = result }
      }
    }
    var packs: [ContextPack] = []
    for case .some(let result) in made { packs.append(try result.get()) }
    return packs
  }

  private func packResult(
    _ name: String, _ request: ContextRequest, _ sources: PackSources
  ) -> Result<ContextPack, FieldbookError> {
    do throws(FieldbookError) {
      return .success(try contextPack(of: name, request, from: sources))
    } catch {
      return .failure(error)
    }
  }

  private static func either(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: " or ") }
}
