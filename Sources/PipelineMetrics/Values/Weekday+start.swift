package import WorkspaceModel

extension Settings.Weekday {
  /// The first day of the week that a day lies in.
  package func start(of day: Day) -> Day {
    let first =
      switch self {
      case .monday: 1
      case .saturday: 6
      case .sunday: 7
      }
    return day.adding(days: -((day.isoWeekday - first + 7) % 7))
  }
}
