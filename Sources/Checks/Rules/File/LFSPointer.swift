internal import Diagnostics
internal import WorkspaceModel

/// Texts are in the repository, not in Git LFS.
struct LFSPointer: Check {
  let id = "lfs-pointer"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.error
  let rule = "a file whose content is needed is not a pointer of Git LFS"
  let rationale = "Only the pointer is in the repository; the page would show three lines of hash instead of the text."
  let examples = [
    CheckExample(
      """
      === customers/acme/usage.csv
      ▶version https://git-lfs.github.com/spec/v1
      oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
      size 12345
      """),
    CheckExample("=== notes.md\nA pointer begins with `version https://git-lfs.github.com/spec/v1`.\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for file in input.files.values {
      guard case .bytes(let bytes) = file.content, bytes.count < 1024, bytes.first == 0x76 else { continue }
      bytes.withUnsafeBufferPointer { bytes in
        guard TextScan.matches("version https://git-lfs.github.com/spec/v1", in: bytes, at: 0) else { return }
        var places = PlaceCounter(bytes)
        let line = 0..<TextScan.lineEnd(in: bytes, from: 0)
        findings.append(
          finding(
            "pointer of Git LFS instead of the content", at: places.range(of: line, in: file.path),
            help: "run 'git lfs untrack' for '*.\(file.path.fileExtension)' and commit the file itself"))
      }
    }
    return findings
  }
}
