/// Writes the words of one block with their markup, those that came and went marked.
///
/// Words that stay or come carry the new markup. Words that went stand inside the new markup around them, as far as it
/// is theirs, and bring what else they had; so nothing of the new text is taken apart.
struct ProseLine {
  /// Markup of one of both documents.
  struct Span: Equatable {
    var side: ProseOutput.Side
    var index: Int32
  }

  /// What is written so far.
  var output: ProseOutput
  private let old: ProseTree
  private let new: ProseTree
  private var stack: [Span] = []
  private var mark: ProseOutput.Mark?

  /// A line that goes on from some output.
  init(_ old: ProseTree, _ new: ProseTree, _ output: ProseOutput) {
    (self.old, self.new, self.output) = (old, new, output)
  }

  /// Closes all markup.
  mutating func finish() {
    set(nil)
    pop(to: 0)
  }

  /// Writes a word that stays; right after a change, white space may be part of it.
  mutating func keep(_ row: Int, _ column: Int, after change: SequenceDiff.Change?) {
    let (oldToken, newToken) = (old.tokens[row], new.tokens[column])
    let path = path(newToken)
    var space = newToken.space
    var side = ProseOutput.Side.new
    var spaceMark: ProseOutput.Mark?
    if let change {
      let (comes, goes) = (!change.new.isEmpty, !change.old.isEmpty)
      let wasShared = comes != goes && leadsWithSharedSpace(change, oldToken, newToken)
      if wasShared {
        spaceMark = comes ? .inserted : .removed
      } else if newToken.hasSpace, !oldToken.hasSpace, comes {
        spaceMark = .inserted
      } else if oldToken.hasSpace, !newToken.hasSpace, goes {
        (space, side, spaceMark) = (oldToken.space, .old, .removed)
      }
    }
    place(path, space, side, spaceMark, mark: oldToken.state == newToken.state ? nil : .inserted)
    write(newToken, .new)
    if mark != nil { set(nil) }
  }

  /// Writes words that went and those that came in their place.
  mutating func replace(_ removed: Range<Int>, with inserted: Range<Int>, isFirst: Bool, isLast: Bool) {
    let firstOld = removed.isEmpty ? nil : old.tokens[removed.lowerBound]
    let firstNew = inserted.isEmpty ? nil : new.tokens[inserted.lowerBound]
    var isLeadShared = firstOld?.hasSpace == true && firstNew?.hasSpace == true
    if !isLast, firstOld == nil || firstNew == nil {
      let change = SequenceDiff.Change(old: removed, new: inserted)
      isLeadShared = leadsWithSharedSpace(change, old.tokens[removed.upperBound], new.tokens[inserted.upperBound])
    }
    let before = isFirst ? [] : path(new.tokens[inserted.lowerBound - 1])
    let isAtEnd = isLast && inserted.isEmpty
    var places = RemovedPlaces(before: before, after: isAtEnd ? [] : path(new.tokens[inserted.lowerBound]))
    for index in removed {
      let token = old.tokens[index]
      let isLead = index == removed.lowerBound
      let path = places.path(of: path(token, .old), key: key, isLink: isLink)
      place(path, token.space, .old, isLead && isLeadShared ? nil : .removed, mark: .removed)
      write(token, .old)
    }
    for index in inserted {
      let token = new.tokens[index]
      let isLead = index == inserted.lowerBound && isLeadShared
      // The white space before both is written once, with what went.
      let space = isLead && !removed.isEmpty ? 0..<0 : token.space
      place(path(token), space, .new, isLead ? nil : .inserted, mark: .inserted)
      write(token, .new)
    }
  }

  /// Whether white space stands before words that only come or only go, and behind them as well; then that before
  /// them stays and that behind them is theirs.
  private func leadsWithSharedSpace(
    _ change: SequenceDiff.Change, _ oldNext: ProseToken, _ newNext: ProseToken
  ) -> Bool {
    let comes = change.old.isEmpty
    let words = comes ? new.tokens[change.new] : old.tokens[change.old]
    guard let first = words.first, let last = words.last, last.span == (comes ? newNext : oldNext).span else {
      return false
    }
    return first.hasSpace && oldNext.hasSpace && newNext.hasSpace
  }

  // MARK: Markup

  private func path(_ token: ProseToken, _ side: ProseOutput.Side = .new) -> [Span] {
    if token.span < 0 { return [] }
    return (side == .old ? old : new).path(of: token.span).map { Span(side: side, index: $0) }
  }

  private func span(_ span: Span) -> ProseSpan { (span.side == .old ? old : new).spans[Int(span.index)] }
  private func key(_ span: Span) -> Int32 { self.span(span).key }
  private func isLink(_ span: Span) -> Bool { self.span(span).name == .a }

  private mutating func set(_ next: ProseOutput.Mark?) {
    if next == mark { return }
    if let mark { output.bytes.append(mark.close) }
    if let next { output.bytes.append(next.open) }
    mark = next
  }

  private mutating func pop(to count: Int) {
    while stack.count > count, let last = stack.popLast() {
      let span = span(last)
      if span.hole >= 0 {
        output.closeLink(opened: Int(span.hole), last.side)
      } else {
        output.closeTag(span, last.side)
      }
    }
  }

  private mutating func push(_ next: Span) {
    stack.append(next)
    let span = span(next)
    if span.hole >= 0 {
      output.hole(Int(span.hole), next.side)
    } else {
      output.openTag(span, next.side)
    }
  }

  /// Brings markup and marks to what a word needs, with the white space before it on the way.
  private mutating func place(
    _ path: [Span], _ space: Range<Int>, _ side: ProseOutput.Side, _ spaceMark: ProseOutput.Mark?,
    mark: ProseOutput.Mark?
  ) {
    let common = zip(stack, path).prefix { $0 == $1 }.count
    if stack.count > common {
      set(nil)
      pop(to: common)
    }
    if !space.isEmpty {
      set(spaceMark)
      output.copy(space, side)
    }
    if path.count > common {
      set(nil)
      for span in path[common...] { push(span) }
    }
    set(mark)
  }

  private mutating func write(_ token: ProseToken, _ side: ProseOutput.Side) {
    switch token.kind {
    case .hole: output.hole(Int(token.hole), side)
    case .reference: output.copy(token.range, holes: 0..<0, side)
    default: output.copy(token.range, side)
    }
  }
}

/// Where words that went stand: in the markup of the word before them or of the word behind them.
private struct RemovedPlaces {
  private let before: [ProseLine.Span]
  private let after: [ProseLine.Span]
  private let shared: Int
  private var isBehind = false

  init(before: [ProseLine.Span], after: [ProseLine.Span]) {
    self.before = before
    self.after = after
    shared = zip(before, after).prefix { $0 == $1 }.count
  }

  mutating func path(
    of own: [ProseLine.Span], key: (ProseLine.Span) -> Int32, isLink: (ProseLine.Span) -> Bool
  ) -> [ProseLine.Span] {
    if own.isEmpty, shared == 0 { return [] }
    func alike(_ path: [ProseLine.Span]) -> Int { zip(own, path).prefix { key($0) == key($1) }.count }
    let (left, right) = (alike(before), alike(after))
    if right > max(left, shared) { isBehind = true }
    let found = isBehind ? right : left
    let base = (isBehind ? after : before).prefix(max(found, shared))
    let hasLink = base.contains(where: isLink)
    let keys = base.map(key)
    return base + own.dropFirst(found).filter { !keys.contains(key($0)) && !(hasLink && isLink($0)) }
  }
}

extension ProseOutput {
  /// Opens markup that is a tag.
  mutating func openTag(_ span: ProseSpan, _ side: Side) {
    if span.name == .del { bytes.append("<s>") } else { tag(span.open, side) }
  }

  /// Closes markup that is a tag.
  mutating func closeTag(_ span: ProseSpan, _ side: Side) {
    if span.name == .del { return bytes.append("</s>") }
    bytes.append("</")
    bytes.append(contentsOf: HTMLAttributes(html(side).bytes[span.open]).name)
    bytes.append(">")
  }
}
