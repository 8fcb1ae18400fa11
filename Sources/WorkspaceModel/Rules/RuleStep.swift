/// An action of a rule with its settings: `{create_task: {due: +1bd, title: "Reply"}}`.
package struct RuleStep: Hashable, Sendable {
  /// A setting as it is written.
  package struct Setting: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  package var name: String
  /// In the order of the file.
  package var settings: [Setting]

  /// An action by its parts.
  package init(_ name: String, _ settings: [Setting] = []) {
    self.name = name
    self.settings = settings
  }

  init?(_ node: YAMLNode) {
    if let text = node.text {
      self.init(text)
    } else if let entry = node.entries?.first {
      self.init(
        entry.key, (entry.value.entries ?? []).map { Setting(name: $0.key, value: $0.value.text ?? "") })
    } else {
      return nil
    }
  }

  /// The value of a setting; nil when it has none of that name.
  package subscript(_ name: String) -> String? { settings.first { $0.name == name }?.value }

  /// Everything that rules can have done.
  package static let known = [
    "alert_csm", "create_task", "digest", "digest_daily", "digest_weekly", "escalate_to_manager", "notify_ae",
    "notify_csm", "notify_manager", "notify_owner", "notify_sdr", "notify_se", "update_forecast",
  ]
}
