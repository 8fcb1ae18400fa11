/// Somebody who works for the vendor.
struct VendorPerson: Sendable {
  var id: String
  var name: String
  var role: String
  var title: String
  var manager: String?
  var team: String
  var startedOn: DemoDay
  var leftOn: DemoDay?
  var zone: Zone
  /// Bookings or renewals of a first quarter of 2026, in EUR.
  var quota: Int?

  /// The name by which people call each other.
  var firstName: String { String(name.prefix { $0 != " " }) }
  /// The address in commits and in people.yaml.
  var email: String { "\(id)@larkspur.example" }
}

/// The people of the invented vendor, Larkspur Energy.
enum Vendor {
  static let operations = "tove.lindgren"
  static let vicePresident = "daniel.okoro"
  static let headOfCare = "petra.holst"
  static let leaver = "hanna.vik"
  static let successor = "astrid.nyman"

  static let people: [VendorPerson] = [
    person("ingrid.falk", "cro", "Chief Revenue Officer", nil, "leadership", DemoDay(2021, 8, 16), .stockholm),
    person("marta.reis", "cfo", "Chief Financial Officer", nil, "leadership", DemoDay(2022, 1, 10), .stockholm),
    person(
      vicePresident, "vp", "VP Sales", "ingrid.falk", "leadership", DemoDay(2022, 5, 2), .london, quota: 1_400_000),
    person(
      operations, "sales_ops", "Sales Operations Lead", "ingrid.falk", "operations", DemoDay(2022, 9, 5), .stockholm),
    seller("erik.solberg", "Nordics", "nordics", DemoDay(2023, 2, 1), .stockholm, 210_000),
    seller(leaver, "Nordics", "nordics", DemoDay(2023, 8, 14), .stockholm, 190_000),
    seller(successor, "Nordics", "nordics", DemoDay(2026, 2, 16), .stockholm, 150_000),
    seller("james.whitlow", "UK & Ireland", "uk-ireland", DemoDay(2022, 11, 7), .london, 200_000),
    seller("rhea.kapoor", "UK & Ireland", "uk-ireland", DemoDay(2024, 1, 15), .london, 180_000),
    seller("jonas.keller", "DACH", "dach", DemoDay(2023, 4, 3), .berlin, 205_000),
    seller("sabine.roth", "DACH", "dach", DemoDay(2024, 9, 2), .berlin, 170_000),
    seller("luca.moretti", "Benelux & South", "benelux-south", DemoDay(2023, 10, 2), .brussels, 175_000),
    seller("anouk.peters", "Benelux & South", "benelux-south", DemoDay(2024, 5, 6), .brussels, 165_000),
    person("ben.adeyemi", "se", "Solutions Engineer", vicePresident, "solutions", DemoDay(2022, 11, 7), .london),
    person(
      "claire.fontaine", "se", "Solutions Engineer, Field", vicePresident, "solutions", DemoDay(2024, 4, 8), .brussels),
    person(
      headOfCare, "manager", "Head of Customer Success", "ingrid.falk", "customer-success", DemoDay(2021, 11, 1),
      .stockholm, quota: 320_000),
    person(
      "oliver.brandt", "csm", "Customer Success Manager", headOfCare, "customer-success", DemoDay(2023, 10, 9), .berlin,
      quota: 210_000),
    person(
      "nadia.haddad", "csm", "Customer Success Manager", headOfCare, "customer-success", DemoDay(2024, 8, 19), .london,
      quota: 190_000),
    person("tom.reilly", "sdr", "Sales Development, UK & Nordics", vicePresident, "sdr", DemoDay(2024, 3, 4), .london),
    person(
      "lea.schubert", "sdr", "Sales Development, DACH & South", vicePresident, "sdr", DemoDay(2024, 9, 2), .berlin),
  ]

  /// Whom an id belongs to; the automatic sync has a name too.
  static func person(_ id: String) -> VendorPerson {
    people.first { $0.id == id }
      ?? VendorPerson(
        id: id, name: "Fieldbook Sync", role: "sales_ops", title: "", team: "operations",
        startedOn: DemoDay(2025, 1, 1), zone: .stockholm)
  }

  private static func seller(
    _ id: String, _ area: String, _ team: String, _ start: DemoDay, _ zone: Zone, _ quota: Int
  ) -> VendorPerson {
    person(id, "ae", "Account Executive, \(area)", vicePresident, team, start, zone, quota: quota)
  }

  private static func person(
    _ id: String, _ role: String, _ title: String, _ manager: String?, _ team: String, _ start: DemoDay, _ zone: Zone,
    quota: Int? = nil
  ) -> VendorPerson {
    let name = id.split(separator: ".").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    return VendorPerson(
      id: id, name: name, role: role, title: title, manager: manager, team: team, startedOn: start, zone: zone,
      quota: quota)
  }
}
