internal import Foundation

/// Files that a test damages on purpose.
package enum ScratchFile {
  /// The bytes of a file; nil when there is none.
  package static func contents(of path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// Replaces the bytes of a file.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw ScratchError("cannot write \(path)")
    }
  }
}
