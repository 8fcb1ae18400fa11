/// One thing that can be found: a page, or a person or an answer with a place of its own on one.
package struct SearchEntry: Sendable {
  /// A stretch of the page that an address leads to.
  package struct Section: Sendable, Equatable {
    /// Its heading; empty for what stands above the first one.
    package var heading: String
    /// The anchor without its number sign; empty for the top of the page.
    package var anchor: String
    /// The words below the heading, without markup.
    package var text: String

    /// A heading, where it leads and what stands below it.
    package init(heading: String = "", anchor: String = "", text: String) {
      self.heading = heading
      self.anchor = anchor
      self.text = text
    }
  }

  /// A value by which results can be narrowed down.
  package struct Facet: Sendable, Hashable {
    /// "stage", "owner".
    package var name: String
    /// As it is shown: "Negotiation", "John Smith".
    package var value: String

    /// What kind of value, and the value.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What results call it.
  package var title: String
  /// "Deal", "Battlecard".
  package var kind: String
  /// Site-absolute and with the anchor, where there is one: "/customers/acme/contacts/#ann".
  package var address: String
  /// What it belongs to, such as the customer of a deal.
  package var owner: String
  /// Entries of one group lie together in the index; a new one moves only its neighbours.
  package var group: String
  /// Other names that people type.
  package var aliases: [String]
  /// What it can be filtered by, its kind left out.
  package var facets: [Facet]
  /// Words about it that no result shows: the industry, a role.
  package var keywords: [String]
  /// In the order of the page.
  package var sections: [Section]
  /// How often one looks for such a thing rather than for others of the same name; 1 is ordinary.
  package var importance: Double
  /// Half-years since it was last true, counted in whole half-years of the calendar; nil for what does not age.
  package var age: Int?
  /// How many pages point at it.
  package var inboundLinks: Int

  /// Leaves out what an entry does not have.
  package init(
    title: String, kind: String, address: String, owner: String = "", group: String = "", aliases: [String] = [],
    facets: [Facet] = [], keywords: [String] = [], sections: [Section] = [], importance: Double = 1, age: Int? = nil,
    inboundLinks: Int = 0
  ) {
    self.title = title
    self.kind = kind
    self.address = address
    self.owner = owner
    self.group = group
    self.aliases = aliases
    self.facets = facets
    self.keywords = keywords
    self.sections = sections
    self.importance = importance
    self.age = age
    self.inboundLinks = inboundLinks
  }
}
