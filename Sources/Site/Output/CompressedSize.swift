internal import CZlib

/// How much of a file goes over the wire.
enum CompressedSize {
  /// Bytes after gzip at its default level, which is what hosts use.
  static func gzip(_ bytes: [UInt8]) -> Int {
    var stream = z_stream()
    precondition(fieldbook_gzip_start(&stream, 6) == Z_OK, "zlib could not start")
    defer { deflateEnd(&stream) }
    var room = [UInt8](repeating: 0, count: 64 * 1024)
    var input = bytes
    input.withUnsafeMutableBufferPointer { stream.next_in = $0.baseAddress }
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      var status = Z_OK
      while status == Z_OK {
        room.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          status = deflate(&stream, Z_FINISH)
        }
      }
      return Int(stream.total_out)
    }
  }
}
