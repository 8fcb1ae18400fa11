/// What letters come to when case and marks do not count: "Ö" is an "o", "ß" is "ss".
///
/// Latin, Greek and Cyrillic: lower case, the canonical decomposition without its marks, and those letters that Unicode
/// does not take apart but people do. The script in the browser computes the same from its own tables.
enum FoldedLetters {
  /// No letter behind it is folded by this table.
  static let end: UInt32 = 0x1F00

  /// UTF-8 of what a scalar below ``end`` becomes, first byte lowest; 0 where it stays as it is.
  static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: Int(end))
    for entry in pairs.split(separator: "|") {
      let parts = entry.split(separator: " ")
      var packed: UInt32 = 0
      for (place, byte) in parts[0].utf8.enumerated() { packed |= UInt32(byte) << (8 * place) }
      for scalar in parts[1].unicodeScalars { table[Int(scalar.value)] = packed }
    }
    return table
  }()

  private static let pairs = """
    a ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ|ae ÆæǢǣǼǽ|b ḂḃḄḅḆḇ|c ÇçĆćĈĉĊċČčḈḉ|\
    d ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ|e ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ|f Ḟḟ|g ĜĝĞğĠġĢģǦǧǴǵḠḡ|\
    h ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ|i ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị|j Ĵĵǰ|k ĶķĸǨǩḰḱḲḳḴḵ|l ĹĺĻļĽľŁłḶḷḸḹḺḻḼḽ|m ḾḿṀṁṂṃ|\
    n ÑñŃńŅņŇňŊŋǸǹṄṅṆṇṈṉṊṋ|o ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ|oe Œœ|p ṔṕṖṗ|\
    r ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ|s ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ|ss ßẞ|t ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ|th Þþ|\
    u ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự|v ṼṽṾṿ|w ŴŵẀẁẂẃẄẅẆẇẈẉẘ|x ẊẋẌẍ|\
    y ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ|z ŹźŻżŽžẐẑẒẓẔẕ|ĳ Ĳ|ŀ Ŀ|ƀ Ƀ|ƃ Ƃ|ƅ Ƅ|ƈ Ƈ|ƌ Ƌ|ƒ Ƒ|ƕ Ƕ|ƙ Ƙ|ƚ Ƚ|ƞ Ƞ|ƣ Ƣ|ƥ Ƥ|ƨ Ƨ|ƭ Ƭ|ƴ Ƴ|ƶ Ƶ|\
    ƹ Ƹ|ƽ Ƽ|ƿ Ƿ|ǆ Ǆǅ|ǉ Ǉǈ|ǌ Ǌǋ|ǝ Ǝ|ǥ Ǥ|ǳ Ǳǲ|ȝ Ȝ|ȣ Ȣ|ȥ Ȥ|ȼ Ȼ|ɂ Ɂ|ɇ Ɇ|ɉ Ɉ|ɋ Ɋ|ɍ Ɍ|ɏ Ɏ|ɓ Ɓ|ɔ Ɔ|ɖ Ɖ|ɗ Ɗ|ə Ə|ɛ Ɛ|ɠ Ɠ|\
    ɣ Ɣ|ɨ Ɨ|ɩ Ɩ|ɯ Ɯ|ɲ Ɲ|ɵ Ɵ|ʀ Ʀ|ʃ Ʃ|ʈ Ʈ|ʉ Ʉ|ʊ Ʊ|ʋ Ʋ|ʌ Ʌ|ʒ ƷǮǯ|ʹ ʹ|ͱ Ͱ|ͳ Ͳ|ͷ Ͷ|ͻ Ͻ|ͼ Ͼ|ͽ Ͽ|α ΆΑά|β Β|γ Γ|δ Δ|ε ΈΕέ|\
    ζ Ζ|η ΉΗή|θ Θϴ|ι ΊΐΙΪίϊ|κ Κ|λ Λ|μ Μ|ν Ν|ξ Ξ|ο ΌΟό|π Π|ρ Ρ|σ Σς|τ Τ|υ ΎΥΫΰϋύ|φ Φ|χ Χ|ψ Ψ|ω ΏΩώ|ϒ ϓϔ|ϗ Ϗ|ϙ Ϙ|ϛ Ϛ|\
    ϝ Ϝ|ϟ Ϟ|ϡ Ϡ|ϣ Ϣ|ϥ Ϥ|ϧ Ϧ|ϩ Ϩ|ϫ Ϫ|ϭ Ϭ|ϯ Ϯ|ϲ Ϲ|ϳ Ϳ|ϸ Ϸ|ϻ Ϻ|а АӐӑӒӓ|б Б|в В|г ЃГѓ|д Д|е ЀЁЕѐёӖӗ|ж ЖӁӂӜӝ|з ЗӞӟ|\
    и ЍИЙйѝӢӣӤӥ|к ЌКќ|л Л|м М|н Н|о ОӦӧ|п П|р Р|с С|т Т|у ЎУўӮӯӰӱӲӳ|ф Ф|х Х|ц Ц|ч ЧӴӵ|ш Ш|щ Щ|ъ Ъ|ы ЫӸӹ|ь Ь|э ЭӬӭ|\
    ю Ю|я Я|ђ Ђ|є Є|ѕ Ѕ|і ІЇї|ј Ј|љ Љ|њ Њ|ћ Ћ|џ Џ|ѡ Ѡ|ѣ Ѣ|ѥ Ѥ|ѧ Ѧ|ѩ Ѩ|ѫ Ѫ|ѭ Ѭ|ѯ Ѯ|ѱ Ѱ|ѳ Ѳ|ѵ ѴѶѷ|ѹ Ѹ|ѻ Ѻ|ѽ Ѽ|ѿ Ѿ|\
    ҁ Ҁ|ҋ Ҋ|ҍ Ҍ|ҏ Ҏ|ґ Ґ|ғ Ғ|ҕ Ҕ|җ Җ|ҙ Ҙ|қ Қ|ҝ Ҝ|ҟ Ҟ|ҡ Ҡ|ң Ң|ҥ Ҥ|ҧ Ҧ|ҩ Ҩ|ҫ Ҫ|ҭ Ҭ|ү Ү|ұ Ұ|ҳ Ҳ|ҵ Ҵ|ҷ Ҷ|ҹ Ҹ|һ Һ|ҽ Ҽ|\
    ҿ Ҿ|ӄ Ӄ|ӆ Ӆ|ӈ Ӈ|ӊ Ӊ|ӌ Ӌ|ӎ Ӎ|ӏ Ӏ|ӕ Ӕ|ә ӘӚӛ|ӡ Ӡ|ө ӨӪӫ|ӷ Ӷ|ӻ Ӻ|ӽ Ӽ|ӿ Ӿ|ԁ Ԁ|ԃ Ԃ|ԅ Ԅ|ԇ Ԇ|ԉ Ԉ|ԋ Ԋ|ԍ Ԍ|ԏ Ԏ|ԑ Ԑ|ԓ Ԓ|\
    ԕ Ԕ|ԗ Ԗ|ԙ Ԙ|ԛ Ԛ|ԝ Ԝ|ԟ Ԟ|ԡ Ԡ|ԣ Ԣ|ԥ Ԥ|ԧ Ԧ|ԩ Ԩ|ԫ Ԫ|ԭ Ԭ|ԯ Ԯ|ỻ Ỻ|ỽ Ỽ|ỿ Ỿ|ⱥ Ⱥ|ⱦ Ⱦ
    """
}
