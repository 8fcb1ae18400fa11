/// Two sequences cut down to what can match at all.
///
/// An item that the other side lacks can only go or come; leaving it out makes wholly different texts cheap. The
/// smaller side is always compared with the larger one, so that a comparison the other way round mirrors this one.
struct SequenceSides {
  private let old: [Int32]
  private let new: [Int32]
  private let numberCount: Int

  /// Sides whose items are numbers from 0 up to a count.
  init(_ old: [Int32], _ new: [Int32], numberCount: Int) {
    self.old = old
    self.new = new
    self.numberCount = numberCount
  }

  /// Which items of both sides stay: equally many, pairwise equal, in order.
  func kept() -> (old: [Bool], new: [Bool]) {
    let firstOld = firstPlaces(in: old)
    let firstNew = firstPlaces(in: new)
    let oldPlaces = old.indices.filter { firstNew[Int(old[$0])] >= 0 }
    let newPlaces = new.indices.filter { firstOld[Int(new[$0])] >= 0 }
    var keptOld = Array(repeating: false, count: old.count)
    var keptNew = Array(repeating: false, count: new.count)
    if oldPlaces.isEmpty { return (keptOld, keptNew) }
    let isTurned = newComesFirst(firstOld, firstNew)
    var search = SequenceSearch(
      (isTurned ? newPlaces.map { new[$0] } : oldPlaces.map { old[$0] }),
      (isTurned ? oldPlaces.map { old[$0] } : newPlaces.map { new[$0] }), numberCount: numberCount)
    search.run()
    let stay = isTurned ? (old: search.rightKept, new: search.leftKept) : (old: search.leftKept, new: search.rightKept)
    for (place, stays) in zip(oldPlaces, stay.old) where stays { keptOld[place] = true }
    for (place, stays) in zip(newPlaces, stay.new) where stays { keptNew[place] = true }
    return (keptOld, keptNew)
  }

  private func firstPlaces(in side: [Int32]) -> [Int32] {
    var places = [Int32](repeating: -1, count: numberCount)
    for (index, item) in side.enumerated().reversed() { places[Int(item)] = Int32(truncatingIfNeeded: index) }
    return places
  }

  /// An order of both sides that does not ask which one is called old.
  private func newComesFirst(_ firstOld: [Int32], _ firstNew: [Int32]) -> Bool {
    if old.count != new.count { return new.count < old.count }
    for (left, right) in zip(old, new) {
      let leftShape = (firstOld[Int(left)], firstNew[Int(left)])
      let rightShape = (firstNew[Int(right)], firstOld[Int(right)])
      if leftShape != rightShape { return rightShape < leftShape }
    }
    return false
  }
}
