package import Diagnostics

/// The audiences of `workspace-setup/access.yaml` and what each may see.
package struct AccessRules: Sendable {
  /// A group of readers.
  package struct Audience: Sendable {
    package var id: String
    package var title: String
    /// Person ids; `*` for everyone who works here.
    package var members: [String]
    package var see: [GlobPattern]
    package var hide: [GlobPattern]
    /// "contact.phones": fields that are taken out wherever they occur.
    package var hiddenFields: [String]

    /// Whether the audience may see a path, before the rules that no audience can change.
    package func sees(_ path: RepoPath) -> Bool {
      see.contains { $0.matches(path) } && !hide.contains { $0.matches(path) }
    }
  }

  /// Audience that is built when none is named.
  package var defaultAudience: String
  package var audiences: [Audience]

  /// One audience that sees everything but what is personal.
  package static let standard = AccessRules(
    defaultAudience: "company",
    audiences: [
      Audience(
        id: "company", title: "Everyone", members: ["*"], see: [GlobPattern("**")], hide: [], hiddenFields: [])
    ])

  /// One audience that sees nothing: what holds while the rules cannot be read.
  static let closed = AccessRules(
    defaultAudience: "company",
    audiences: [Audience(id: "company", title: "Everyone", members: ["*"], see: [], hide: [], hiddenFields: [])])

  package init(defaultAudience: String, audiences: [Audience]) {
    self.defaultAudience = defaultAudience
    self.audiences = audiences
  }

  init(_ fields: inout FieldReader) {
    let named = fields.text("default")
    audiences = fields.dictionary("audiences", owner: "audience") { id, audience in
      Audience(
        id: id, title: audience.text("title") ?? Slug.title(of: id), members: audience.texts("members"),
        see: audience.texts("see").map(GlobPattern.init), hide: audience.texts("hide").map(GlobPattern.init),
        hiddenFields: audience.texts("hide_fields"))
    }
    defaultAudience = named ?? audiences.first?.id ?? "company"
  }
}
