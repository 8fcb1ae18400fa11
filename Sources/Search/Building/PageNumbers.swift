/// Gives every entry a number that stays when others come and go.
///
/// Entries of one group lie in blocks of up to eight, in the order of their addresses. Where a block ends depends on the
/// addresses around it alone, and where it lies in the range of numbers on the address that it begins with; so a new
/// entry moves its neighbours at most. What a block holds is one file of the index.
struct PageNumbers {
  /// One file of entries.
  struct Block {
    /// Its place; the numbers of its entries begin at eight times that.
    var slot: Int
    /// Entries by their place in the sorted list.
    var entries: Range<Int>
  }

  /// Entries of a block.
  static let blockSize = 8
  /// So many bytes of text end a block.
  private static let blockBytes = 2_600

  /// By slot.
  let blocks: [Block]
  /// Page numbers of the entries, by their place in the sorted list.
  let pages: [UInt32]
  /// How many slots there are, a power of two.
  let slotCount: Int

  /// Numbers entries that are sorted by group and address.
  init(_ entries: [SearchEntry]) {
    let ranges = Self.ranges(entries)
    var slotCount = 8
    while slotCount * 2 < ranges.count * 3 { slotCount *= 2 }
    self.slotCount = slotCount
    let keyed = ranges.map { range in (hash: Self.hash(entries[range.lowerBound].address), range: range) }
    var taken = Array(repeating: false, count: slotCount)
    var blocks: [Block] = []
    var pages = Array(repeating: UInt32(0), count: entries.count)
    let order = keyed.sorted {
      ($0.hash, entries[$0.range.lowerBound].address) < ($1.hash, entries[$1.range.lowerBound].address)
    }
    for (hash, range) in order {
      var slot = Int(hash >> 16) & (slotCount - 1)
      while taken[slot] { slot = (slot + 1) & (slotCount - 1) }
      taken[slot] = true
      blocks.append(Block(slot: slot, entries: range))
      for (place, entry) in range.enumerated() { pages[entry] = UInt32(slot * Self.blockSize + place) }
    }
    self.blocks = blocks.sorted { $0.slot < $1.slot }
    self.pages = pages
  }

  private static func ranges(_ entries: [SearchEntry]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, bytes) = (0, 0)
    for (place, entry) in entries.enumerated() {
      let size = entry.sections.reduce(120) { $0 + $1.text.utf8.count }
      if place > start {
        let isOther = entry.group != entries[place - 1].group
        let isFull = place - start == blockSize || bytes + size > 2 * blockBytes
        if isOther || isFull || bytes > blockBytes / 3 && hash(entry.address) % 5 == 0 {
          ranges.append(start..<place)
          (start, bytes) = (place, 0)
        }
      }
      bytes += size
    }
    if start < entries.count { ranges.append(start..<entries.count) }
    return ranges
  }

  /// FNV-1a with its bits mixed, the same on every machine.
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 29
  }
}
