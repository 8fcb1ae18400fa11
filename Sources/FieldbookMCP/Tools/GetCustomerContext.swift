internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import WorkspaceModel

/// Gives the context pack of a customer, whole or by section.
struct GetCustomerContext: WorkspaceTool {
  let definition = ToolDefinition(
    name: "get_customer_context", title: "Customer context",
    words: """
      Everything about a customer as Markdown. compact fits one answer; for standard and extended ask without section \
      first (an outline with sizes), then for each section and part you need.
      """,
    parameters: [
      ToolDefinition.customer(isRequired: true),
      ToolParameter(
        "tier", .choice(["compact", "standard", "extended"]), "5,000, 40,000 or 200,000 tokens; compact unless given."),
      ToolParameter("section", .choice(Self.sections.map(\.name)), "Only this part of the context."),
      ToolParameter("part", .whole(1...1000), "Which part of a section that is too long for one answer."),
      ToolParameter("purpose", .choice(PackPurpose.allCases.map(\.rawValue)), "What it is for; meeting unless given."),
      ToolParameter("max_chars", .whole(2000...200_000), "Characters of a part, 24,000 unless given."),
    ], largest: 200_000)

  static let sections: [(name: String, holds: [PackSection])] = [
    ("overview", [.header, .state, .alerts, .signals, .history]), ("contacts", [.people]),
    ("deals", [.deals, .competition]), ("interactions", [.interactions]), ("insights", [.insights]),
    ("actions", [.tasks]), ("documents", [.documents]),
  ]

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    let slug = try view.customer(call.text("customer") ?? "")
    let tier = call.text("tier").flatMap { ContextTemplate.Tier(rawValue: $0) } ?? .compact
    let purpose = call.text("purpose").flatMap { PackPurpose(rawValue: $0) } ?? .meeting
    let pack = try view.pack(slug, tier, purpose)
    let room = call.whole("max_chars") ?? 24_000
    let section = call.text("section")
    if section == nil, tier == .compact, pack.text.count + 100 <= room {
      if (call.whole("part") ?? 1) > 1 { throw ToolProblem("The compact context has one part.") }
      let first = line(pack, slug, tier, "all", 1, 1, pack.tokens, view)
      return .text("\(first)\n\n\(pack.text)", links: links(pack, slug, view))
    }
    guard let section else { return .text(outline(pack, slug, tier, view), links: links(pack, slug, view)) }
    let wanted = Self.sections.first { $0.name == section }?.holds ?? []
    let found = pack.sections.filter { wanted.contains($0.section) }
    let parts = Self.parts(found, pack.fence, room: room - 200)
    let number = call.whole("part") ?? 1
    guard parts.indices.contains(number - 1) else {
      throw ToolProblem(
        parts.isEmpty
          ? "The \(tier.rawValue) context of '\(slug)' has no section '\(section)'. Ask for a larger tier."
          : "Section '\(section)' has \(parts.count) part\(parts.count == 1 ? "" : "s").")
    }
    let tokens = found.reduce(0) { $0 + $1.tokens }
    let first = line(pack, slug, tier, section, number, parts.count, tokens, view)
    return .text("\(first)\n\(UntrustedText.rule)\n\n\(parts[number - 1])", links: links(pack, slug, view))
  }

  private func line(
    _ pack: ContextPack, _ slug: String, _ tier: ContextTemplate.Tier, _ section: String, _ part: Int, _ count: Int,
    _ tokens: Int, _ view: WorkspaceView
  ) -> String {
    "\(slug) · \(tier.rawValue) · \(section) · part \(part)/\(count) · ~\(tokens) tokens · \(view.state.fieldbook.commit ?? "files")"
  }

  private func outline(
    _ pack: ContextPack, _ slug: String, _ tier: ContextTemplate.Tier, _ view: WorkspaceView
  ) -> String {
    var lines = [line(pack, slug, tier, "outline", 1, 1, pack.tokens, view), "", "Sections to ask for next:"]
    for (name, holds) in Self.sections {
      let found = pack.sections.filter { holds.contains($0.section) }
      guard !found.isEmpty else { continue }
      lines.append("- \(name): ~\(found.reduce(0) { $0 + $1.tokens }) tokens")
    }
    lines.append("")
    lines.append("Left out: \(pack.manifest.omissions).")
    return lines.joined(separator: "\n")
  }

  /// Blocks in parts of some characters, each part fenced by itself; a block that is longer stands alone, cut by lines.
  static func parts(_ sections: [ContextPack.Section], _ fence: UntrustedFence, room: Int) -> [String] {
    var parts: [String] = []
    var (text, used) = ("", 0)
    func finish() {
      if !text.isEmpty { parts.append(text) }
      (text, used) = ("", 0)
    }
    for section in sections {
      let marks = 80 + section.title.count
      var open: [String] = []
      func close() {
        if open.isEmpty { return }
        let body = open.joined(separator: "\n")
        text += "## \(section.title)\n\n\(fence.open(section.section.rawValue))\n\(body)\n\(fence.close)\n\n"
        open = []
      }
      for block in section.blocks.flatMap({ pieces($0, room: room - marks) }) {
        let size = block.count + 1 + (open.isEmpty ? marks : 0)
        if used + size > room, used > 0 {
          close()
          finish()
        }
        if open.isEmpty { used += marks }
        open.append(block)
        used += block.count + 1
      }
      close()
    }
    finish()
    return parts
  }

  private static func pieces(_ block: String, room: Int) -> [String] {
    if block.count <= room { return [block] }
    var pieces: [String] = []
    var piece = ""
    for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = line[...]
      while line.count > room {
        if !piece.isEmpty { pieces.append(piece) }
        piece = ""
        pieces.append(String(line.prefix(room)))
        line = line.dropFirst(room)
      }
      if piece.count + line.count + 1 > room {
        pieces.append(piece)
        piece = ""
      }
      piece += (piece.isEmpty ? "" : "\n") + line
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  /// Where to read what was left out.
  private func links(_ pack: ContextPack, _ slug: String, _ view: WorkspaceView) -> [JSONValue] {
    var seen: Set<String> = []
    let ids = pack.manifest.sections.flatMap { $0.dropped + $0.shortened }
    let uris = ids.compactMap { id -> String? in
      guard let path = view.evidence("\(id).md", of: slug), let uri = view.uri(path), seen.insert(uri).inserted else {
        return nil
      }
      return uri
    }
    return uris.prefix(20).map { uri in
      ContentBlock.link(
        uri, name: String(uri.split(separator: "/").last ?? ""),
        type: uri.contains("/deals/") && !uri.contains("/customers/") ? "application/json" : "text/markdown")
    }
  }
}

extension WorkspaceView {
  /// The pack of a customer.
  func pack(_ slug: String, _ tier: ContextTemplate.Tier, _ purpose: PackPurpose = .meeting) throws -> ContextPack {
    var options = PackOptions(tier, for: purpose)
    options.commit = state.fieldbook.commit
    do throws(PackError) {
      if let pack = try packs.pack(slug, options) { return pack }
    } catch {
      switch error {
      case .tooSmall(let needed, let budget):
        throw ToolProblem(
          "What is never cut of '\(slug)' takes \(needed) tokens, more than the \(budget) of the tier. Ask for a larger tier."
        )
      }
    }
    throw ToolProblem("No customer '\(UntrustedWords.short(slug))'.")
  }
}
