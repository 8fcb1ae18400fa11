/// Pieces that the sample pages share: the names are those of the sample workspace.
enum Sample {
  static let john = Person(
    initials: "JS", name: "John Smith", jobTitle: "AE", profile: Href("/people/john.smith/"))
  static let ida = Person(initials: "IH", name: "Ida Holm", jobTitle: "CSM", profile: Href("/people/ida.holm/"))
  static let ravi = Person(initials: "RP", name: "Ravi Patel", jobTitle: "SE", profile: Href("/people/ravi.patel/"))
  static let priya = Person(
    initials: "PN", name: "Priya Nair", jobTitle: "AE", profile: Href("/people/priya.nair/"))

  static let customers = Crumb(text: "Customers", href: Href("/customers/"))
  static let norrvik = Crumb(text: "Norrvik Foods", href: Href("/customers/norrvik-foods/"))
  static let toolkit = Crumb(text: "Toolkit", href: Href("/toolkit/"))
  static let workspace = Crumb(text: "Workspace", href: Href("/workspace/"))

  static let deal = Href("/customers/norrvik-foods/deals/ledger-14-plants/")
  static let call = Href("/customers/norrvik-foods/interactions/2026-05-06-call-discovery/")
  static let edit = Href("https://git.larkspur.example/sales/fieldbook/edit/main/profile.md")

  static let stale = Notice(
    kind: "stale", icon: "clock", noticeTitle: "Reviewed 266 days ago",
    explanation: "The limit for this kind of page is 90 days; check the claims before you rely on them.")
  static let withheld = Notice(
    kind: "restricted", icon: "lock", noticeTitle: "Part of this page is withheld",
    explanation: "This build is for everyone at Larkspur; ask the owner for access.")

  static let provenance = Provenance(
    sourcePath: "customers/norrvik-foods/profile.md", sourceHref: edit, editHref: edit,
    historyHref: Href("/customers/norrvik-foods/history/"), changeVerb: "Changed",
    changedOn: day("2026-11-12", "12 Nov 2026"),
    changedBy: "John Smith", commitShort: "4f2a91c",
    commitPage: Href("/changes/4f2a91c/"), reviewed: day("2026-10-28", "28 Oct 2026"), isUnknown: false)

  static let backlinks = [
    BacklinkGroup(
      relation: "Playbooks", count: 2,
      links: [
        Link(text: "Business case workshop", href: Href("/toolkit/playbooks/business-case-workshop/")),
        Link(text: "Renewal, 120 days out", href: Href("/toolkit/playbooks/renewal-120-days/")),
      ]),
    BacklinkGroup(
      relation: "Daily plans", count: 2,
      links: [
        Link(text: "John Smith, 23 Nov", href: Href("/personal/daily-plans/john.smith/2026-11-23/")),
        Link(text: "Ida Holm, 23 Nov", href: Href("/personal/daily-plans/ida.holm/2026-11-23/")),
      ]),
  ]

  static let factGroups = [
    FactGroup(
      groupTitle: "Account",
      facts: [
        Fact(label: "Industry", values: [FactValue(value: "Food production")]),
        Fact(label: "Employees", values: [FactValue(value: "2,400")]),
        Fact(label: "Country", values: [FactValue(value: "Sweden")]),
        Fact(
          label: "Domains",
          values: [
            FactValue(value: "norrvik.example", target: Href("https://norrvik.example")),
            FactValue(value: "norrvik-logistik.example"),
          ]),
        Fact(label: "Parent", values: []),
        Fact(
          label: "Tags",
          values: [FactValue(value: "cold-chain", tone: "neutral"), FactValue(value: "multi-site", tone: "neutral")]),
      ]),
    FactGroup(
      groupTitle: "Contract",
      facts: [
        Fact(label: "Started", values: [FactValue(value: "1 Jul 2025")]),
        Fact(label: "Renewal", values: [FactValue(value: "30 Jun 2027", remark: "in 219 days")]),
        Fact(label: "Notice", values: [FactValue(value: "90 days", remark: "renews by itself")]),
        Fact(label: "Sites", values: [FactValue(value: "142")]),
      ]),
  ]

  static let facts = [
    Fact(label: "Owner", values: [FactValue(value: "Marcus Bell", target: Href("/people/marcus.bell/"))]),
    Fact(
      label: "Stages",
      values: [
        FactValue(value: "Discovery", tone: "neutral"), FactValue(value: "Business case", tone: "neutral"),
      ]),
    Fact(label: "Reviewed", values: [FactValue(value: "14 Sep 2026", remark: "70 days ago")]),
    Fact(label: "Expires", values: []),
  ]

  static let toc = [
    Heading(text: "Background", anchor: "background", isNested: false),
    Heading(text: "What changed in 2026", anchor: "what-changed", isNested: true),
  ]

  static let body = HTML(
    bytes: Array(
      """
      <h2 id="who-they-are">Who they are\
      <a class="heading-anchor" href="#who-they-are" aria-label="Link to this section">#</a></h2>
      <p>Norrvik runs 14 chilled-food plants and four freezer depots between Malmö and Umeå. Energy is their \
      third-largest cost after milk and people, and <a href="#">the discovery call</a> made it plain that nobody \
      below the CFO sees a number sooner than <strong>eight weeks</strong> after the month has ended.</p>
      <h2 id="what-they-want">What they want from us\
      <a class="heading-anchor" href="#what-they-want" aria-label="Link to this section">#</a></h2>
      <ul><li>One carbon figure a plant that the auditor of <a class="external" href="https://audit.example">their \
      choice</a> accepts.</li><li>Night load in the freezers, by compressor.</li></ul>
      <div class="alert alert-warning"><p class="alert-title">Warning</p><p>Sten in IT was promised SCIM by \
      somebody in June. We do not have it before March.</p></div>
      """.utf8))

  static func day(_ machine: String, _ text: String) -> Day { Day(machine: machine, text: text) }
  static func link(_ text: String, _ path: String) -> Link { Link(text: text, href: Href(path)) }
}
