"""Builds the sites that the browser tests look at, and serves them as a host would."""

import contextlib
import functools
import glob
import http.server
import os
import subprocess
import sys
import threading

# One page of every layout of the theme: the site that has it, a pattern of its address, and what only it shows.
TEMPLATES = {
    "access": ("sample", "access/", ".audiences"),
    "agent": ("sample", "agents/pipeline-analyst/", ".mappings"),
    "alert": ("sample", "pulse/*churn-risk*/", ".readings"),
    "battlecard": ("sample", "toolkit/battlecards/wattline/", ".battlecard"),
    "changes": ("demo", "changes/", ".log"),
    "commit": ("demo", "changes/[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]/", ".commit-page"),
    "compare": ("demo", "changes/compare/*/", ".moments"),
    "context": ("sample", "customers/kestrel-cold-chain/context/", "#pack"),
    "customer": ("sample", "customers/kestrel-cold-chain/", "#people-map"),
    "deal": ("sample", "customers/brambleway-stores/deals/estate-rollout/", ".meddpicc"),
    "document": ("sample", "setup/processes/governance/", ".doc-main > .prose"),
    "evidence": ("sample", "pipeline/evidence/*/*/", ".proof"),
    "figures": ("sample", "health/adoption/", ".figure-section"),
    "gates": ("sample", "customers/kestrel-cold-chain/journey/", ".gate-steps"),
    "health": ("sample", "health/", ".findings"),
    "home": ("sample", "", ".page.home"),
    "index": ("sample", "toolkit/battlecards/", ".cards"),
    "insight": ("sample", "customers/brambleway-stores/insights/wattline-price-as-lever/", "#evidence"),
    "integrations": ("sample", "integrations/", ".integrations"),
    "interaction": ("sample", "customers/brambleway-stores/interactions/2026-10-15-meeting-procurement/", ".outcome"),
    "lesson": ("sample", "toolkit/training/week-2-discovery/", ".lesson-path"),
    "live-report": ("sample", "reports/personal/ae-weekly/*.*/", ".doc-main"),
    "not-found": ("sample", "404.html", ".page.document"),
    "outcomes": ("sample", "pipeline/outcomes/", ".win-loss"),
    "person": ("sample", "people/john.smith/", ".record-side"),
    "pipeline": ("sample", "pipeline/", ".board"),
    "playbook": ("sample", "toolkit/playbooks/discovery-call/", ".play-steps"),
    "pulse": ("sample", "pulse/", "#firing"),
    "record-history": ("demo", "customers/*/deals/*/history/", ".version"),
    "report": ("sample", "reports/personal/ae-weekly/", "#sections"),
    "rules": ("sample", "rules/", ".rule"),
    "search": ("sample", "search/", ".search-page"),
    "security": ("sample", "toolkit/security-compliance/data-residency/", ".qa"),
    "table": ("sample", "deals/", ".data-table"),
    "task": ("sample", "customers/brambleway-stores/tasks/wattline-function-comparison/", ".record-side"),
    "template": ("sample", "toolkit/templates/meeting-recap/", ".sheet"),
    "workflow": ("sample", "workflows/new-business/", ".workflow"),
}


def build(program, repository, work):
    """Builds the sample workspace and a generated one with a history; folder by name."""
    demo = os.path.join(work, "demo-workspace")
    subprocess.run([program, "demo", demo, "--customers", "8"], check=True, stdout=subprocess.DEVNULL)
    folders = {}
    for name, workspace in (("sample", repository), ("demo", demo)):
        folders[name] = os.path.join(work, name)
        tree = ["--worktree"] if name == "sample" else []
        answer = subprocess.run(
            [program, "build", "-C", workspace, *tree, "--theme", os.path.join(repository, "site-theme"),
             "--output", folders[name]],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        # What the build finds too heavy is for the suite that asks about it.
        folders[name + " findings"] = [line for line in answer.stderr.splitlines() if "[page-weight]" in line]
    return folders


def path(folders, layout):
    """Path of the page of a layout within its site."""
    site, pattern, _ = TEMPLATES[layout]
    if pattern.endswith(".html"):
        return site, pattern
    found = sorted(glob.glob(os.path.join(folders[site], pattern, "index.html")))
    assert found, f"no page for the layout '{layout}': {pattern}"
    return site, os.path.relpath(found[0], folders[site])


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends the security policy of `_headers` and the page for what does not exist, as the hosts that read them do."""

    policy = ""

    def end_headers(self):
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        page = os.path.join(self.directory, "404.html")
        if code != 404 or not os.path.exists(page):
            return super().send_error(code, message, explain)
        with open(page, "rb") as file:
            body = file.read()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of a browser that leaves a page before all of it has come."""

    daemon_threads = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def served(folder):
    """The address of a folder while it is served on the loopback."""
    with open(os.path.join(folder, "_headers"), encoding="utf-8") as file:
        policy = next(line for line in file if "Content-Security-Policy" in line).split(":", 1)[1].strip()
    handler = type("SiteHandler", (Handler,), {"policy": policy})
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
