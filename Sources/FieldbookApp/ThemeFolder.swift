internal import Foundation
internal import Site

/// Finds and reads a theme on disk.
package enum ThemeFolder {
  /// Reads all files of a theme folder.
  static func load(_ path: String) throws(FieldbookError) -> Theme {
    let manager = FileManager.default
    guard manager.fileExists(atPath: path + "/theme.yaml"), let names = manager.enumerator(atPath: path) else {
      throw .usage(
        "there is no theme in '\(path)'", help: "name a folder that holds a theme.yaml with --theme <folder>")
    }
    var files: [String: [UInt8]] = [:]
    for case let name as String in names {
      var isFolder: ObjCBool = false
      let file = path + "/" + name
      guard manager.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue,
        let data = manager.contents(atPath: file)
      else { continue }
      files[name] = Array(data)
    }
    do {
      return try Theme(files: files)
    } catch {
      throw .theme(error)
    }
  }

  /// The theme that came with the program: `share/fieldbook/site-theme` or `site-theme` in a folder above it.
  package static func bundled(executable: String) -> String? {
    var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<6 {
      for place in ["share/fieldbook/site-theme", "site-theme"] {
        let candidate = folder.appendingPathComponent(place).path
        if FileManager.default.fileExists(atPath: candidate + "/theme.yaml") { return candidate }
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}

/// Compares places on disk.
enum PathsOnDisk {
  /// Where a path lies below a folder, ".": the folder itself; nil when it lies elsewhere.
  static func relative(_ path: String, to folder: String) -> String? {
    let base = URL(fileURLWithPath: folder).standardizedFileURL.resolvingSymlinksInPath().path
    let full = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    if full == base { return "" }
    guard full.hasPrefix(base + "/") else { return nil }
    return String(full.dropFirst(base.count + 1))
  }
}
