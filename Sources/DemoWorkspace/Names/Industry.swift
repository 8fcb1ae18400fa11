/// A line of business: what its sites are called and where its energy goes.
struct Industry: Sendable {
  var name: String
  /// What follows the invented word in the company's name.
  var suffixes: [String]
  var site: String
  var sites: String
  /// Loads in the order of how often they come up.
  var loads: [String]
  var tags: [String]
  /// How many sites a company has.
  var size: ClosedRange<Int>

  static let all: [Industry] = [
    Industry(
      name: "Food production", suffixes: ["Foods", "Mills", "Bakeries"], site: "plant", sites: "plants",
      loads: ["freezers", "ovens", "compressed air", "steam"], tags: ["food", "cold-chain"], size: 4...60),
    Industry(
      name: "Dairy", suffixes: ["Dairy", "Creameries"], site: "dairy", sites: "dairies",
      loads: ["chillers", "pasteurisers", "compressed air"], tags: ["food", "process-heat"], size: 3...24),
    Industry(
      name: "Retail", suffixes: ["Stores", "Markets", "Outfitters"], site: "store", sites: "stores",
      loads: ["refrigeration cabinets", "lighting", "air curtains", "bake-off ovens"], tags: ["retail", "many-sites"],
      size: 30...420),
    Industry(
      name: "Hotels", suffixes: ["Hotels", "Resorts"], site: "hotel", sites: "hotels",
      loads: ["pool heating", "laundries", "kitchens", "air handling"], tags: ["hospitality"], size: 6...70),
    Industry(
      name: "Logistics", suffixes: ["Logistics", "Cold Chain", "Freight"], site: "warehouse", sites: "warehouses",
      loads: ["reefer sockets", "forklift chargers", "blast freezers"], tags: ["logistics", "peak-load"], size: 5...64),
    Industry(
      name: "Foundries", suffixes: ["Castings", "Steelworks", "Forge"], site: "foundry", sites: "foundries",
      loads: ["induction furnaces", "sand mixers", "extraction fans"], tags: ["industry", "ot-network"], size: 2...14),
    Industry(
      name: "Ceramics", suffixes: ["Ceramics", "Tiles"], site: "kiln hall", sites: "kiln halls",
      loads: ["kilns", "spray dryers", "presses"], tags: ["industry", "gas"], size: 2...16),
    Industry(
      name: "Pharmaceuticals", suffixes: ["Pharma", "Biologics"], site: "laboratory", sites: "laboratories",
      loads: ["clean-room ventilation", "chillers", "autoclaves"], tags: ["gmp", "audit"], size: 3...22),
    Industry(
      name: "Data centres", suffixes: ["Data Centres", "Hosting"], site: "hall", sites: "halls",
      loads: ["chillers", "pumps", "standby losses"], tags: ["cooling", "tenants"], size: 4...140),
    Industry(
      name: "Commercial property", suffixes: ["Properties", "Estates"], site: "building", sites: "buildings",
      loads: ["lifts", "air handling", "garage lighting"], tags: ["offices", "multi-tenant"], size: 8...120),
    Industry(
      name: "Higher education", suffixes: ["University", "College"], site: "faculty building",
      sites: "faculty buildings", loads: ["laboratory ventilation", "server rooms", "heating pumps"],
      tags: ["public-sector", "tender"], size: 10...90),
    Industry(
      name: "Water utilities", suffixes: ["Water", "Waterworks"], site: "pumping station", sites: "pumping stations",
      loads: ["pumps", "blowers", "ultraviolet lamps"], tags: ["utility", "peak-load"], size: 12...160),
    Industry(
      name: "Health care", suffixes: ["Clinics", "Hospitals"], site: "clinic", sites: "clinics",
      loads: ["operating theatre ventilation", "sterilisers", "kitchens"], tags: ["health", "public-sector"],
      size: 4...40),
    Industry(
      name: "Breweries", suffixes: ["Breweries", "Bottlers"], site: "brewhouse", sites: "brewhouses",
      loads: ["steam", "bottle washers", "glycol chillers"], tags: ["beverages", "process-heat"], size: 2...18),
  ]
}
