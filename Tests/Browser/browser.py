"""Opens Chromium, and collects what a page complains about."""

import contextlib
import os
import shutil
import time

from playwright.sync_api import Error, sync_playwright


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


def wait_until(page, expression, argument=None, seconds=15):
    """Asks the page until the expression holds.

    Playwright's own wait_for_function compiles its text inside the page, which the site's policy rightly refuses.
    """
    end = time.monotonic() + seconds
    while not _holds(page, expression, argument):
        if time.monotonic() > end:
            raise TimeoutError(f"not true after {seconds} s: {expression}")
        page.wait_for_timeout(20)


def _holds(page, expression, argument):
    try:
        return page.evaluate(expression, argument)
    except Error:  # The page is being exchanged for another at this moment.
        return False


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
