/// Answers requests out of a previewed site; nothing on disk is ever opened by a name that came with a request.
struct PreviewAnswers: Sendable {
  /// What pages may load, as a header says it.
  let policy: String
  let site: any PreviewedSite
  /// Tells pages of an earlier run of the program from those of this one.
  let run: String

  /// Where a page asks for events.
  static let events = "/\(LivePage.folder)/events"

  /// The answer to a request that was let through.
  func answer(to request: RequestHead) async -> PreviewAnswer {
    guard let path = RequestPath(request.path) else {
      return PreviewAnswer(refusing: .badRequest, "No address of a site is written like that.")
    }
    return path.steps.first == LivePage.folder ? own(path) : await answer(path)
  }

  private func answer(_ path: RequestPath) async -> PreviewAnswer {
    if let file = await site.file(at: path.file) { return self.file(file, at: path) }
    if !path.endsInSlash, await site.file(at: path.file + "/index.html") != nil {
      return PreviewAnswer(.permanentRedirect, [], "text/plain; charset=utf-8", [("Location", path.folder)])
    }
    return page(await site.missingPage(), .notFound)
  }

  private func file(_ file: PreviewFile, at path: RequestPath) -> PreviewAnswer {
    let type = ContentType(of: path.file)
    if path.steps.first == "files" {
      // What was put beside the records may be anything, a drawing with a script in it for one.
      let isImage = type.text.hasPrefix("image/")
      return PreviewAnswer(
        .ok, file.bytes, type.text,
        [("Content-Security-Policy", "script-src 'none'; sandbox")]
          + (isImage ? [] : [("Content-Disposition", "attachment")]))
    }
    if path.file.hasSuffix(".html") { return page(file, .ok) }
    return PreviewAnswer(.ok, file.bytes, type.text, [("Content-Security-Policy", policy)])
  }

  private func page(_ file: PreviewFile, _ status: PreviewAnswer.Status) -> PreviewAnswer {
    let tag = LivePage.tag(of: file.bytes)
    return PreviewAnswer(
      status, LivePage.bytes(file, run: run, tag: tag), "text/html; charset=utf-8",
      [("Content-Security-Policy", policy), ("ETag", "\"\(tag)\"")])
  }

  /// What the preview itself serves.
  private func own(_ path: RequestPath) -> PreviewAnswer {
    switch path.steps.dropFirst().joined(separator: "/") {
    case "live.js": PreviewAnswer(.ok, Array(LiveScript.text.utf8), "text/javascript; charset=utf-8")
    case "live.css": PreviewAnswer(.ok, Array(LiveStyles.text.utf8), "text/css; charset=utf-8")
    default: PreviewAnswer(.notFound, Array("There is nothing here.\n".utf8), "text/plain; charset=utf-8")
    }
  }
}
