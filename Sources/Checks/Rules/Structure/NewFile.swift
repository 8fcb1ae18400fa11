internal import Diagnostics
internal import WorkspaceModel

/// What a file that has to exist can begin with when nobody has written it yet: what its place says, and no more.
enum NewFile {
  /// The file, where its kind has such a beginning and nothing forbids its name.
  static func creation(_ path: RepoPath, in input: CheckInput) -> FixIt.FileChange? {
    guard path.isSafeToWrite, mayStand(path, input), let text = text(for: path) else { return nil }
    return .create(path, text: text)
  }

  /// The first of some names that can be created: "plan.md|plan.yaml".
  static func creation(_ names: String, inFolder folder: RepoPath, in input: CheckInput) -> FixIt.FileChange? {
    names.split(separator: "|").lazy.compactMap { creation(folder.appending(String($0)), in: input) }.first
  }

  private static func text(for path: RepoPath) -> String? {
    let isIndex = KindOfPath.isIndexName(path.nameText)
    let name = isIndex || path.stem == "profile" ? path.parent.nameText : path.stem
    switch KindOfPath.kind(of: path) {
    case .page where path.fileExtension == "md": return title(name).map { "# \($0)\n" }
    case .customer where path.fileExtension == "md": return title(name).map { "---\nname: \($0)\n---\n" }
    case .contacts where path.fileExtension == "yaml" || path.fileExtension == "yml": return "contacts: []\n"
    case .usage: return "day,metric,value\n"
    case .billing: return "invoice,due_on,amount,currency,status\n"
    default: return nil
    }
  }

  /// A name as words, where it needs no quotes and no escapes anywhere.
  private static func title(_ name: String) -> String? {
    guard let first = name.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A,
      name.utf8.allSatisfy({ byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: " -_.".utf8.contains(byte)
        }
      }), name.utf8.last != 0x20,
      !["no", "off", "n", "yes", "on", "y", "true", "false", "null"].contains(name.lowercased())
    else { return nil }
    return Slug.title(of: name)
  }

  /// Whether the rules of the workspace let a file stand there.
  private static func mayStand(_ path: RepoPath, _ input: CheckInput) -> Bool {
    let rules = input.workspace.settings.structure
    if rules.forbidden.contains(where: { $0.matches(path) }) { return false }
    if path.components.count - 1 > rules.maximumDepth { return false }
    guard let allowed = rules.allowed.last(where: { $0.folder.matches(path.parent) }) else { return true }
    let name = RepoPath(bytes: path.name)
    return allowed.names.contains { $0.matches(name) }
  }
}
