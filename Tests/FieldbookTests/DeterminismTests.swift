import FieldbookTestSupport
import Foundation
import Testing

struct DeterminismTests {
  @Test func oneAndFourJobsGiveTheSameBytes() async throws {
    let repository = try ScratchRepository.withSample()
    let one = try await repository.site { $0.jobs = 1 }
    let four = try await repository.site { $0.jobs = 4 }
    #expect(Set(one.keys) == Set(four.keys))
    for (path, bytes) in one { #expect(four[path] == bytes, "\(path)") }
  }

  /// Each run is a process of its own, so that hash seeds differ as well.
  @Test func theProgramGivesTheSameBytesInEveryZoneAndLanguage() async throws {
    let repository = try ScratchRepository.withSample()
    var trees: [[String: Data]] = []
    for (index, variables) in [
      ["TZ": "UTC", "LANG": "C"], ["TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
      ["TZ": "America/St_Johns", "LANG": "de_DE.UTF-8", "SWIFT_DETERMINISTIC_HASHING": "1"],
    ].enumerated() {
      let output = repository.folder + "/site-\(index)"
      let run = try Program.run(
        [
          "build", "--workspace", repository.path, "--output", output, "--theme", Places.theme, "--jobs",
          "\(index + 1)",
        ],
        environment: variables)
      #expect(run.status == 0, "\(run.errors)")
      trees.append(try Program.tree(output))
    }
    #expect(trees[0].count > 1000)
    #expect(trees[0] == trees[1])
    #expect(trees[0] == trees[2])
  }

  @Test func aSecondBuildOverTheFirstGivesTheSameBytesAndLeavesNothingBehind() throws {
    let repository = try ScratchRepository()
    try repository.write("one.md", "# One\n")
    try repository.write("two.md", "# Two\n")
    try repository.commit("Two pages")
    let output = repository.folder + "/site"
    let build = ["build", "--workspace", repository.path, "--output", output, "--theme", Places.theme]
    #expect(try Program.run(build).status == 0)
    let first = try Program.tree(output)
    #expect(try Program.run(build).status == 0)
    #expect(try Program.tree(output) == first)
    try repository.git("rm", "--quiet", "two.md")
    try repository.commit("One page")
    #expect(try Program.run(build).status == 0)
    #expect(try Program.tree(output)["two/index.html"] == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: repository.folder).sorted() == ["repository", "site"])
  }
}
