/// The checks of this group.
enum SecretChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    AssignedSecret(), CardNumber(), IBAN(), MailOutsideContacts(), PasswordInURL(), PhoneOutsideContacts(),
    PrivateKey(), SecretToken(),
  ]
}
