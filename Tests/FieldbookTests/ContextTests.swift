import Diagnostics
import FieldbookApp
import FieldbookTestSupport
import Foundation
import Intelligence
import Testing
import WorkspaceModel

/// Packs of the sample workspace, from the library and from the command line.
@Suite struct ContextTests {
  private static let sample = Task { try await ScratchRepository.withSample().fieldbook(at) }
  private static let at: @Sendable (inout OpenOptions) -> Void = {
    $0.sourceDateEpoch = 1_795_413_600
    $0.needsDocuments = false
    $0.needsChecks = false
  }

  @Test func everyPackOfEveryCustomerStaysWithinItsBudget() async throws {
    let fieldbook = try await Self.sample.value
    let sources = try fieldbook.packSources()
    #expect(sources.customers.count > 10)
    for customer in sources.customers {
      for tier in ContextTemplate.Tier.allCases {
        for format in PackFormat.allCases {
          let request = ContextRequest(tier, purpose: "renewal", format: format)
          let pack = try fieldbook.contextPack(of: customer, request, from: sources)
          #expect(pack.tokens <= tier.standardBudget)
          #expect(TokenEstimator.safe.tokens(pack.text) == pack.tokens)
          #expect(!pack.text.contains("{{"))
          #expect(try fieldbook.contextPack(of: customer, request, from: sources).text == pack.text)
        }
      }
    }
  }

  /// All that a customer's folder says is in the pack, or its id is in the manifest.
  @Test func nothingIsLostWithoutAWord() async throws {
    let fieldbook = try await Self.sample.value
    let sources = try fieldbook.packSources()
    let workspace = try fieldbook.visible().workspace
    for customer in sources.customers {
      for tier in ContextTemplate.Tier.allCases {
        let pack = try fieldbook.contextPack(of: customer, ContextRequest(tier), from: sources)
        let dropped = Set(pack.manifest.sections.flatMap(\.dropped))
        for interaction in workspace.interactions where interaction.customer == customer {
          let id = "interactions/\(interaction.slug)"
          let isPast = interaction.occurredAt.map { $0.seconds <= 1_795_413_600 } ?? true
          if isPast { #expect(pack.text.contains("[\(id)]") != dropped.contains(id), "\(customer) \(tier) \(id)") }
        }
        for deal in workspace.deals where deal.customer == customer && deal.isOpen {
          #expect(pack.text.contains("[deals/\(deal.slug)]"), "\(customer) \(tier) \(deal.slug)")
        }
        for id in dropped where tier != .extended {
          #expect(pack.text.contains(id.split(separator: "/").last ?? "") || pack.text.contains("more dropped"))
        }
      }
    }
  }

  @Test func printsAPackAndItsManifest() throws {
    let repository = try ScratchRepository.withSample()
    let arguments = ["context", "sturmhafen", "-C", repository.path, "--tier", "standard", "--purpose", "exec meeting"]
    let one = try Program.run(arguments)
    #expect(one.status == 0, "\(one.errors)")
    #expect(one.output.hasPrefix("# Context of sturmhafen-logistics, standard, for a meeting\n"))
    #expect(one.output.contains("## Manifest\n"))
    #expect(try Program.run(arguments).output == one.output)
    let manifest = try Program.run(arguments + ["--manifest"])
    let json = try JSONValue(reading: manifest.output.utf8)
    #expect(json["budget_tokens"]?.integer == 40_000)
    let folder = repository.path + "/../packs-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let all = try Program.run(["context", "--all", "-C", repository.path, "--output", folder, "--format", "xml"])
    #expect(all.status == 0, "\(all.errors)")
    #expect(try Program.tree(folder).keys.contains("sturmhafen-logistics/compact-1.xml"))
  }

  @Test(arguments: [
    (["context", "sturmhaffen"], "did you mean 'sturmhafen-logistics'"), (["context"], "Name a customer"),
    (["context", "sturmhafen", "--purpose", "lunch"], "say one of: meeting"),
    (["context", "sturmhafen", "--budget", "600"], "what is never cut"),
    (["context", "sturmhafen", "--estimator", "x"], "choose one of: safe-2026"),
    (["context", "--all"], "needs --output"),
  ])
  func wrongUseSaysWhatToDo(arguments: [String], words: String) throws {
    let repository = try ScratchRepository.withSample()
    let result = try Program.run(arguments + ["-C", repository.path])
    #expect(result.status == 2)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  /// A reader who may not see a customer's file gets nothing of it, and no word that there is one.
  @Test func packsKnowNoMoreThanTheirAudience() throws {
    let repository = try ScratchRepository.withSample()
    try repository.write(
      "customers/sturmhafen-logistics/interactions/2026-11-20-note-secret.md",
      "---\nkind: note\nsubject: Xylophone\noccurred_at: 2026-11-20T08:00:00+01:00\naudience: [leadership]\n---\nXylophone plans.\n"
    )
    try repository.commit("A secret")
    let arguments = ["context", "sturmhafen", "-C", repository.path, "--tier", "extended"]
    let moment = ["SOURCE_DATE_EPOCH": "1795413600"]
    #expect(try !Program.run(arguments, environment: moment).output.contains("ylophone"))
    #expect(try !Program.run(arguments + ["--manifest"], environment: moment).output.contains("secret"))
    let leaders = try Program.run(arguments + ["--audience", "leadership"], environment: moment)
    #expect(leaders.output.contains("Xylophone plans."), "\(leaders.errors)")
  }
}
