import FieldbookTestSupport
import Testing
import WorkspaceModel

/// A small workspace in which everything is right, for tests that put one file with one mistake beside it.
enum Shop {
  static let files = MarkedFiles(
    """
    === fieldbook.yaml
    name: Shop
    === workspace-setup/people.yaml
    people:
      - {id: ada.lind, name: Ada Lind, role: ae}
      - {id: bo.berg, name: Bo Berg, role: csm}
    === workspace-setup/access.yaml
    default: company
    audiences:
      company: {see: ["**"], hide: ["personal/**"]}
      leadership: {see: ["**"], members: [ada.lind]}
    === workspace-setup/processes/triggers.yaml
    rules:
      - {id: stale-deal, event: daily}
    === sales-toolkit/battlecards/rivalry.md
    ---
    competitor: Rivalry
    ---
    === sales-toolkit/playbooks/discovery-call.md
    # Discovery call
    === customers/acme/profile.md
    ---
    name: Acme
    owners: {ae: ada.lind}
    ---
    === customers/acme/contacts.yaml
    contacts:
      - {id: cleo-dahl, name: Cleo Dahl}
      - {id: dan-ek, name: Dan Ek}
    === customers/acme/deals/first.md
    ---
    stage: discovery
    owner: ada.lind
    ---
    === customers/acme/interactions/2026-01-05-call.md
    ---
    kind: call
    occurred_at: 2026-01-05T10:00:00+01:00
    participants: [cleo-dahl, ada.lind]
    deals: [first]
    ---
    They said yes.
    """
  ).files
}

/// A file with one mistake, and what is to be said of it.
struct Mistake: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// The files to add, with ▶ where the finding belongs.
  let text: String
  let id: String
  /// Part of the help.
  let help: String?

  init(_ name: String, _ id: String, help: String? = nil, _ text: String) {
    testDescription = name
    self.id = id
    self.help = help
    self.text = text
  }

  /// A mistake in a deal, by its front matter after a stage.
  static func deal(_ name: String, _ id: String, help: String? = nil, _ fields: String) -> Mistake {
    Mistake(name, id, help: help, "=== customers/acme/deals/second.md\n---\nstage: discovery\n\(fields)\n---\nText.")
  }

  /// A mistake in an interaction, by its front matter after kind and time.
  static func call(_ name: String, _ id: String, help: String? = nil, _ fields: String) -> Mistake {
    let head = "---\nkind: call\noccurred_at: 2026-01-06T10:00:00Z\n"
    return Mistake(name, id, help: help, "=== customers/acme/interactions/2026-01-06.md\n\(head)\(fields)\n---\nText.")
  }
}
