package import Diagnostics

/// Why a baseline cannot be read.
package struct BaselineError: Error, Hashable, CustomStringConvertible {
  /// What is wrong with the file.
  package var problem: String
  /// Where, if it is known.
  package var position: SourcePosition?

  /// `.fieldbook/baseline.json:3:14: not valid JSON: expected ':'`, and what to do.
  package var description: String {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(Baseline.path)\(place): \(problem); restore it from Git, or write it anew with --update-baseline --grow"
  }
}

extension Baseline {
  /// Raised when the form changes so that older programs would misread it.
  private static let version = 1

  /// Reads a file; what a newer program wrote is refused rather than half read.
  package init(decoding bytes: [UInt8]) throws(BaselineError) {
    let document: JSONValue
    do {
      document = try JSONValue(reading: bytes)
    } catch {
      throw BaselineError(problem: "not valid JSON: \(error.problem)", position: error.position)
    }
    guard let version = document["version"]?.integer else { throw BaselineError(problem: "no whole number 'version'") }
    guard version == Self.version else {
      throw BaselineError(problem: "version \(version), this program reads version \(Self.version)")
    }
    guard let items = document["findings"]?.items else { throw BaselineError(problem: "no list 'findings'") }
    var entries: [Entry] = []
    for (index, item) in items.enumerated() {
      guard let check = item["check"]?.text, let path = item["path"]?.text,
        let fingerprint = item["fingerprint"]?.text
      else { throw BaselineError(problem: "entry \(index + 1) lacks 'check', 'path' or 'fingerprint'") }
      entries.append(Entry(check: check, path: RepoPath(path), fingerprint: fingerprint))
    }
    self.init(entries)
  }

  /// The file, an entry a line, so that Git merges two changes without a conflict where it can.
  package func encoded() -> [UInt8] {
    let lines = entries.map { entry in
      let value = JSONValue.members(
        ("path", .string(entry.path.description)), ("check", .string(entry.check)),
        ("fingerprint", .string(entry.fingerprint)))
      return "    " + String(decoding: value.encoded(), as: UTF8.self)
    }
    let list = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
    return Array("{\n  \"version\": \(Self.version),\n  \"findings\": \(list)\n}\n".utf8)
  }
}
