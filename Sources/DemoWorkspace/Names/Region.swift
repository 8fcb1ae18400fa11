/// A country that the vendor sells to, with what names and mails look like there.
struct Region: Sendable {
  /// Two letters of ISO 3166.
  var country: String
  /// The sales team that looks after it.
  var team: String
  var zone: Zone
  /// Two letters of ISO 639.
  var language: String
  var currency: String
  /// What companies write after their names.
  var legalForm: String
  var phone: String
  var cities: [String]
  var names: NameTable

  /// All of them, the larger markets more than once.
  static let all: [Region] = [
    Region(
      country: "SE", team: "nordics", zone: .stockholm, language: "sv", currency: "EUR", legalForm: "AB",
      phone: "+46 70 555 01", cities: ["Malmö", "Västerås", "Gävle", "Norrköping", "Luleå"], names: .nordic),
    Region(
      country: "NO", team: "nordics", zone: .stockholm, language: "nb", currency: "EUR", legalForm: "AS",
      phone: "+47 40 55 01", cities: ["Bergen", "Stavanger", "Trondheim", "Drammen"], names: .nordic),
    Region(
      country: "DK", team: "nordics", zone: .stockholm, language: "da", currency: "EUR", legalForm: "A/S",
      phone: "+45 20 55 01", cities: ["Aarhus", "Odense", "Esbjerg", "Vejle"], names: .nordic),
    Region(
      country: "GB", team: "uk-ireland", zone: .london, language: "en", currency: "GBP", legalForm: "Ltd",
      phone: "+44 7700 9001", cities: ["Leeds", "Bristol", "Sheffield", "Coventry", "Dundee"], names: .british),
    Region(
      country: "IE", team: "uk-ireland", zone: .london, language: "en", currency: "EUR", legalForm: "DAC",
      phone: "+353 20 915 01", cities: ["Cork", "Limerick", "Athlone"], names: .british),
    Region(
      country: "DE", team: "dach", zone: .berlin, language: "de", currency: "EUR", legalForm: "GmbH",
      phone: "+49 40 555 01", cities: ["Kassel", "Bremen", "Ulm", "Dortmund", "Chemnitz"], names: .german),
    Region(
      country: "AT", team: "dach", zone: .berlin, language: "de", currency: "EUR", legalForm: "GmbH",
      phone: "+43 720 555 01", cities: ["Linz", "Graz", "Wels"], names: .german),
    Region(
      country: "NL", team: "benelux-south", zone: .brussels, language: "nl", currency: "EUR", legalForm: "BV",
      phone: "+31 6 5550 01", cities: ["Eindhoven", "Zwolle", "Breda"], names: .german),
    Region(
      country: "FR", team: "benelux-south", zone: .brussels, language: "fr", currency: "EUR", legalForm: "SAS",
      phone: "+33 6 39 98 01", cities: ["Lille", "Nantes", "Grenoble", "Metz"], names: .southern),
    Region(
      country: "IT", team: "benelux-south", zone: .brussels, language: "it", currency: "EUR", legalForm: "SpA",
      phone: "+39 320 555 01", cities: ["Modena", "Bergamo", "Vicenza"], names: .southern),
    Region(
      country: "ES", team: "benelux-south", zone: .brussels, language: "es", currency: "EUR", legalForm: "SA",
      phone: "+34 600 555 01", cities: ["Zaragoza", "Burgos", "Murcia"], names: .southern),
  ]
}
