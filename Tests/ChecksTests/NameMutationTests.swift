import Checks
import Diagnostics
import Foundation
import Testing
import WorkspaceModel

/// The sample workspace with bad names, without files and without front matter: mended, it is the sample again.
@Suite(.serialized) struct NameMutationTests {
  private static func sample() throws -> [RepoPath: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try MutationTests.sample().map { (RepoPath($0.key), $0.value) })
  }

  /// "renewal-2027" to "Renewal_2027".
  private static func spoilt(_ name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "_")
  }

  /// The workspace in which names are written in another way, in paths and wherever else they stand.
  private static func spoilt(_ files: [RepoPath: [UInt8]], _ names: Set<String>) -> [RepoPath: [UInt8]] {
    let words = Dictionary(uniqueKeysWithValues: names.map { ($0, spoilt($0)) })
    func spoil(_ text: String) -> String {
      var (output, word) = ("", "")
      for scalar in text.unicodeScalars {
        if scalar == "-" || scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
          word.unicodeScalars.append(scalar)
        } else {
          output += words[word] ?? word
          output.unicodeScalars.append(scalar)
          word = ""
        }
      }
      return output + (words[word] ?? word)
    }
    return Dictionary(
      uniqueKeysWithValues: files.map { path, bytes in
        (RepoPath(spoil(path.description)), Array(spoil(String(decoding: bytes, as: UTF8.self)).utf8))
      })
  }

  /// Mends a workspace with other names and compares it with the sample, words of prose aside: those keep their form.
  private func expectRestored(_ names: Set<String>, _ what: String, leaving left: Set<String> = []) async throws {
    let sample = try Self.sample()
    let mended = try await Mended(Self.spoilt(sample, names))
    let bad = mended.before.filter { $0.id == "slug-name" }
    let offered = bad.count { $0.fixIts.count == 1 }
    let restored = sample.count { mended.files[$0.key] == $0.value }
    print("\(what): \(offered) of \(bad.count) renamed, \(restored) of \(sample.count) files as they were")
    #expect(offered == bad.count - left.count)
    #expect(mended.rounds.remaining.filter { $0.severity == .error } == [])
    #expect(mended.rounds.refused.map(\.reason) == [])
    #expect(mended.rounds.remaining.count { $0.id == "slug-name" } == left.count)
    let paths = mended.files.keys.filter { path in !left.contains { path.description.contains(Self.spoilt($0)) } }
    #expect(Set(paths).isSubset(of: sample.keys))
    for (path, bytes) in sample {
      guard let after = mended.files[path] else { continue }
      #expect(Self.folded(after) == Self.folded(bytes), "\(path)")
    }
    #expect(try await Mended(mended.files).rounds.changes.isEmpty)
  }

  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { byte in
      byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
  }

  /// The partner is named by an access rule, and a trigger compares the name of one customer.
  @Test func foldersOfCustomersGetTheirNamesBack() async throws {
    let names = Set(try Self.sample().keys.filter { $0.nameText == "profile.md" }.map(\.parent.nameText))
    #expect(names.count > 5)
    try await expectRestored(names, "folders", leaving: ["helioplan-partners", "norrvik-foods"])
  }

  @Test func filesGetTheirNamesBack() async throws {
    let kinds = ["deals", "interactions", "insights", "tasks"]
    let files = try Self.sample().keys.filter { kinds.contains($0.parent.nameText) && $0.stem.contains("-") }
    try await expectRestored(Set(files.map(\.stem)), "files")
  }

  @Test(arguments: ["profile.md", "contacts.yaml"])
  func aMissingFileIsBegunAndNoOtherTouched(name: String) async throws {
    let sample = try Self.sample()
    let gone = sample.keys.filter { $0.nameText == name && $0.isInside("customers") }
    let mended = try await Mended(sample.filter { !gone.contains($0.key) })
    #expect(mended.rounds.changes.map(\.path) == gone.sorted())
    #expect(mended.rounds.changes.allSatisfy { $0.oldPath == nil && $0.after.count < 60 })
    let found = { (findings: [Diagnostic]) in findings.count { $0.severity == .error } }
    #expect(found(mended.rounds.remaining) <= found(mended.before))
    #expect(!mended.rounds.remaining.contains { $0.id == "missing-file" })
  }

  @Test func interactionsWithoutFrontMatterGetTheKindThatTheirNameSays() async throws {
    let sample = try Self.sample()
    var mutated = sample
    for (path, bytes) in sample where path.parent.nameText == "interactions" {
      mutated[path] = Array(FrontMatter(bytes[...]).body)
    }
    let mended = try await Mended(mutated)
    var count = 0
    for (path, bytes) in mutated where path.parent.nameText == "interactions" {
      let text = try #require(mended.text(path))
      let begin = try #require(text.range(of: "\n---\n\n")).upperBound
      #expect(text.hasPrefix("---\nkind: ") && text[begin...].utf8.elementsEqual(bytes))
      let kind = text.dropFirst("---\nkind: ".count).prefix { $0 != "\n" }
      #expect(String(decoding: sample[path] ?? [], as: UTF8.self).contains("\nkind: \(kind)\n"))
      count += 1
    }
    print("\(count) interactions got their kind")
    #expect(mended.rounds.changes.count == count && count > 50)
  }

  @Test func swappedKeysGoBackToTheirPlaces() async throws {
    let sample = try Self.sample()
    var mutated = sample
    for (path, bytes) in sample where path.parent.nameText == "deals" {
      var lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
      guard lines.count > 4, lines[1].hasPrefix("name:"), lines[2].first != " ", lines[3].first != " " else { continue }
      lines.swapAt(1, 3)
      mutated[path] = Array(lines.joined(separator: "\n").utf8)
    }
    let mended = try await Mended(mutated)
    #expect(mended.before.count { $0.id == "key-order" } > 10)
    #expect(mended.files == sample)
  }
}
