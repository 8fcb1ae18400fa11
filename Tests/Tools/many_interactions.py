"""Writes a workspace with many interactions and ten rules into a repository, by git fast-import."""
import os
import subprocess

BODY = "We looked at the numbers of last week and they are better than the ones before. " * 8


def rules():
    """Eight rules with 301 phrases each, and two that look at every customer."""
    lines = ["rules:"]
    for number in range(8):
        phrases = ", ".join(f"phrase number {number} {count}" for count in range(300))
        lines.append(
            f"  - {{id: said_{number}, keywords: [{phrases}, cancel plan {number}], fan_out: 100000, "
            "actions: [notify_ae], key: [account]}")
    lines.append("  - {id: quiet, event: daily, where: no_activity > 30, fan_out: 100000, actions: [alert_csm]}")
    lines.append("  - {id: risk, event: daily, where: health_score < 40, fan_out: 100000, actions: [alert_csm]}")
    return "\n".join(lines) + "\n"


def interaction(customer, number, day, signal):
    """The text of a mail; every thousandth says something that a rule waits for."""
    return (f"---\nkind: email_in\noccurred_at: 2026-11-{day}T09:00:00Z\nparticipants: [e{customer}]\n---\n"
            f"{BODY}\n{signal}\n")


def write(folder, count, customers=2000):
    """Makes the repository: everything in one commit of 23 November 2026."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", folder], check=True)
    for name, value in (("user.name", "Bench"), ("user.email", "bench@example.org")):
        subprocess.run(["git", "config", name, value], cwd=folder, check=True)
    process = subprocess.Popen(["git", "fast-import", "--quiet"], cwd=folder, stdin=subprocess.PIPE)

    def put(text):
        process.stdin.write(text.encode())

    def file(path, text):
        data = text.encode()
        put(f"M 100644 inline {path}\ndata {len(data)}\n")
        process.stdin.write(data)
        put("\n")

    put("commit refs/heads/main\ncommitter Bench <bench@example.org> 1795413000 +0000\ndata 4\nMany\n")
    file("fieldbook.yaml", "name: Many\n")
    file("workspace-setup/processes/triggers.yaml", rules())
    for number in range(count):
        customer = number % customers
        if number < customers:
            file(f"customers/c{customer}/profile.md", f"---\nname: C {customer}\nlifecycle: customer\n---\n")
            file(f"customers/c{customer}/contacts.yaml", f"contacts:\n  - {{id: e{customer}, name: Eve {customer}}}\n")
        signal = f"Please cancel plan {number % 8}." if number % 1000 == 0 else ""
        file(f"customers/c{customer}/interactions/m{number}.md", interaction(customer, number, 18 + number % 5, signal))
    process.stdin.close()
    if process.wait():
        raise SystemExit("git fast-import failed")
    # The work tree is not needed, and writing it would take longer than all else.
    subprocess.run(["git", "config", "core.bare", "true"], cwd=folder, check=True)


def add_one(folder, name):
    """Commits one more interaction, without a work tree."""
    index = os.path.join(folder, ".git", "bench-index")
    environment = {**os.environ, "GIT_INDEX_FILE": index, "GIT_COMMITTER_DATE": "@1795413300 +0000"}

    def git(*arguments, data=None):
        return subprocess.run(
            ["git", *arguments], cwd=folder, env=environment, input=data, check=True,
            capture_output=True).stdout.decode().strip()

    git("read-tree", "HEAD")
    blob = git("hash-object", "-w", "--stdin", data=interaction(1, 0, 23, "Please cancel plan 3.").encode())
    git("update-index", "--add", "--cacheinfo", f"100644,{blob},customers/c1/interactions/{name}.md")
    commit = git("commit-tree", git("write-tree"), "-p", git("rev-parse", "HEAD"), "-m", "One more")
    git("update-ref", "HEAD", commit)
