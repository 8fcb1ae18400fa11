import Checks
import Diagnostics
import FieldbookTestSupport
import Foundation
import Testing
import WorkspaceModel

/// Runs one check over marked files.
func findings(_ id: String, in text: String, today: String = "2026-11-23") async throws -> [Diagnostic] {
  var setting = CheckExample.Setting()
  setting.today = today
  let files = MarkedFiles(text).files
  let (workspace, _) = await WorkspaceLoader.load(files, jobs: 1)
  let check = try #require(CheckCatalog.check(id))
  return check.findings(in: try setting.input(workspace, files: files)).sorted()
}

struct SecretTests {
  /// Random letters and digits that no scanner takes for real, since they are made here.
  private static func random(_ count: Int, _ alphabet: String = lettersAndDigits, seed: UInt64 = 7) -> String {
    var state = seed
    let signs = Array(alphabet)
    return String(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return signs[Int(state >> 33) % signs.count]
      })
  }

  private static let lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let hex = "0123456789abcdef"

  static let planted: [String] = [
    "xoxb-" + random(12, "0123456789") + "-" + random(24), "xoxp-" + random(40), "xoxa-" + random(30),
    "xoxr-" + random(30), "xoxs-" + random(30), "xapp-1-" + random(40),
    "https://hooks.slack.com/services/T" + random(8) + "/B" + random(8) + "/" + random(24),
    "00D" + random(12) + "!" + random(90), "AKIA" + random(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
    "ASIA" + random(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), "AIza" + random(35),
    "\"private_key_id\": \"" + random(40, hex) + "\"", "ghp_" + random(36), "gho_" + random(36), "ghu_" + random(36),
    "ghs_" + random(36), "ghr_" + random(76), "github_pat_" + random(22) + "_" + random(59), "glpat-" + random(20),
    "sk-" + random(48), "sk-" + random(32, hex), "sk-ant-api03-" + random(93) + "AA", "sk-proj-" + random(60),
    "sk_live_" + random(24), "rk_live_" + random(24), "whsec_" + random(32),
    "SG." + random(22) + "." + random(43), "key-" + random(32, hex), "hf_" + random(34), "npm_" + random(36),
    "pypi-AgEIcHlwaS5vcmc" + random(60), "dop_v1_" + random(64, hex), "grn_" + random(40),
    "AGE-SECRET-KEY-1" + random(58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"),
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0." + random(43),
  ]

  @Test(arguments: planted, ["", "Use ", "token=", "a line\\n", "url?x=%22", "("])
  func everyKindOfTokenIsFoundOnce(token: String, before: String) async throws {
    let found = try await findings("secret-token", in: "=== notes.md\nText.\n\(before)\(token)\nMore.\n")
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(finding.range.start.line == 2 && finding.range.end.line == 2)
    #expect(finding.summary.contains(token.filter { $0 != "\"" }.suffix(4)))
    for part in [finding.summary, finding.help ?? "", finding.explanation ?? ""] {
      #expect(!part.contains(token.filter { $0 != "\"" }.suffix(12)))
    }
  }

  @Test(arguments: [
    "xoxb-your-token-here-1234567890", "xoxb-", "sk-learn and risk-assessment-for-the-north-2026-renewal",
    "task-2026-11-02-send-the-quote-to-norrvik-foods", "AKIAIOSFODNN7" + "EXAMPLE", "key-account-manager-12",
    "ghp_short", "hf_notes_about_the_heat", "npm_config_registry", "eyJhbGciOiJub25lIn0 is a header",
    "eyJub3QganNvbg.eyJub3QganNvbg.aaaaaaaaaaaaaaaaaaaaaa", "00D5g0000012345 is an organisation",
    "SG.Singapore.office", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "pypi-server", "monkey-0123456789",
    "hooks.slack.com/services/T000/B000/XXXXXXXXXXXXXXXXXXXXXXXX", "the AIza of things", "glpat-<token>",
  ])
  func wordsThatLookAlikeAreNoTokens(text: String) async throws {
    #expect(try await findings("secret-token", in: "=== notes.md\n\(text)\n").isEmpty)
  }

  @Test func placesAreExactBehindOtherLettersAndByteOrderMarks() async throws {
    let token = "ghp_" + Self.random(36)
    let found = try await findings("secret-token", in: "=== a.md\n\u{FEFF}é \(token)\n\n\(token)")
    #expect(found.map(\.range.start) == [.init(line: 1, column: 4), .init(line: 3, column: 1)])
    #expect(found.map(\.range.end.column) == [44, 41])
  }

  @Test func filesThatAreNoTextAreLeftAlone() async throws {
    let token = "ghp_" + Self.random(36)
    #expect(try await findings("secret-token", in: "=== a.png\n\u{0}\(token)\n").isEmpty)
    #expect(try await findings("secret-token", in: "=== .env\n\(token)\n").count == 1)
  }

  @Test(arguments: [
    ("postgres://u:n4Vt2kQ8@db/x", 1), ("redis://:n4Vt2kQ8@db", 1), ("git+https://u:n4Vt2kQ8@h.example", 1),
    ("https://u@h", 0), ("https://h:443/a@b", 0), ("https://u:$PW@h", 0), ("https://u:<pw>@h", 0),
    ("https://u:****@h", 0), ("mailto:a:b@c", 0), ("see a://b c:d@e", 0), ("https://u:password@h", 0),
    ("x: //a:b@c", 0),
  ])
  func passwordsInAddresses(text: String, count: Int) async throws {
    #expect(try await findings("password-in-url", in: "=== a.yaml\nurl: \(text)\n").count == count)
  }

  @Test(arguments: [
    ("db_password = \"x9Kq2vT7wLr4\"", 1), ("**Token:** `a8f3Kq2vT7xLr4ZwB1`", 1), ("API-Key: 0f8c2d7e91b34a6f55d0", 1),
    ("apiKey := 9fKq2vT7xLr4ZwB1", 1), ("password: hunter2", 0), ("token: mcp__fieldbook__list_deals", 0),
    ("secret: 2026-11-02-launch-plan", 0), ("token == 9fKq2vT7xLr4ZwB1", 0), ("token: os.environ[9fKq2vT7xLr4]", 0),
    ("tokens: 9fKq2vT7xLr4ZwB1", 0), ("The secret: patience, and week47planning", 0),
    ("password: https://vault.example/a1b2c3d4e5f6", 0), ("token: {{9fKq2vT7xLr4ZwB1}}", 0),
  ])
  func assignedSecrets(text: String, count: Int) async throws {
    #expect(try await findings("assigned-secret", in: "=== a.md\n\(text)\n").count == count)
  }

  @Test func aTokenThatIsAssignedIsToldOnce() async throws {
    let text = "=== a.md\ntoken: ghp_\(Self.random(36))\n"
    #expect(try await findings("assigned-secret", in: text).isEmpty)
    #expect(try await findings("secret-token", in: text).count == 1)
  }

  @Test(arguments: [
    ("4242424242424242", 1), ("5555 5555 5555 4444", 1), ("3782-822463-10005", 1), ("30569309025904", 1),
    ("6011111111111117", 1), ("4222222222222", 1), ("on 12 4242 4242 4242 4242 12", 1), ("card=4242424242424242.", 1),
    ("4242424242424243", 0), ("1700000000000", 0), ("0000 0000 0000 0000", 0), ("4242-4242 4242-4242", 0),
    ("id4242424242424242", 0), ("4242424242424242/7", 0), ("+46 701 740 658", 0), ("1234 5678 9012 3456", 0),
    ("4242424242424242.50", 0), ("356938035643809", 0), ("4242 4242 4242 4242 4242", 1),
  ])
  func cardNumbers(text: String, count: Int) async throws {
    #expect(try await findings("card-number", in: "=== a.md\nsee \(text) there\n").count == count)
  }

  @Test func idsOfOtherSystemsAreNoCards() async throws {
    let text = """
      === customers/acme/deals/q3.md
      ---
      source:
        - system: billing
          id: 4242424242424242
      external_ids: {stripe: "4242424242424242"}
      notes: 4242424242424242
      ---
      4242424242424242
      """
    let found = try await findings("card-number", in: text)
    #expect(found.map(\.range.start.line) == [6, 8])
  }

  @Test(arguments: [
    ("GB82 WEST 1234 5698 7654 32", 1), ("NO9386011117947", 1), ("(SE4550000000058398257466)", 1),
    ("GB82 WEST 1234 5698 7654 33", 0), ("XX82WEST12345698765432", 0), ("NO93 86011117947", 0), ("NO93860111179471", 0),
    ("AB12", 0),
  ])
  func accountNumbers(text: String, count: Int) async throws {
    #expect(try await findings("iban", in: "=== a.md\n\(text)").count == count)
  }

  @Test(arguments: [
    "4", "4242 ", "4242424242424242 ", "a@b.example ", "+1 ", "eyJ", "xoxb-", "sk-", "://a:b@c ", "password:",
    "-----BEGIN ", "DE89 3704 ",
  ])
  func hostileRepetitionTakesLinearTime(part: String) throws {
    // Processor time of this thread, since other tests share the machine: four times the text, not sixteen times the work.
    let small = try work(on: part, bytes: 100_000)
    let large = try work(on: part, bytes: 400_000)
    #expect(large < max(small, 0.02) * 10)
  }

  /// Seconds of processor time that the checks for secrets take.
  private func work(on part: String, bytes: Int) throws -> Double {
    let text = Array(String(repeating: part, count: bytes / part.utf8.count).utf8)
    let input = try CheckExample.Setting().input(Workspace(), files: [WorkspaceFile("a.md", bytes: text)])
    let start = Self.processorTime
    for check in CheckCatalog.all where check.group == .secrets { _ = check.findings(in: input) }
    return Self.processorTime - start
  }

  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
