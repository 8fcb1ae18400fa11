internal import CCmarkGFM

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A node of cmark's tree, borrowed from it: it must not outlive the parse, and nothing outside this folder sees it.
struct Node: Equatable {
  /// cmark's own node.
  let pointer: OpaquePointer

  /// Wraps a node that is alive.
  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  /// What it is; extensions' nodes have types known only by name.
  var type: cmark_node_type { cmark_node_get_type(pointer) }
  /// The node around it.
  var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
  /// The first inside it.
  var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
  /// The one after it with the same parent.
  var next: Node? { cmark_node_next(pointer).map(Node.init) }
  /// The one before it with the same parent.
  var previous: Node? { cmark_node_previous(pointer).map(Node.init) }
  /// From 1; 0 when cmark lost count.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// From 1, see ``SourceMap`` for what it counts.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  /// From 1, inclusive.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// From 1, inclusive.
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  /// The text of a text, code or HTML node, alive until the node changes.
  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
  /// The destination of a link or an image.
  var url: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
  /// The tooltip of a link or an image.
  var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
  /// What follows the fence of a code block.
  var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }

  /// Whether the name of the type is the given one; for nodes of extensions.
  func isNamed(_ name: StaticString) -> Bool {
    guard let own = cmark_node_get_type_string(pointer) else { return false }
    return name.withUTF8Buffer { name in
      guard let start = name.baseAddress else { return false }
      return strlen(own) == name.count && memcmp(own, start, name.count) == 0
    }
  }

  /// Takes the node and all inside it out of the tree and frees them.
  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  /// Puts a sign before this node.
  func insertBefore(_ marker: Marker) {
    guard let node = marker.makeNode() else { return }
    if cmark_node_insert_before(pointer, node.pointer) == 0 { cmark_node_free(node.pointer) }
  }

  /// Puts a sign in front of all that is inside this node.
  func prepend(_ marker: Marker) {
    guard let node = marker.makeNode() else { return }
    if cmark_node_prepend_child(pointer, node.pointer) == 0 { cmark_node_free(node.pointer) }
  }

  /// Puts a sign behind all that is inside this node.
  func append(_ marker: Marker) {
    guard let node = marker.makeNode() else { return }
    if cmark_node_append_child(pointer, node.pointer) == 0 { cmark_node_free(node.pointer) }
  }

  /// Sets the text of a text node; NUL bytes are left out.
  func setLiteral(_ bytes: some Collection<UInt8>) {
    Self.withCString(bytes) { _ = cmark_node_set_literal(pointer, $0) }
  }

  /// Puts finished markup before or after this block, which then stands alone on its line.
  func insert(html: [UInt8], before: Bool) {
    guard let block = Self.block(html) else { return }
    let inserted = before ? cmark_node_insert_before(pointer, block) : cmark_node_insert_after(pointer, block)
    if inserted == 0 { cmark_node_free(block) }
  }

  /// Puts finished markup in front of all blocks inside this one.
  func prepend(html: [UInt8]) {
    guard let block = Self.block(html) else { return }
    if cmark_node_prepend_child(pointer, block) == 0 { cmark_node_free(block) }
  }

  private static func block(_ html: [UInt8]) -> OpaquePointer? {
    guard let block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return nil }
    withCString(html) { _ = cmark_node_set_on_enter(block, $0) }
    return block
  }

  private static func withCString(_ bytes: some Collection<UInt8>, _ body: (UnsafePointer<CChar>?) -> Void) {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { buffer in
      var count = 0
      for byte in bytes where byte != 0 {
        buffer[count] = CChar(bitPattern: byte)
        count += 1
      }
      buffer[count] = 0
      body(buffer.baseAddress)
    }
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = strlen(text)
    return UnsafeRawBufferPointer(start: text, count: count).assumingMemoryBound(to: UInt8.self)
  }
}
