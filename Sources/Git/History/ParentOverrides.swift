internal import Diagnostics

/// What `.git/info/grafts` and `refs/replace/` say in place of commits: libgit2 follows neither, Git does.
struct ParentOverrides {
  private var grafts: [ObjectID: [ObjectID]] = [:]
  private var replacements: [ObjectID: ObjectID] = [:]

  /// Reads both; most repositories have none.
  init(_ repository: Repository) {
    if let bytes = SystemFiles.contents(of: repository.commonDirectory + "/info/grafts") {
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let ids = line.split(separator: UInt8(ascii: " ")).map { ObjectID(hex: String(decoding: $0, as: UTF8.self)) }
        guard let commit = ids.first ?? nil else { continue }
        grafts[commit] = ids.dropFirst().compactMap(\.self)
      }
    }
    for reference in (try? repository.replacements()) ?? [] {
      if let original = ObjectID(hex: reference.name) { replacements[original] = reference.id }
    }
  }

  /// Whether there are any.
  var exist: Bool { !grafts.isEmpty || !replacements.isEmpty }

  /// The object to read for a commit.
  func replacement(of commit: ObjectID) -> ObjectID { replacements[commit] ?? commit }

  /// The parents that a graft gives a commit; nil when it gives none.
  func parents(of commit: ObjectID) -> [ObjectID]? { grafts[commit] }
}
