internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// Puts a pack together: drafts, fits, writes, and counts again what it wrote.
struct PackAssembly {
  private let reading: PackReading
  private let template: PackTemplate
  private let options: PackOptions
  private let budget: Int
  private let estimator: TokenEstimator
  private let frame: [String: PackValue]
  private let draft: PackDraft
  private let inputs: String
  private let writer: PackWriter

  init(_ reading: PackReading, _ template: PackTemplate) {
    self.reading = reading
    self.template = template
    options = reading.options
    let own = reading.workspace.contextTemplates.first { $0.tier == reading.options.tier }?.budgetTokens
    budget = options.budget ?? own ?? options.tier.standardBudget
    estimator = options.estimator
    frame = reading.frame
    let longest = "99999 dropped, 99999 shortened; the manifest names them"
    draft = PackDraft(reading, template, frame: Self.filled(frame, budget, longest, 99))
    var hash = StableHash()
    let asked = [
      options.tier.rawValue, options.purpose.rawValue, options.format.rawValue, estimator.name, String(budget),
      String(options.volumeTokens), options.commit ?? "", reading.slug, options.salt,
      reading.sources.reports.clock.now.iso, reading.sources.reports.visible.audience.id,
    ]
    for text in asked { hash.combine(text.utf8) }
    for section in draft.sections {
      for piece in section.pieces {
        switch piece {
        case .words(let words): hash.combine(words.utf8)
        case .item(let item): hash.combine((item.texts.last?.text ?? "").utf8)
        }
      }
    }
    inputs = hash.hex
    writer = PackWriter(
      format: options.format, fence: UntrustedFence(suffix: String(hash.hex.prefix(8))), slug: reading.slug,
      options: options, day: reading.today, budget: budget)
  }

  /// What only the finished pack knows.
  private static func filled(
    _ frame: [String: PackValue], _ tokens: Int, _ omitted: String, _ volumes: Int
  ) -> [String: PackValue] {
    var frame = frame
    frame["tokens"] = .text(ChangeFormat.number(Decimal4(tokens)))
    frame["omitted"] = .text(omitted)
    frame["volume"] = .text("1")
    frame["volumes"] = .text(String(volumes))
    return frame
  }

  func pack() throws(PackError) -> ContextPack {
    let volumeRoom = estimator.cost(ofTokens: min(options.volumeTokens, budget))
    let index = Array(repeating: "99: interactions, insights, documents, competition", count: 12)
    let marks = draft.sections.reduce(0) { sum, section in
      sum + cost(writer.open(section.section, title: section.title, isContinued: true))
        + cost(writer.close(isLast: false))
    }
    let head = cost(writer.head(volume: 99, of: 99, tokens: budget, index: []))
    let isSplit = options.volumeTokens < budget
    let volumes = isSplit ? budget / max(1, options.volumeTokens - 1000) + 2 : 1
    // A section that goes on in another volume is opened and closed once more.
    let again =
      draft.sections.map { section in
        cost(writer.open(section.section, title: section.title, isContinued: true)) + cost(writer.close(isLast: false))
      }.max() ?? 0
    let words = draft.sections.reduce(0) { sum, section in
      sum
        + section.pieces.reduce(0) {
          if case .words(let text) = $1 { $0 + cost(writer.words(text, isLast: false)) } else { $0 }
        }
    }
    let fixed =
      marks + words + (head + again + cost(writer.tail([], tokens: 0, inputs: ""))) * volumes
      + (isSplit ? cost(writer.head(volume: 99, of: 99, tokens: budget, index: index)) : 0)
    let whole = estimator.cost(ofTokens: budget)
    let least = cost(tail(manifest(nil), room: 0))
    let most = min(whole * 12 / 100, cost(tail(manifest(nil), room: whole)))
    // First with room for every id in the manifest, then with what it took: less is dropped then, never more.
    var reserve = max(least, most)
    var fit = try fitted(whole - fixed - reserve, volumeRoom, fixed + reserve)
    let needed = max(least, min(reserve, cost(tail(manifest(fit), room: reserve))))
    if needed < reserve {
      reserve = needed
      fit = try fitted(whole - fixed - reserve, volumeRoom, fixed + reserve)
    }
    return written(fit, reserve: reserve, volumeRoom: volumeRoom)
  }

  private func fitted(_ room: Int, _ volumeRoom: Int, _ fixed: Int) throws(PackError) -> PackFit {
    let needed: Int
    do throws(PackError) {
      return try PackFit(
        draft, options, today: reading.today, room: room,
        cost: { item, detail, text in cost(writer.item(item.id, detail, text, isLast: false)) }, cap: volumeRoom / 2)
    } catch {
      guard case .tooSmall(let missing, _) = error else { throw error }
      needed = missing
    }
    throw .tooSmall(needed: estimator.tokens(cost: room + needed + fixed), budget: budget)
  }

  private func cost(_ text: String) -> Int { estimator.cost(text) }

  // MARK: Manifest

  /// What became of each section; without a fit, as if all that can be dropped were.
  private func manifest(_ fit: PackFit?) -> PackManifest {
    var sections: [PackManifest.Section] = []
    for (place, section) in draft.sections.enumerated() {
      var entry = PackManifest.Section(section: section.section, kept: 0, shortened: [], dropped: [], tokens: 99_999)
      for (index, piece) in section.pieces.enumerated() {
        guard case .item(let item) = piece else { continue }
        let detail = fit?.details[place][index] ?? (section.section.isBinding ? .full : .dropped)
        switch detail {
        case .dropped: entry.dropped.append(item.id)
        case .full: entry.kept += 1
        case .line, .summary:
          entry.kept += 1
          entry.shortened.append(item.id)
        }
      }
      if let fit {
        entry.tokens = estimator.tokens(cost: texts(fit, place).reduce(0) { $0 + cost($1.text) })
      }
      sections.append(entry)
    }
    let present = Set(sections.map(\.section))
    return PackManifest(
      sections: sections, outside: PackSection.allCases.filter { !present.contains($0) }, estimatedTokens: budget,
      budgetTokens: budget, estimator: estimator.name, inputs: inputs)
  }

  private func tail(_ manifest: PackManifest, room: Int) -> String {
    let bare = cost(writer.tail(["-"], tokens: budget, inputs: inputs))
    let lines = manifest.lines(room: room - bare) {
      cost(writer.tail([$0, "-"], tokens: budget, inputs: inputs)) - bare
    }
    return writer.tail(lines, tokens: manifest.estimatedTokens, inputs: inputs)
  }

  // MARK: Writing

  /// One piece as it stands in the pack.
  private struct Told {
    var id: String?
    var detail = PackDetail.full
    var text: String
  }

  private func texts(_ fit: PackFit, _ place: Int) -> [Told] {
    zip(draft.sections[place].pieces, fit.details[place]).compactMap { piece, detail in
      switch piece {
      case .words(let text): return Told(text: text)
      case .item(let item):
        guard let text = item.texts.first(where: { $0.detail == detail })?.text else { return nil }
        return Told(id: item.id, detail: detail, text: text)
      }
    }
  }

  /// A stretch of one section within one volume.
  private struct Stretch {
    var section: PackSection
    var title: String
    var isContinued: Bool
    var told: [Told]
  }

  private func written(_ fit: PackFit, reserve: Int, volumeRoom: Int) -> ContextPack {
    var manifest = manifest(fit)
    var volumes: [[Stretch]] = []
    var texts: [String] = []
    // The number of tokens stands in the text that is counted: it settles as soon as its digits do.
    for _ in 0..<5 {
      let frame = Self.filled(self.frame, manifest.estimatedTokens, manifest.omissions, max(1, volumes.count))
      let final = draft.finished(template, frame: frame)
      volumes = split(fit, final, volumeRoom, manifest, reserve)
      texts = volumes.enumerated().map { text($1, $0, volumes, manifest, reserve) }
      let tokens = estimator.tokens(texts.joined(separator: "\n"))
      if tokens == manifest.estimatedTokens { break }
      manifest.estimatedTokens = tokens
    }
    precondition(manifest.estimatedTokens <= budget, "a pack has to stay within its budget")
    var sections: [ContextPack.Section] = []
    for stretch in volumes.flatMap(\.self) {
      let tokens = estimator.tokens(cost: stretch.told.reduce(0) { $0 + cost(block($1, isLast: false)) })
      if let last = sections.indices.last, sections[last].section == stretch.section, stretch.isContinued {
        sections[last].blocks += stretch.told.map(\.text)
        sections[last].tokens += tokens
      } else {
        sections.append(
          ContextPack.Section(
            section: stretch.section, title: stretch.title, blocks: stretch.told.map(\.text), tokens: tokens))
      }
    }
    return ContextPack(
      customer: reading.slug, tier: options.tier, volumes: texts, sections: sections, manifest: manifest,
      fence: writer.fence)
  }

  /// Sections in volumes, cut between items.
  private func split(
    _ fit: PackFit, _ final: PackDraft, _ volumeRoom: Int, _ manifest: PackManifest, _ reserve: Int
  ) -> [[Stretch]] {
    let index = Array(repeating: "99: interactions, insights, documents, competition", count: 12)
    let head = cost(writer.head(volume: 99, of: 99, tokens: budget, index: options.volumeTokens < budget ? index : []))
    var volumes: [[Stretch]] = [[]]
    var used = head + reserve
    for place in final.sections.indices {
      let section = final.sections[place]
      let mark =
        cost(writer.open(section.section, title: section.title, isContinued: true)) + cost(writer.close(isLast: false))
      var told = texts(fit, place)
      if section.section == .header {
        // Words of the header tell what only the finished pack knows.
        told = section.pieces.map { if case .words(let text) = $0 { Told(text: text) } else { Told(text: "") } }
      }
      var stretch = Stretch(section: section.section, title: section.title, isContinued: false, told: [])
      used += mark
      for piece in told {
        let more = cost(block(piece, isLast: false))
        if options.volumeTokens < budget, used + more > volumeRoom, used > head + reserve + mark {
          if !stretch.told.isEmpty { volumes[volumes.count - 1].append(stretch) }
          volumes.append([])
          stretch = Stretch(
            section: section.section, title: section.title, isContinued: stretch.isContinued || !stretch.told.isEmpty,
            told: [])
          used = head + reserve + mark
        }
        stretch.told.append(piece)
        used += more
      }
      if !stretch.told.isEmpty { volumes[volumes.count - 1].append(stretch) }
    }
    return volumes
  }

  private func block(_ told: Told, isLast: Bool, number: Int = 99_999) -> String {
    if let id = told.id { return writer.item(id, told.detail, told.text, isLast: isLast, number: number) }
    return writer.words(told.text, isLast: isLast)
  }

  private func text(
    _ stretches: [Stretch], _ volume: Int, _ volumes: [[Stretch]], _ manifest: PackManifest, _ reserve: Int
  ) -> String {
    let index =
      volume == 0 && volumes.count > 1
      ? volumes.enumerated().map { "\($0 + 1): \($1.map(\.section.rawValue).joined(separator: ", "))" } : []
    var text = writer.head(volume: volume + 1, of: volumes.count, tokens: manifest.estimatedTokens, index: index)
    var number = volumes[..<volume].flatMap(\.self).reduce(0) { $0 + $1.told.count }
    for (place, stretch) in stretches.enumerated() {
      text += writer.open(stretch.section, title: stretch.title, isContinued: stretch.isContinued)
      for (index, told) in stretch.told.enumerated() {
        number += 1
        text += block(told, isLast: index == stretch.told.count - 1, number: number)
      }
      text += writer.close(isLast: place == stretches.count - 1)
    }
    let isLast = volume == volumes.count - 1
    return text + (isLast ? tail(manifest, room: reserve) : writer.tail([], tokens: 0, inputs: ""))
  }
}
