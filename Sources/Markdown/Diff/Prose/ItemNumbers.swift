/// The numbers of the items of an ordered list, written out where items went or are folded.
struct ItemNumbers {
  private let isNeeded: Bool
  private var old: Int
  private var new: Int

  /// The numbers of what becomes of a list.
  init(
    _ old: ProseTree, _ oldList: Int, _ new: ProseTree, _ newList: Int, isAltered: Bool,
    _ operations: [ProseWriter.Operation]
  ) {
    let removes = operations.contains { if case .removed = $0 { true } else { false } }
    isNeeded = new.blocks[newList].name == .ol && (isAltered || removes)
    self.old = Self.start(old, oldList)
    self.new = Self.start(new, newList)
  }

  /// The number of the next item; nil where the browser counts right by itself.
  mutating func next(_ operation: ProseWriter.Operation) -> Int? {
    guard isNeeded else { return nil }
    switch operation {
    case .same, .changed:
      old += 1
      new += 1
      return new - 1
    case .removed:
      old += 1
      return old - 1
    case .added:
      new += 1
      return new - 1
    }
  }

  private static func start(_ tree: ProseTree, _ list: Int) -> Int {
    let block = tree.blocks[list]
    guard block.name == .ol, let start = HTMLAttributes(tree.html.bytes[block.open])["start"] else { return 1 }
    return Int(String(decoding: start, as: UTF8.self)) ?? 1
  }
}
