"""Opens Chromium, and collects what a page complains about."""

import contextlib
import os
import shutil

from playwright.sync_api import sync_playwright


def executable():
    """Debian's Chromium, or what stands in for it elsewhere; nothing lets Playwright look for its own."""
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextlib.contextmanager
def chromium():
    """A running browser."""
    # The sandbox of Chromium refuses to run as root, which containers of CI often are.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=arguments)
        try:
            yield browser
        finally:
            browser.close()


class Complaints:
    """What a page writes to its console as a warning or an error, violations of its policy among them."""

    def __init__(self, page):
        self.texts = []
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))

    def _note(self, kind, text):
        # A page that says that it does not exist is announced by the browser as well.
        if kind in ("error", "warning") and "status of 404" not in text:
            self.texts.append(text.strip()[:300])

    def take(self):
        """What has come up since the last time."""
        texts, self.texts = self.texts, []
        return texts
