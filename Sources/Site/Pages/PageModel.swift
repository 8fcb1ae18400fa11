/// What one layout prints, fully worked out (sorted, formatted, linked), so that a template decides nothing.
package protocol PageModel: TemplateModel, Sendable {
  /// The file in `site-theme/layouts/`, without its ending.
  static var layout: String { get }
  /// A filled-in page, every optional set and every list with two entries: the contract test renders it.
  static var sample: Self { get }
  /// The head printed on top of the page; its title is also the title of the window.
  var head: PageHead { get }
}

/// An address that the engine prints relative to the page, ending in `index.html` so that `file://` works.
package struct Href: Hashable, Sendable {
  /// Site-absolute (`/customers/acme/`) or complete (`https://…`).
  package var path: String
  /// The anchor without its number sign.
  package var fragment: String?

  /// An address and, perhaps, a place within it.
  package init(_ path: String, fragment: String? = nil) {
    self.path = path
    self.fragment = fragment
  }
}

/// Markup that our own renderer made and that may be printed as it is.
package struct HTML: Sendable {
  /// UTF-8.
  package var bytes: [UInt8]

  /// Trusts `bytes`.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

/// The frame around every page of a section: rendered once a (section, depth), then filled by the engine.
package struct Shell: Sendable {
  /// The file in `site-theme/layouts/`.
  package static let layout = "shell"

  /// The name in `fieldbook.yaml`.
  package var siteName: String
  /// Two letters for the mark beside the name.
  package var siteInitials: String
  /// Leads from the page to the root, `../../` or empty.
  package var root: String
  /// The front page.
  package var home: Href
  /// Where the search form leads; it sends the words as `q`.
  package var searchPage: Href?
  /// The side navigation, in order.
  package var navGroups: [NavGroup]
  /// Said while the site shows the past.
  package var ribbon: Ribbon?
  /// The stylesheet of every page, relative to the page.
  package var stylesheet: String
  /// The stylesheet that is only for paper, relative to the page.
  package var printStylesheet: String?
  /// The render-blocking theme switch, relative to the page.
  package var themeScript: String
  /// The deferred scripts, relative to the page.
  package var scripts: [String]
  /// The icon, relative to the page.
  package var favicon: String
  /// Who this build is for: "Everyone at Larkspur".
  package var audienceLabel: String
  /// The commit and the clock of the build: "Commit 4f2a91c, as of 23 Nov 2026, 07:30".
  package var builtFrom: String
}

/// A band over every page that says that this is the past.
package struct Ribbon: Sendable {
  /// "The past", "Review".
  package var ribbonTitle: String
  /// "As of 31 Mar 2026 · commit abc1234".
  package var sentence: String
  /// Where more is said.
  package var more: Link?
  /// Its stylesheet, relative to the page.
  package var sheet: String
}

/// A titled stretch of the side navigation.
package struct NavGroup: Sendable {
  /// Missing above the first group.
  package var groupTitle: String?
  /// In order.
  package var items: [NavItem]
}

/// One entry of the side navigation.
package struct NavItem: Sendable {
  /// The words shown.
  package var text: String
  /// Where it leads.
  package var href: Href
  /// A symbol of `assets/css/icons.css`.
  package var icon: String
  /// Whether the page at hand lies in this section.
  package var isCurrent: Bool
  /// A small number at the end, such as firing alerts.
  package var countBadge: String?
}

extension Shell {
  /// A filled-in frame for the contract test.
  package static let sample = Shell(
    siteName: "Larkspur Energy", siteInitials: "LE", root: "../../", home: Href("/"),
    searchPage: Href("/search/"),
    navGroups: [
      NavGroup(
        groupTitle: nil,
        items: [
          NavItem(text: "Home", href: Href("/"), icon: "home", isCurrent: false),
          NavItem(text: "Changes", href: Href("/changes/"), icon: "clock", isCurrent: false),
          NavItem(text: "Customers", href: Href("/customers/"), icon: "customers", isCurrent: true),
          NavItem(text: "Deals", href: Href("/deals/"), icon: "deal", isCurrent: false),
          NavItem(text: "Pipeline", href: Href("/pipeline/"), icon: "pipeline", isCurrent: false),
          NavItem(text: "Pulse", href: Href("/pulse/"), icon: "pulse", isCurrent: false, countBadge: "3"),
          NavItem(text: "Reports", href: Href("/reports/"), icon: "report", isCurrent: false),
        ]),
      NavGroup(
        groupTitle: "Toolkit",
        items: [
          NavItem(text: "Battlecards", href: Href("/toolkit/battlecards/"), icon: "battlecard", isCurrent: false),
          NavItem(text: "Playbooks", href: Href("/toolkit/playbooks/"), icon: "playbook", isCurrent: false),
          NavItem(text: "Templates", href: Href("/toolkit/templates/"), icon: "template", isCurrent: false),
          NavItem(text: "Training", href: Href("/toolkit/training/"), icon: "training", isCurrent: false),
          NavItem(text: "Security", href: Href("/toolkit/security-compliance/"), icon: "security", isCurrent: false),
        ]),
      NavGroup(
        groupTitle: "Workspace",
        items: [
          NavItem(text: "People", href: Href("/people/"), icon: "people", isCurrent: false),
          NavItem(text: "Workflows", href: Href("/workflows/"), icon: "workflow", isCurrent: false),
          NavItem(text: "Rules", href: Href("/rules/"), icon: "rule", isCurrent: false),
          NavItem(text: "Agents", href: Href("/agents/"), icon: "agent", isCurrent: false),
          NavItem(text: "Integrations", href: Href("/integrations/"), icon: "integration", isCurrent: false),
          NavItem(text: "Compliance", href: Href("/compliance/"), icon: "compliance", isCurrent: false),
          NavItem(text: "Access", href: Href("/access/"), icon: "access", isCurrent: false),
          NavItem(text: "Health", href: Href("/health/"), icon: "health", isCurrent: false, countBadge: "12"),
        ]),
    ],
    ribbon: Ribbon(
      ribbonTitle: "The past", sentence: "As of 31 Mar 2026 · commit 4f2a91c",
      more: Link(text: "All differences", href: Href("/changes/compare/main..now/")), sheet: "../../assets/past.css"),
    stylesheet: "../../assets/fieldbook.css", printStylesheet: "../../assets/print.css",
    themeScript: "../../assets/theme.js",
    scripts: ["../../assets/fieldbook.js"], favicon: "../../assets/icons/favicon.svg",
    audienceLabel: "Everyone at Larkspur", builtFrom: "Commit 4f2a91c, as of 23 Nov 2026, 07:30")
}
