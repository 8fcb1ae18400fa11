/// Words that every text has: not kept from bodies, and not asked for by a query that has others.
package enum StopWords {
  /// In alphabetical order; the script in the browser has the same list.
  package static let all: Set<String> = Set(list.split(separator: " ").map(String.init))

  /// The list as it is handed to the script.
  package static let list = """
    a about also an and any are as at be been but by can could did do does for from had has have he her his how i if in \
    into is it its me more my no not of on or our she should so such than that the their them then there these \
    they this to us was we were what when where which who whom whose why with would you your
    """
}
