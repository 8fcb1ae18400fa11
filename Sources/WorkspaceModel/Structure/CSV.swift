/// Reads comma-separated values (RFC 4180), with `;` or tab told from the header line.
enum CSV {
  /// Rows that a table keeps.
  static let rowLimit = 10_000

  /// All rows with their line numbers; quotes may hold separators, line ends and doubled quotes.
  static func rows(_ bytes: ArraySlice<UInt8>) -> (rows: [(line: Int, cells: [String])], isTruncated: Bool) {
    let separator = separator(of: bytes)
    var rows: [(line: Int, cells: [String])] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var line = 1
    var rowLine = 1
    func finishCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func finishRow() {
      finishCell()
      if cells.count > 1 || !(cells.first ?? "").isEmpty { rows.append((rowLine, cells)) }
      cells.removeAll(keepingCapacity: true)
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") {
            cell.append(byte)
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          if byte == 0x0A { line += 1 }
          cell.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where cell.isEmpty && !wasQuoted:
        isQuoted = true
        wasQuoted = true
      case separator: finishCell()
      case 0x0D: break
      case 0x0A:
        finishRow()
        line += 1
        rowLine = line
        // The header comes on top; empty lines at the end are no rows that were left out.
        if rows.count > rowLimit, bytes[index...].contains(where: { $0 != 0x0A && $0 != 0x0D }) { return (rows, true) }
      default: cell.append(byte)
      }
    }
    if !cell.isEmpty || !cells.isEmpty { finishRow() }
    return (rows, false)
  }

  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let header = bytes.prefix { $0 != 0x0A }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    let best = counts.indices.max { counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1) } ?? 0
    return candidates[best]
  }
}
