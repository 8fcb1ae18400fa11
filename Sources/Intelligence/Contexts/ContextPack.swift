package import WorkspaceModel

/// What an assistant is given of one customer, within a budget of tokens.
package struct ContextPack: Sendable {
  /// A section as it stands in the pack.
  package struct Section: Sendable {
    package var section: PackSection
    package var title: String
    /// Items and words, each whole, cleaned, without fence.
    package var blocks: [String]
    /// Estimated, with its marks.
    package var tokens: Int
  }

  /// Slug of the customer.
  package var customer: String
  package var tier: ContextTemplate.Tier
  /// At least one; each stands by itself.
  package var volumes: [String]
  package var sections: [Section]
  package var manifest: PackManifest
  package var fence: UntrustedFence

  /// All volumes, one after the other.
  package var text: String { volumes.joined(separator: "\n") }
  /// By the estimator that the manifest names; never more than the budget.
  package var tokens: Int { manifest.estimatedTokens }
}

extension PackSources {
  /// The pack of a customer; nil when there is no such customer.
  package func pack(_ slug: String, _ options: PackOptions) throws(PackError) -> ContextPack? {
    guard let customer = reports.customers[slug], let template = templates[options.tier] else { return nil }
    let reading = PackReading(sources: self, options: options, customer: customer)
    return try PackAssembly(reading, template).pack()
  }
}
