import FieldbookTestSupport
import Testing

struct PlainFolderTests {
  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("README.md", "# Garden notes\n\nStart with the [soil guide](guides/soil.md#ph-value).\n")
    try repository.write(
      "guides/soil.md", "Soil\n====\n\n## pH value\n\nSee ![a bed](../images/bed.png) and [[compost]].\n")
    try repository.write("guides/compost.md", "No heading here, just words about compost.\n")
    try repository.write(
      "journal/2026/spring.md", "---\ntitle: Spring 2026\nwhatever: {a: 1}\n---\n\n- [x] sow\n- [ ] weed\n")
    try repository.write("data/harvest.csv", "crop,kg\n\"Beans, dwarf\",4\nKale,12\n")
    try repository.write(Array("images/bed.png".utf8), [0x89, 0x50, 0x4E, 0x47])
    try repository.write("src/tool.py", "print('not content')\n")
    try repository.commit("Notes")
    return repository
  }

  @Test func buildsASiteWithoutAnyConfigurationOrFrontMatter() async throws {
    let files = try await repository().site()
    #expect(files.text("index.html").contains("Garden notes"))
    #expect(files.text("guides/soil/index.html").contains("<h1"))
    #expect(files.text("guides/compost/index.html").contains("Compost"))
    #expect(files.text("journal/2026/spring/index.html").contains("Spring 2026"))
    #expect(files.text("data/harvest/index.html").contains("Beans, dwarf"))
    #expect(files["files/images/bed.png"] == [0x89, 0x50, 0x4E, 0x47])
    #expect(LinkChecker(files: files).broken() == [])
    #expect(files.text("guides/index.html").contains("Soil"))
  }

  @Test func copiesOnlyFilesThatPagesUse() async throws {
    let files = try await repository().site()
    #expect(!files.keys.contains { $0.contains("tool.py") })
  }

  @Test func hasNoFindingsForFrontMatterOfOtherTools() async throws {
    #expect(try await repository().fieldbook().findings == [])
  }

  @Test func showsNoSalesSectionsWhereThereAreNone() async throws {
    let home = try await repository().site().text("index.html")
    #expect(!home.contains("Battlecards"))
    #expect(!home.contains("Pipeline"))
  }

  @Test func anEmptyRepositoryBuildsToAPageThatSaysSo() async throws {
    let repository = try ScratchRepository()
    try repository.commit("Nothing yet")
    let files = try await repository.site()
    #expect(!files.text("index.html").isEmpty)
    #expect(LinkChecker(files: files).broken() == [])
  }
}
