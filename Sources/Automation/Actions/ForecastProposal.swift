package import Diagnostics
package import WorkspaceModel

/// A change of a forecast that a rule proposes and a person applies, or not: a patch for `git am`.
package struct ForecastProposal: Hashable, Sendable {
  package var rule: String
  /// The alert file.
  package var episode: RepoPath
  /// The deal's file.
  package var deal: RepoPath
  package var category: Deal.Category

  /// The patch against the deal's text; nil when the text cannot be changed field by field.
  ///
  /// `folder` is the workspace's folder within the repository.
  package func patch(of text: String, folder: String, date: String) -> String? {
    guard
      let new = FieldEdit.apply(
        [FieldEdit("forecast_category", "forecast_category: \(category.rawValue)\n")], to: text),
      new != text, text.hasPrefix("---")
    else { return nil }
    let path = folder.isEmpty ? deal.description : "\(folder)/\(deal)"
    guard path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }) else { return nil }
    return """
      From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001
      From: Fieldbook <fieldbook@localhost>
      Date: \(date)
      Subject: [PATCH] Forecast \(deal.stem) as \(category.rawValue)

      Proposed by the rule \(rule), see \(episode).

      Proposed-By-Rule: \(rule)
      ---
      diff --git a/\(path) b/\(path)
      --- a/\(path)
      +++ b/\(path)
      \(Self.hunk(text, new))--
      2.39.0

      """
  }

  /// One hunk with three lines around what differs; front matters are short.
  private static func hunk(_ old: String, _ new: String) -> String {
    let one = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let other = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var first = 0
    while first < one.count, first < other.count, one[first] == other[first] { first += 1 }
    var (oneEnd, otherEnd) = (one.count, other.count)
    while oneEnd > first, otherEnd > first, one[oneEnd - 1] == other[otherEnd - 1] {
      oneEnd -= 1
      otherEnd -= 1
    }
    let begin = max(0, first - 3)
    let after = one[oneEnd..<min(one.count, oneEnd + 3)].filter { _ in true }
    let tail = after.last == "" && oneEnd + after.count == one.count ? Array(after.dropLast()) : Array(after)
    let (oldCount, newCount) = (oneEnd - begin + tail.count, otherEnd - begin + tail.count)
    var text = "@@ -\(begin + 1),\(oldCount) +\(begin + 1),\(newCount) @@\n"
    for line in one[begin..<first] { text += " \(line)\n" }
    for line in one[first..<oneEnd] { text += "-\(line)\n" }
    for line in other[first..<otherEnd] { text += "+\(line)\n" }
    for line in tail { text += " \(line)\n" }
    return text
  }
}
