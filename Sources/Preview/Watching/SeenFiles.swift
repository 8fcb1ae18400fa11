internal import Foundation
internal import Synchronization

/// Files as they were seen last, for systems that do not tell what changes.
final class SeenFiles: Sendable {
  /// What shows that a file was written.
  private struct Mark: Hashable {
    var size: UInt64
    var modified: Date
    var number: UInt64
  }

  private let folders: [WatchedFolder]
  private let skips: @Sendable (String) -> Bool
  private let marks: Mutex<[String: Mark]>
  private let isStopped = Mutex(false)

  init(_ folders: [WatchedFolder], _ skips: @escaping @Sendable (String) -> Bool) {
    self.folders = folders
    self.skips = skips
    marks = Mutex(Self.marks(folders, skips))
  }

  /// Tells changes until it is stopped.
  func run(_ tell: (WatchedChange) -> Void) {
    while !isStopped.withLock({ $0 }) {
      Thread.sleep(forTimeInterval: 0.4)
      let change = look()
      if !change.isEmpty { tell(change) }
    }
  }

  /// Ends ``run(_:)``.
  func stop() { isStopped.withLock { $0 = true } }

  /// What is other than it was when this was asked last.
  private func look() -> WatchedChange {
    let now = Self.marks(folders, skips)
    return marks.withLock { before in
      var change = WatchedChange()
      for (path, mark) in now where before[path] != mark { change.files.insert(path) }
      for path in before.keys where now[path] == nil { change.files.insert(path) }
      before = now
      return change
    }
  }

  private static func marks(_ folders: [WatchedFolder], _ skips: (String) -> Bool) -> [String: Mark] {
    var marks: [String: Mark] = [:]
    for folder in folders { add(folder.path, isDeep: folder.isDeep, to: &marks, skips) }
    return marks
  }

  private static func add(_ folder: String, isDeep: Bool, to marks: inout [String: Mark], _ skips: (String) -> Bool) {
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
      let path = folder + "/" + name
      guard let facts = try? manager.attributesOfItem(atPath: path) else { continue }
      if facts[.type] as? FileAttributeType == .typeDirectory {
        if isDeep, !skips(path) { add(path, isDeep: true, to: &marks, skips) }
        continue
      }
      marks[path] = Mark(
        size: (facts[.size] as? NSNumber)?.uint64Value ?? 0,
        modified: facts[.modificationDate] as? Date ?? .distantPast,
        number: (facts[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0)
    }
  }
}
