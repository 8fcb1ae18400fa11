internal import ArgumentParser
internal import Dispatch
internal import FieldbookApp
internal import Foundation
internal import Preview

/// Shows the site while its files are edited.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site while its files are edited, on this machine alone.",
    discussion: """
      Shows the files on disk, committed or not, and follows them: a page that changes is loaded again and stays where
      it was, styles are exchanged in place, and what is wrong is shown over the page as it was before. Pages are made
      when they are asked for; nothing is written. With --rev or --as-of it shows the past, which does not change.
      Ends with Ctrl-C.
      """)

  @OptionGroup var workspace: WorkspaceArguments

  @Option(help: "Port to listen on; 0 takes any that is free.")
  var port: UInt16 = 4040

  @Option(help: "Folder of the theme; the one that came with the program unless given.")
  var theme: String?

  @Flag(help: "Look for changes twice a second instead of being told by the system.")
  var poll = false

  func run() async throws {
    let console = Console()
    let signals = StopSignals(console)
    defer { signals.cancel() }
    var options = workspace.openOptions()
    options.isWorkTree = workspace.worktree || (workspace.revision == nil && workspace.asOf == nil)
    let now: @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
    let preview = try await LivePreview.open(
      options, wallClock: options.isWorkTree && options.sourceDateEpoch == nil ? now : nil,
      theme: try BuildCommand.theme(theme), generator: Generator.name)
    workspace.noteShallow(preview.fieldbook, console)
    if !workspace.quiet { FindingsPrinter(preview.fieldbook, console).noteShortly() }
    let run = String(UInt64.random(in: .min ... .max), radix: 36)
    let channel = LiveChannel(preview.json(run: run))
    let server = LoopbackServer(
      PreviewAdapter(preview: preview), channel, policy: LivePreview.securityPolicy, run: run)
    // The watch begins before anything is shown, so that no change is missed.
    let watch = FolderWatch(
      preview.watched.map { WatchedFolder($0.path, isDeep: $0.isDeep) }, isLooking: poll,
      skips: { preview.skips($0) })
    let follower = Follower(preview, channel, run: run, workspace.quiet ? nil : console)
    let changes = watch.changes()
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        let (count, title, port) = (preview.pageCount, preview.audienceTitle, port)
        group.addTask {
          try await server.serve(port: port) { port in
            console.print("Serving \(count) pages for \(title) at http://127.0.0.1:\(port)/ (stop with Ctrl-C)")
          }
        }
        group.addTask { await follower.follow(changes) }
        try await group.next()
        group.cancelAll()
      }
    } catch let error as PreviewError {
      throw Self.explained(error)
    }
  }

  private static func explained(_ error: PreviewError) -> FieldbookError {
    switch error {
    case .portTaken(let port):
      .usage(
        "port \(port) is taken by another program",
        help: "stop that program, or choose another port with --port \(port == .max ? port - 1 : port + 1)")
    case .portForbidden(let port):
      .usage("port \(port) is one that only the system may use", help: "choose one from 1024 on with --port 4040")
    case .failed(let reason): .usage("the preview cannot be served: \(reason)", help: "try another port with --port")
    }
  }
}

/// Ends the program when somebody asks it to, with the exit code that shells expect.
private struct StopSignals {
  private let sources: [any DispatchSourceSignal]

  init(_ console: Console) {
    // A queue of its own gets a thread even while all others work.
    let queue = DispatchQueue(label: "fieldbook.stop")
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        console.note("Stopped")
        console.leave(128 + number)
      }
      source.resume()
      return source
    }
  }

  func cancel() {
    for source in sources { source.cancel() }
  }
}

/// A live preview, as the server wants it.
private struct PreviewAdapter: PreviewedSite {
  let preview: LivePreview

  func file(at path: String) async -> PreviewFile? {
    do {
      return try await preview.file(at: path).map(Self.shown)
    } catch {
      return nil
    }
  }

  func missingPage() async -> PreviewFile {
    do {
      return Self.shown(try preview.missingPage())
    } catch {
      return PreviewFile(bytes: Array("There is no such page.\n".utf8), stamp: PreviewStamp())
    }
  }

  private static func shown(_ file: (bytes: [UInt8], stamp: LiveStamp)) -> PreviewFile {
    var stamp = PreviewStamp()
    (stamp.pages, stamp.styles, stamp.scripts) = (file.stamp.pages, file.stamp.styles, file.stamp.scripts)
    return PreviewFile(bytes: file.bytes, stamp: stamp)
  }
}

/// Takes up what changes on disk, and tells pages and terminal.
private struct Follower: Sendable {
  private let preview: LivePreview
  private let channel: LiveChannel
  private let run: String
  private let console: Console?

  init(_ preview: LivePreview, _ channel: LiveChannel, run: String, _ console: Console?) {
    (self.preview, self.channel, self.run, self.console) = (preview, channel, run, console)
  }

  func follow(_ changes: AsyncStream<WatchedChange>) async {
    var checks: Task<Void, Never>?
    for await change in changes {
      let start = ContinuousClock().now
      let outcome = await preview.update(change.files, isIncomplete: change.isIncomplete)
      if case .nothing = outcome { continue }
      channel.tell(preview.json(run: run))
      report(outcome, start.duration(to: .now))
      checks?.cancel()
      checks = Task {
        // Whoever goes on writing should not wait for the checks of what is gone.
        try? await Task.sleep(for: .milliseconds(80))
        if Task.isCancelled { return }
        if await preview.check() { channel.tell(preview.json(run: run)) }
      }
    }
    checks?.cancel()
  }

  private func report(_ outcome: LiveOutcome, _ duration: Duration) {
    guard let console else { return }
    let (seconds, attoseconds) = duration.components
    let milliseconds = "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
    switch outcome {
    case .nothing: break
    case .shown(let name): console.note("\(name): shown after \(milliseconds)")
    case .kept(let name, let errors):
      console.note("\(name): \(errors == 1 ? "1 error" : "\(errors) errors"); the site stays as it was")
      for text in preview.printedProblems(isColoured: console.isColoured) { console.note(text + "\n") }
    }
  }
}
