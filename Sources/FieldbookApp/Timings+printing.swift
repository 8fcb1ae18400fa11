internal import Diagnostics

extension Timings {
  /// A table: wall clock, all processors, how many, and what; the parts of a step below it.
  package var table: [String] {
    var lines = ["      wall        cpu      count"]
    var total = (wall: 0, processor: 0)
    for step in steps {
      total.wall += Self.milliseconds(step.duration)
      total.processor += step.processor / 1_000_000
      lines.append(Self.line(Self.milliseconds(step.duration), step.processor, step.count, step.name))
      for part in step.parts { lines.append(Self.line(nil, part.processor, part.count, "  " + part.name)) }
    }
    lines.append(Self.line(total.wall, total.processor * 1_000_000, nil, "in all"))
    lines.append("  \(ProcessorTime.peakMemory / 1_000_000) MB at most")
    return lines
  }

  /// A trace that Chromium's `about:tracing` and Perfetto open.
  package var trace: [UInt8] {
    func event(
      _ name: String, _ start: Duration, _ duration: Duration, thread: Int, _ more: [(String, Int?)]
    ) -> JSONValue {
      .members(
        ("name", .string(name)), ("ph", .string("X")), ("ts", .integer(Self.microseconds(start))),
        ("dur", .integer(Self.microseconds(duration))), ("pid", .integer(1)), ("tid", .integer(thread)),
        (
          "args",
          .object(more.compactMap { name, number in number.map { JSONValue.Member(name, .integer($0)) } })
        ))
    }
    let steps = self.steps.map { step in
      event(
        step.name, step.start, step.duration, thread: 0,
        [("cpuMilliseconds", step.processor / 1_000_000), ("count", step.count)]
          + step.parts.map { ("\($0.name), cpuMilliseconds", $0.processor / 1_000_000) })
    }
    let stretches = self.stretches.map {
      event($0.name, $0.start, $0.duration, thread: $0.thread, [("count", $0.count)])
    }
    return JSONValue.members(("displayTimeUnit", .string("ms")), ("traceEvents", .array(steps + stretches))).encoded()
  }

  private static func line(_ wall: Int?, _ processor: Int, _ count: Int?, _ name: String) -> String {
    let wall = wall.map { "\($0) ms" } ?? ""
    return padded(wall, 10) + padded("\(processor / 1_000_000) ms", 11) + padded(count.map(String.init) ?? "", 11)
      + "  " + name
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  private static func milliseconds(_ duration: Duration) -> Int { microseconds(duration) / 1000 }

  private static func microseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
  }
}
