/// Takes the finished files of a site; called from several threads at once.
package protocol SiteOutput: Sendable {
  /// Keeps a file; `path` is relative, made of safe components, and given once.
  func put(_ path: String, _ bytes: [UInt8]) throws
}
