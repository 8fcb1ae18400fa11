extension Deal {
  /// Who is credited with a win, in percent.
  package struct Credit: Hashable, Sendable {
    /// Person id.
    package var person: String
    package var share: Decimal4

    /// A share by its parts.
    package init(person: String, share: Decimal4) {
      self.person = person
      self.share = share
    }
  }

  /// The credit that counts: as it is split, else all of it to the owner; one that does not come to 100 is not believed.
  package var credits: [Credit] {
    Self.isWhole(credit) ? credit : owner.map { [Credit(person: $0, share: Decimal4(100))] } ?? []
  }

  /// Whether shares come to 100.
  package static func isWhole(_ credit: [Credit]) -> Bool {
    !credit.isEmpty && credit.reduce(Decimal4.zero) { $0 + $1.share } == Decimal4(100)
  }
}

extension FieldReader {
  /// Percent by person: `{john.smith: 60, mei.tanaka: 40}`; nothing when one of them cannot be read.
  mutating func credit(_ name: String) -> [Deal.Credit] {
    guard let node = node(name) else { return [] }
    guard let entries = node.entries else {
      reportWrongType(node, name, expected: "percent by person", help: "write {john.smith: 60, mei.tanaka: 40}")
      return []
    }
    var credit: [Deal.Credit] = []
    for entry in entries {
      guard let share = entry.value.text.flatMap({ Decimal4($0) }), share > .zero, share <= Decimal4(100) else {
        reportWrongType(
          entry.value, "\(name).\(entry.key)", expected: "a share in percent",
          help: "write a number above 0 and up to 100")
        return []
      }
      credit.append(Deal.Credit(person: entry.key, share: share))
    }
    return credit
  }
}
