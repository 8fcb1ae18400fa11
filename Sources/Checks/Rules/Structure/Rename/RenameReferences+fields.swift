internal import Diagnostics
internal import WorkspaceModel

extension RenameReferences {
  /// Fields that say something in words; a name in them is no reference.
  private static let prose: Set<String> = [
    "aliases", "description", "legal_name", "name", "note", "quote", "reason", "reason_text", "statement", "subject",
    "summary", "text", "title",
  ]

  /// Fields that name a record of a kind by its file or folder.
  private static let references: [String: RecordKind] = [
    "account": .customer, "alert": .alert, "competitors": .battlecard, "customer": .customer, "deals": .deal,
    "parent": .customer, "play": .playbook, "prerequisites": .training,
  ]

  /// Looks at every field of every record.
  mutating func readFields() {
    for record in input.workspace.records {
      guard let fields = record.source.fields else { continue }
      let path = record.source.path
      let parts = path.components
      let isCustomers = parts.count > 2 && parts[0].elementsEqual("customers".utf8)
      var reader = FieldNames(
        path: path, kind: record.source.kind, customer: isCustomers ? RepoPath("customers").appending(parts[1]) : nil)
      walk(fields, key: "", &reader)
    }
  }

  private mutating func walk(_ node: YAMLNode, key: String, _ reader: inout FieldNames) {
    switch node.content {
    case .mapping(let entries):
      for entry in entries {
        for candidate in byStem[entry.key] ?? [] { block(candidate.old) }
        walk(entry.value, key: entry.key, &reader)
      }
    case .sequence(let items): for item in items { walk(item, key: key, &reader) }
    case .scalar(let text, _):
      let parts = text.split(separator: "/")
      if let same = byStem[text] {
        name(same, node, key, &reader)
      } else if parts.contains(where: isName) {
        path(text, node, key, &reader)
      } else if reader.kind == .triggers, !Self.prose.contains(key) {
        condition(text)
      }
      if parts.count > 1, text.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) {
        patterns.insert(GlobPattern(text))
      }
    }
  }

  /// A condition such as `account.slug == acme-corp` compares names with what nobody rewrites.
  private mutating func condition(_ text: String) {
    for (stem, same) in byStem where text.contains(stem) {
      for candidate in same { block(candidate.old) }
    }
  }

  /// Whether part of a path may be a candidate's name, with or without its extension.
  private func isName(_ part: Substring) -> Bool {
    let name = part.prefix { $0 != "#" }
    if byStem[String(name)] != nil { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    return byStem[String(name[..<dot])] != nil
  }

  /// A text that is the name of candidates and nothing else.
  private mutating func name(_ same: [RenameCandidate], _ node: YAMLNode, _ key: String, _ reader: inout FieldNames) {
    let isSubject = reader.isSubject(key)
    if Self.prose.contains(key), !isSubject { return }
    let wanted = isSubject ? .customer : Self.references[key]
    for candidate in same {
      guard let wanted else {
        block(candidate.old)
        continue
      }
      if candidate.kind != wanted { continue }
      if wanted == .deal, candidate.old.parent.parent != reader.customer { continue }
      replace(0..<candidate.oldStem.utf8.count, of: node, by: candidate.newStem, candidate, &reader)
    }
  }

  /// A path to a candidate or to something in it, or a deal with its customer.
  private mutating func path(_ text: String, _ node: YAMLNode, _ key: String, _ reader: inout FieldNames) {
    let isSubject = reader.isSubject(key)
    if Self.prose.contains(key), !isSubject { return }
    var bases = [RepoPath.root, reader.path.parent]
    if let customer = reader.customer { bases.insert(customer, at: 0) }
    if key == "deal" || isSubject { bases.append("customers") }
    for base in bases {
      guard let steps = PathSteps(text, from: base, isEncoded: false) else { continue }
      var hits = steps.steps.compactMap { step in candidates[step.path].map { ($0, step.bytes, $0.new.nameText) } }
      let deal = base == "customers" && steps.steps.count == 2 ? steps.target : nil
      if let deal {
        let folder = deal.parent.appending("deals")
        for candidate in byStem[deal.nameText] ?? [] where candidate.old.parent == folder {
          hits.append((candidate, steps.steps[1].bytes, candidate.newStem))
        }
      }
      if hits.isEmpty { continue }
      // What leads nowhere today may have meant anything.
      let isKnown = deal != nil || input.links.resolve(steps.target) != .missing(steps.target)
      for (candidate, bytes, new) in hits {
        if isKnown { replace(bytes, of: node, by: new, candidate, &reader) } else { block(candidate.old) }
      }
      return
    }
  }

  /// Rewrites some bytes of a text that stands in the file exactly as it was read.
  private mutating func replace(
    _ bytes: Range<Int>, of node: YAMLNode, by new: String, _ candidate: RenameCandidate, _ reader: inout FieldNames
  ) {
    guard let text = node.text, let shift = reader.shift(of: node, text, input) else { return block(candidate.old) }
    let range = node.range(in: reader.path)
    explain(range)
    rewrite(part(bytes.lowerBound + shift..<bytes.upperBound + shift, of: range), to: new, for: candidate.old)
  }
}

/// The file whose fields are read.
private struct FieldNames {
  let path: RepoPath
  let kind: RecordKind
  /// The customer's folder in which it lies.
  let customer: RepoPath?
  private var places: TextPlaces?

  init(path: RepoPath, kind: RecordKind, customer: RepoPath?) {
    self.path = path
    self.kind = kind
    self.customer = customer
  }

  /// Whether a field says whom an alert or a rule is about: a customer, or one of its deals.
  func isSubject(_ key: String) -> Bool { key == "subject" && (kind == .alert || kind == .triggers) }

  /// How many bytes stand before a text in its stretch of the file: none, or a quotation mark; nil where it is written
  /// in another way.
  mutating func shift(of node: YAMLNode, _ text: String, _ input: CheckInput) -> Int? {
    let known = places ?? TextPlaces(input.bytes(of: path) ?? [])
    places = known
    guard node.start.line == node.end.line, let written = known.text(node.range(in: path)) else { return nil }
    if written.elementsEqual(text.utf8) { return 0 }
    let quote = written.first == UInt8(ascii: "'") || written.first == UInt8(ascii: "\"")
    return quote && written.dropFirst().dropLast().elementsEqual(text.utf8) && written.first == written.last ? 1 : nil
  }
}
