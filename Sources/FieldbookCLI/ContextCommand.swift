internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import WorkspaceModel

/// Prints what an assistant should know of a customer, within a budget of tokens.
struct ContextCommand: AsyncParsableCommand {
  /// Sizes of packs.
  enum Tier: String, ExpressibleByArgument, CaseIterable { case compact, standard, extended }
  /// How a pack is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, xml, json }

  static let configuration = CommandConfiguration(
    commandName: "context", abstract: "Print the context of a customer within a budget of tokens.",
    discussion: """
      Tiers: compact (5,000 tokens), standard (40,000), extended (200,000, in numbered volumes). What is cut is named in \
      the manifest at the end. Token counts are estimates on the safe side.
      """)

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "The customer: slug, name, or the beginning of one.")
  var customer: String?

  @Option(help: "Size of the pack.")
  var tier = Tier.compact

  @Option(help: "What it is for: meeting, deal review, renewal or QBR.")
  var purpose = "meeting"

  @Option(help: "Tokens of the whole pack instead of the tier's own.")
  var budget: Int?

  @Option(help: "Tokens of one volume at most.")
  var volumeTokens: Int?

  @Option(help: "Profile that tokens are estimated by: \(TokenEstimator.all.map(\.name).joined(separator: ", ")).")
  var estimator: String?

  @Option(help: "How to print it.")
  var format = Format.markdown

  @Flag(help: "Print what was kept, shortened and dropped instead of the pack, as JSON.")
  var manifest = false

  @Flag(help: "Make the packs of all customers; needs --output.")
  var all = false

  @Option(name: .shortAndLong, help: "Write the pack below this folder, one file a volume, instead of printing it.")
  var output: String?

  func validate() throws {
    if all, output == nil { throw ValidationError("--all needs --output.") }
    if all, customer != nil { throw ValidationError("--all and a customer exclude each other.") }
    if !all, customer == nil { throw ValidationError("Name a customer, or give --all with --output.") }
    if let budget, !(500...10_000_000).contains(budget) {
      throw ValidationError("--budget takes 500 to 10000000 tokens.")
    }
    if let volumeTokens, volumeTokens < 2000 { throw ValidationError("--volume-tokens takes 2000 at least.") }
  }

  func run() async throws {
    let console = Console()
    var options = workspace.openOptions()
    options.needsDocuments = false
    options.needsChecks = false
    let fieldbook = try await Fieldbook.open(options)
    workspace.noteShallow(fieldbook, console)
    let sources = try fieldbook.packSources()
    let request = ContextRequest(
      ContextTemplate.Tier(rawValue: tier.rawValue) ?? .compact, purpose: purpose, budget: budget,
      volumeTokens: volumeTokens, format: PackFormat(rawValue: format.rawValue) ?? .markdown, estimator: estimator)
    var manifests: [JSONValue.Member] = []
    var rest = (all ? sources.customers : [customer ?? ""])[...]
    while !rest.isEmpty {
      // A hundred at a time: nobody has to hold the packs of all.
      for pack in try await fieldbook.contextPacks(of: Array(rest.prefix(100)), request, from: sources) {
        manifests.append(JSONValue.Member(pack.customer, pack.manifest.json))
        if let output {
          try write(pack, request.format, below: output, console)
        } else if !manifest {
          console.print(Array(pack.text.utf8))
        }
      }
      rest = rest.dropFirst(100)
    }
    if manifest {
      console.print((all ? JSONValue.object(manifests) : manifests[0].value).encoded(pretty: true))
    }
    workspace.report(fieldbook.timings, console)
  }

  private func write(
    _ pack: ContextPack, _ format: PackFormat, below folder: String, _ console: Console
  ) throws(FieldbookError) {
    let paths = try PackFolder.write(pack, format: format, below: folder)
    if workspace.quiet { return }
    let words = paths.joined(separator: ", ")
    console.note("\(pack.customer): \(pack.tokens) of \(pack.manifest.budgetTokens) tokens, \(words)")
  }
}
