/// First and last names that go together.
struct NameTable: Sendable {
  var first: [String]
  var last: [String]

  static let nordic = NameTable(
    first: [
      "Maja", "Henrik", "Signe", "Tuva", "Anders", "Karin", "Mikkel", "Freja", "Oskar", "Elin", "Torben", "Ylva",
      "Petter", "Sanna", "Jonas", "Vigdis", "Rasmus", "Linnea", "Gustav", "Marit", "Eskil", "Birgit", "Stellan", "Tove",
      "Axel", "Ragna", "Nils", "Solveig", "Viggo", "Agnes", "Halvor", "Ebba", "Sixten", "Ingeborg", "Kasper", "Liv",
    ],
    last: [
      "Lind", "Aagaard", "Thestrup", "Birkelund", "Solheim", "Ekdahl", "Nyström", "Vestergaard", "Haugen", "Sandvik",
      "Dahlgren", "Kvist", "Lundqvist", "Aspelund", "Grønvold", "Holmberg", "Tangen", "Bergström", "Fjeld", "Rydell",
      "Kjellberg", "Mortensen", "Norell", "Skoglund", "Hedlund", "Brekke", "Sundin", "Elkjaer", "Åkesson", "Wikander",
    ])

  static let british = NameTable(
    first: [
      "Fiona", "Callum", "Imogen", "Dermot", "Rosalind", "Graham", "Niamh", "Alistair", "Bethan", "Declan", "Harriet",
      "Owen", "Tamsin", "Rory", "Philippa", "Gareth", "Maeve", "Duncan", "Orla", "Edmund", "Sinead", "Marcus", "Lorna",
      "Kieran", "Judith", "Angus", "Rhiannon", "Colm", "Bridget", "Neil", "Aisling", "Hugh", "Morag", "Desmond",
    ],
    last: [
      "Ashworth", "Brannigan", "Colley", "Dunmore", "Eastwick", "Farrelly", "Garside", "Holroyd", "Ingleby", "Jessop",
      "Kilbride", "Lockyer", "Mabbott", "Nettleton", "Ormerod", "Pickersgill", "Quarmby", "Rafferty", "Sugden",
      "Thackeray", "Upjohn", "Verity", "Winstanley", "Yardley", "Addison", "Birtwistle", "Cavanagh", "Dolan",
    ])

  static let german = NameTable(
    first: [
      "Henrike", "Jost", "Malte", "Ute", "Kerstin", "Arne", "Birte", "Detlef", "Elke", "Florian", "Gesine", "Holger",
      "Ilka", "Jürgen", "Katja", "Lorenz", "Maren", "Norbert", "Otto", "Petra", "Ralf", "Silke", "Thorsten", "Ulrike",
      "Volker", "Wiebke", "Anke", "Bernd", "Cornelia", "Dirk", "Frauke", "Gregor", "Heike", "Ingo", "Annika",
      "Matthias",
    ],
    last: [
      "Vollmers", "Detlefsen", "Brinkhaus", "Rademann", "Olbrich", "Tewes", "Ackermann", "Bollmann", "Claasen",
      "Dierkes", "Ebeling", "Fehling", "Gerlach", "Hinrichs", "Iversen", "Jahnke", "Kettler", "Lüders", "Meinhold",
      "Niemann", "Osterloh", "Plagge", "Quade", "Rehbein", "Schlüter", "Tiedemann", "Uhlig", "Voigt", "Wessels",
      "Zander",
    ])

  static let southern = NameTable(
    first: [
      "Camille", "Bastien", "Olivier", "Chiara", "Davide", "Elisa", "Fabien", "Giulia", "Hélène", "Ignacio", "Jimena",
      "Lorenzo", "Margot", "Nicola", "Paloma", "Quentin", "Rosa", "Stefano", "Thibault", "Valeria", "Xavier", "Ines",
      "Matteo", "Nadine", "Rafael", "Silvia", "Tomaso", "Ursula", "Vincent", "Alba", "Bruno", "Clara", "Diego",
      "Emilie",
    ],
    last: [
      "Aubertin", "Bellandi", "Carpentier", "Delacourt", "Esposto", "Fournel", "Galvani", "Herrero", "Iannotti",
      "Jourdain", "Lacombe", "Marchetti", "Navarra", "Orsini", "Peyroux", "Quintela", "Rinaldi", "Salgueiro", "Tessier",
      "Urrutia", "Valadares", "Zanetti", "Brunel", "Castellan", "Dupontel", "Ferrante", "Guerin", "Moulins",
    ])
}
