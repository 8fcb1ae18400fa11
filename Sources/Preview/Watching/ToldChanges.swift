#if canImport(Glibc)
  internal import Foundation
  internal import Glibc
  internal import Synchronization

  /// Changes as Linux tells them (inotify): one watch a folder, kept up while folders come and go.
  final class ToldChanges: Sendable {
    /// Bits of an event, see inotify(7).
    private enum Bit {
      static let written: UInt32 = 0x8
      static let movedFrom: UInt32 = 0x40
      static let movedTo: UInt32 = 0x80
      static let created: UInt32 = 0x100
      static let deleted: UInt32 = 0x200
      static let overflowed: UInt32 = 0x4000
      static let forgotten: UInt32 = 0x8000
      static let onlyFolders: UInt32 = 0x0100_0000
      static let noLinks: UInt32 = 0x0200_0000
      static let isFolder: UInt32 = 0x4000_0000
      static let wanted = written | movedFrom | movedTo | created | deleted | onlyFolders | noLinks
    }

    private struct Watches {
      var folders: [Int32: WatchedFolder] = [:]
      /// Set when the system has no watch left; a part is not told then.
      var isFull = false
    }

    /// How long nothing has to happen before a change is told, and how long it may take at most, in milliseconds.
    private static let quiet: Int32 = 15
    private static let longest = 200.0

    private let roots: [WatchedFolder]
    private let skips: @Sendable (String) -> Bool
    private let descriptor: Int32
    private let stopper: (read: Int32, write: Int32)
    private let watches = Mutex(Watches())

    /// Begins to watch; nil where the system has no watches, or too few.
    init?(_ folders: [WatchedFolder], _ skips: @escaping @Sendable (String) -> Bool) {
      roots = folders
      self.skips = skips
      descriptor = inotify_init1(Int32(O_CLOEXEC | O_NONBLOCK))
      var pair: [Int32] = [-1, -1]
      guard descriptor >= 0 else { return nil }
      guard pipe(&pair) == 0 else {
        close(descriptor)
        return nil
      }
      // Helper processes must not hold them open.
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      stopper = (pair[0], pair[1])
      for folder in folders { add(folder) }
      if watches.withLock({ $0.isFull }) {
        finish()
        return nil
      }
    }

    /// Tells changes until it is stopped.
    func run(_ tell: (WatchedChange) -> Void) {
      var ready = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stopper.read, events: Int16(POLLIN), revents: 0),
      ]
      while true {
        var change = WatchedChange()
        var wait: Int32 = -1
        let start = ContinuousClock().now
        while true {
          let count = poll(&ready, 2, wait)
          if count < 0, errno == EINTR { continue }
          if count < 0 || ready[1].revents != 0 { return finish() }
          if count > 0 { read(into: &change) }
          // An editor that saves writes one file, renames another and removes a third.
          if count == 0 || start.duration(to: .now) > .milliseconds(Self.longest), !change.isEmpty { break }
          wait = change.isEmpty ? -1 : Self.quiet
        }
        tell(change)
      }
    }

    /// Ends ``run(_:)``.
    func stop() { close(stopper.write) }

    private func finish() {
      close(descriptor)
      close(stopper.read)
    }

    private func read(into change: inout WatchedChange) {
      var buffer = [UInt8](repeating: 0, count: 64 * 1024)
      while true {
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return }
        var offset = 0
        while offset + 16 <= count {
          let (watch, bits, length) = buffer.withUnsafeBytes { bytes in
            (
              bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
              bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
              Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
            )
          }
          let name = buffer[(offset + 16)..<min(offset + 16 + length, count)].prefix { $0 != 0 }
          take(watch, bits, name, &change)
          offset += 16 + length
        }
      }
    }

    private func take(_ watch: Int32, _ bits: UInt32, _ name: ArraySlice<UInt8>, _ change: inout WatchedChange) {
      if bits & Bit.overflowed != 0 {
        change.isIncomplete = true
        for root in roots { add(root) }
        return
      }
      guard let folder = watches.withLock({ $0.folders[watch] }) else { return }
      if bits & Bit.forgotten != 0 { return watches.withLock { $0.folders[watch] = nil } }
      guard let name = String(validating: name, as: UTF8.self), !name.isEmpty else {
        change.isIncomplete = true
        return
      }
      let path = folder.path + "/" + name
      guard bits & Bit.isFolder != 0 else {
        change.files.insert(path)
        return
      }
      guard folder.isDeep, !skips(path) else { return }
      // What lay in it is told by nobody.
      change.isIncomplete = true
      if bits & Bit.movedFrom != 0 { forget(path) }
      if bits & (Bit.created | Bit.movedTo) != 0 { add(WatchedFolder(path)) }
    }

    private func add(_ folder: WatchedFolder) {
      let number = inotify_add_watch(descriptor, folder.path, Bit.wanted)
      if number < 0 {
        if errno == ENOSPC { watches.withLock { $0.isFull = true } }
        return
      }
      watches.withLock { $0.folders[number] = folder }
      guard folder.isDeep, let entries = opendir(folder.path) else { return }
      var below: [String] = []
      while let entry = readdir(entries) {
        guard entry.pointee.d_type == UInt8(DT_DIR) || entry.pointee.d_type == UInt8(DT_UNKNOWN) else { continue }
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
        }
        if let name, name != ".", name != ".." { below.append(folder.path + "/" + name) }
      }
      closedir(entries)
      for path in below where !skips(path) { add(WatchedFolder(path)) }
    }

    /// A folder that was moved keeps its watches, under names that are wrong from then on.
    private func forget(_ path: String) {
      let gone = watches.withLock { state in
        let gone = state.folders.filter { $0.value.path == path || $0.value.path.hasPrefix(path + "/") }.map(\.key)
        for number in gone { state.folders[number] = nil }
        return gone
      }
      for number in gone { inotify_rm_watch(descriptor, number) }
    }
  }
#endif
