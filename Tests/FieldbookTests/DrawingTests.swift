import FieldbookTestSupport
import Testing

/// Drawings are the only assets that checks look into.
struct DrawingTests {
  @Test func aDrawingWithAProgramIsFoundWhereverItIsRead() throws {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Drawings\n")
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: prospect\n---\n")
    try repository.commit("Sound")
    try repository.write("customers/acme/logo.svg", "<svg>\n<script>alert(1)</script></svg>\n")
    try repository.write("customers/acme/photo.png", "<svg><script>alert(1)</script></svg>\n")
    try repository.write(
      "customers/acme/plan.SVG", "<svg><!--\(String(repeating: "-", count: 1 << 20))--><script></script></svg>\n")
    try repository.git("add", "--all")
    let place = "customers/acme/logo.svg:2:2: error: "
    for options in [["--staged"], ["--worktree"], []] {
      if options.isEmpty { try repository.git("commit", "--quiet", "-m", "Drawing") }
      let run = try Program.run(["check"] + options, in: repository.path)
      #expect(run.status == 1)
      #expect(run.output.contains(place) && run.output.contains("[active-svg]"), "\(options): \(run.output)")
      #expect(run.output.split(separator: "\n").count { $0.contains("[active-svg]") } == 1, "\(run.output)")
    }
  }
}
