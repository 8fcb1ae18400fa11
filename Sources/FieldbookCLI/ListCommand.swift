internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp
internal import WorkspaceModel

/// Names the records of a workspace.
struct ListCommand: AsyncParsableCommand {
  /// How records are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the records that an audience may see.",
    discussion: "Kinds: \(RecordKind.allCases.map(\.rawValue).joined(separator: ", ")).")

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "Kinds of records; all but assets unless given.")
  var kinds: [String] = []

  @Option(help: "How to print records.")
  var format = Format.text

  func run() async throws {
    let console = Console()
    let wanted = try kinds.map(Self.kind)
    var options = workspace.openOptions()
    (options.needsHistory, options.needsDocuments, options.needsChecks) = (false, false, false)
    let fieldbook = try await Fieldbook.open(options)
    let records = try fieldbook.list(kinds: wanted)
    defer { workspace.report(fieldbook.timings, console) }
    switch format {
    case .json:
      let items = records.map { record in
        JSONValue.members(
          ("kind", .string(record.kind.rawValue)), ("id", .string(record.id)), ("title", .string(record.title)),
          ("path", .string(record.path.description)), ("draft", record.isDraft ? .bool(true) : nil))
      }
      console.print(JSONValue.array(items).encoded(pretty: true))
    case .text:
      let width = records.map { $0.kind.rawValue.utf8.count }.max() ?? 0
      for record in records {
        let kind = record.kind.rawValue.padded(to: width)
        console.print("\(kind)  \(TextPrinter.visible(record.path.description))  \(TextPrinter.visible(record.title))")
      }
      if !workspace.quiet { console.note(records.isEmpty ? "no records" : "\(records.count) records") }
    }
  }

  /// The kind of a name; also its plural, as people type it.
  private static func kind(_ name: String) throws -> RecordKind {
    if let kind = RecordKind(rawValue: name) { return kind }
    if name.hasSuffix("s"), let kind = RecordKind(rawValue: String(name.dropLast())) { return kind }
    let nearest = NearestWord.to(name, among: RecordKind.allCases.map(\.rawValue))
    throw FieldbookError.usage(
      "there is no kind of record '\(name)'",
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "one of: \(RecordKind.allCases.map(\.rawValue).joined(separator: ", "))")
  }
}

extension String {
  /// The text with spaces behind it, up to a width in bytes.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }
}
