internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The plans of somebody for today and for the next working day.
  func planItems(_ plans: [DailyPlan], on page: Href) -> [PlanItem] {
    let next = workspace.settings.workingTime.workingDay(after: today)
    return [(today, "Today"), (next, next == today.adding(days: 1) ? "Tomorrow" : "Next working day")].compactMap {
      day, name in
      guard let plan = plans.first(where: { $0.day == day }), let href = addresses.href(plan.source.path) else {
        return nil
      }
      let anchor = "plan-\(day.iso)"
      return PlanItem(
        anchor: anchor, dayName: name, on: Day(day), plan: Link(text: plan.title, href: href),
        progress: Self.progress(plan.source.body?.bytes ?? []),
        body: body(of: plan.source.path, on: page).map { Self.named($0, "\(anchor)-") })
    }
  }

  /// How many boxes of a task list are ticked.
  private static func progress(_ text: ArraySlice<UInt8>) -> String? {
    var (ticked, all) = (0, 0)
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let words = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.prefix(5)
      if words.elementsEqual("- [ ]".utf8) || words.elementsEqual("* [ ]".utf8) { all += 1 }
      if words.elementsEqual("- [x]".utf8) || words.elementsEqual("- [X]".utf8) || words.elementsEqual("* [x]".utf8) {
        all += 1
        ticked += 1
      }
    }
    return all == 0 ? nil : "\(ticked) of \(all) done"
  }

  /// A text whose anchors cannot be those of the page that it stands on; only tags have quotes that are not escaped.
  private static func named(_ html: HTML, _ prefix: String) -> HTML {
    var text = String(decoding: html.bytes, as: UTF8.self)
    for attribute in [" id=\"", " href=\"#"] {
      text = text.split(separator: attribute, omittingEmptySubsequences: false).joined(separator: attribute + prefix)
    }
    return HTML(bytes: Array(text.utf8))
  }
}
