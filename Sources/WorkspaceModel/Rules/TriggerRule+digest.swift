internal import Diagnostics

extension TriggerRule {
  /// Tells whether a rule still says when to fire as it did: a back-test of other words is no proof for these.
  package var digest: String {
    var hash = StableHash()
    func add(_ name: String, _ texts: [String]) {
      hash.combine(name.utf8)
      for text in texts { hash.combine(text.utf8) }
    }
    add("event", [event].compactMap(\.self))
    add("phrases", phrases)
    add("matching", matching.map { "\($0.name)=\($0.value)" })
    add(isAnyEnough ? "any" : "all", conditions)
    add("where", [condition].compactMap(\.self))
    add("for", [holdFor].compactMap(\.self))
    add("resolve", [resolve].compactMap(\.self))
    add("cooldown", [cooldown].compactMap(\.self))
    add("key", key)
    add("inhibited", inhibitedBy)
    return String(hash.hex.prefix(16))
  }
}
