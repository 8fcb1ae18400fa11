package import Diagnostics
internal import WorkspaceModel

/// A token that opens another system.
package struct SecretToken: Check {
  package let id = "secret-token"
  package let group = CheckGroup.secrets
  package let severity = Diagnostic.Severity.error
  package let rule = "no file holds a token or an access key"
  package let rationale = "Whoever can read the repository, now or later, can use it; Git keeps it after it is removed."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/integrations/slack.yaml
      token: "▶\("xox")b-2314790156-8841203377-q7Rk\("Zp2mVx9LwT4bYc")"
      """),
    CheckExample(
      """
      === customers/acme/interactions/2026-11-02-chat.md
      Use xoxb-your-token-here, as the sk-learn people say. The key-account-manager-for-the-north has hf_notes.
      """),
  ]

  private let scanner = TokenScanner()

  package func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { text in
      let fixed = text
      scanner.forEachToken(in: fixed) { rule, stretch in
        findings.append(
          finding(
            "\(rule.name)\(SecretBytes.tail(fixed.bytes[stretch]))", at: text.range(stretch),
            help: "revoke it now, then take it out; keep secrets in the environment"))
      }
    }
    return findings
  }
}
