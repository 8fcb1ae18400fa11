"""The preview in a browser: pages follow files, keep their place, and stay good while a file is not."""

import contextlib
import os
import re
import select
import shutil
import signal
import subprocess
import time

from playwright.sync_api import Error

from browser import Complaints, wait_until
from templates import TAGS, axe

CUSTOMER = "customers/kestrel-cold-chain/"


@contextlib.contextmanager
def previewed(program, workspace, theme):
    """The address of a preview that runs for as long as the block, and its process."""
    process = subprocess.Popen(
        [program, "serve", "--port", "0", "--theme", theme], cwd=workspace, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert select.select([process.stdout], [], [], 120)[0], "the preview did not start"
        line = process.stdout.readline()
        yield re.search(r"http://127\.0\.0\.1:\d+/", line).group(0), process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def check(suite, browser, program, repository, work):
    """One line a promise; works on a copy of the sample, with a theme of its own."""
    workspace, theme = os.path.join(work, "preview"), os.path.join(work, "preview-theme")
    subprocess.run(["git", "clone", "--quiet", repository, workspace], check=True)
    shutil.rmtree(os.path.join(workspace, "content"))
    shutil.copytree(os.path.join(repository, "content"), os.path.join(workspace, "content"))
    shutil.copytree(os.path.join(repository, "site-theme"), theme)
    with previewed(program, workspace, theme) as (address, process):
        context = browser.new_context(viewport={"width": 1280, "height": 700}, reduced_motion="reduce")
        page = context.new_page()
        complaints = Complaints(page)
        Walk(suite, page, address, os.path.join(workspace, "content"), theme, complaints, process).all()
        context.close()


class Walk:
    """What somebody does who writes with a preview beside the editor."""

    def __init__(self, suite, page, address, content, theme, complaints, process):
        self.suite, self.page, self.address, self.complaints = suite, page, address, complaints
        self.content, self.theme, self.process = content, theme, process
        self.profile = os.path.join(content, CUSTOMER, "profile.md")
        with open(self.profile, encoding="utf-8") as file:
            self.text = file.read()

    def all(self):
        """In an order in which each leaves the workspace as it found it."""
        for action, name in (
            (self.follows, "an edit is shown and the page keeps its place"),
            (self.stays, "a page that an edit does not touch is left alone"),
            (self.styles, "styles are exchanged without loading the page again"),
            (self.layouts, "a layout that is edited is shown, and one that is broken is told"),
            (self.broken, "what cannot be read is told over the last good page, with its excerpt"),
            (self.checks, "what the checks find is told beside the edited page"),
            (self.hidden, "a tab that was hidden catches up when it is shown"),
            (self.search, "search finds what was written a moment ago"),
            (self.ends, "it ends with Ctrl-C, and pages that are open say nothing"),
        ):
            self.suite.attempt(f"preview: {name}", lambda: action() or self.complaints.take())

    def write(self, text, path=None):
        """Saves as many editors do: beside the file, then in its place."""
        path = path or self.profile
        with open(path + "~", "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(path + "~", path)

    def open(self, path=CUSTOMER):
        """A page on which nothing goes on any more: what the walk before put back has been taken up."""
        for _ in range(10):
            # A reload that was already under way takes the page away, or takes the place of this visit.
            with contextlib.suppress(Error):
                self.page.goto(self.address + path)
                self.page.evaluate("() => { self.wasHere = true }")
                self.page.wait_for_timeout(800)
                if self.was_kept():
                    return
        raise TimeoutError(f"{path} does not come to rest")

    def waits_for_colour(self, comparison):
        wait_until(
            self.page,
            "() => document.querySelector('h1') && "
            f"getComputedStyle(document.querySelector('h1')).color {comparison} 'rgb(1, 2, 3)'")

    def was_kept(self):
        return self.page.evaluate("() => self.wasHere === true")

    def follows(self):
        self.open()
        self.page.evaluate("() => scrollTo(0, 600)")
        wait_until(self.page, "() => scrollY === 600")
        start = time.monotonic()
        self.write(self.text + "\nA sentence that was written just now.\n")
        self.page.get_by_text("written just now").wait_for(state="attached")
        print(f"note: an edit of the sample was in the browser after {(time.monotonic() - start) * 1000:.0f} ms")
        self.page.wait_for_load_state("load")
        wait_until(self.page, "() => scrollY > 0")
        place = self.page.evaluate("() => scrollY")
        self.write(self.text)
        self.page.get_by_text("written just now").wait_for(state="detached")
        return [] if abs(place - 600) <= 2 else [f"the page was at 600 px and is at {place} px"]

    def stays(self):
        self.open("toolkit/battlecards/")
        self.write(self.text + "\nOf no interest to battlecards.\n")
        other = self.page.context.new_page()
        other.goto(self.address + CUSTOMER)
        other.get_by_text("Of no interest").wait_for(state="attached")
        self.page.wait_for_timeout(500)
        kept = self.was_kept()
        self.write(self.text)
        other.get_by_text("Of no interest").wait_for(state="detached")
        other.close()
        return [] if kept else ["the page was loaded again"]

    def styles(self):
        self.open()
        sheet = os.path.join(self.theme, "assets/css/base.css")
        with open(sheet, encoding="utf-8") as file:
            before = file.read()
        self.write(before + "\n@layer user { h1 { color: rgb(1, 2, 3) !important } }\n", sheet)
        self.waits_for_colour("===")
        self.write(before, sheet)
        self.waits_for_colour("!==")
        kept = self.was_kept()
        sheets = self.page.evaluate("() => document.querySelectorAll('link[rel=stylesheet]').length")
        self.page.reload()
        again = self.page.evaluate("() => document.querySelectorAll('link[rel=stylesheet]').length")
        problems = [] if sheets == again else [f"{sheets} stylesheets instead of {again}"]
        return problems + ([] if kept else ["the page was loaded again"])

    def layouts(self):
        self.open()
        layout = os.path.join(self.theme, "layouts/customer.mustache")
        with open(layout, encoding="utf-8") as file:
            before = file.read()
        self.write(before + "<p>From the layout</p>", layout)
        self.page.get_by_text("From the layout").wait_for(state="attached")
        self.write(before + "{{#open}}", layout)
        self.page.locator(".fb-live").wait_for()
        told = self.page.locator(".fb-live").text_content()
        kept = self.page.get_by_text("From the layout").count()
        self.write(before, layout)
        self.page.locator(".fb-live").wait_for(state="detached")
        self.page.get_by_text("From the layout").wait_for(state="detached")
        problems = [] if "layouts" in told and "open" in told else [f"the layout is not named: {told}"]
        return problems + ([] if kept else ["the last good page is gone"])

    def broken(self):
        self.open()
        self.write(re.sub("lifecycle: .*", "lifecycle: custmer", self.text) + "\nNot to be seen.\n")
        overlay = self.page.locator(".fb-live")
        overlay.wait_for()
        told = overlay.text_content()
        problems = [f"not told: {part}" for part in ("profile.md:", "lifecycle: custmer", "as it was before") if part not in told]
        if not self.page.locator("h1", has_text="Kestrel").count() or self.page.get_by_text("Not to be seen").count():
            problems.append("the last good page is not what is shown")
        for theme in ("light", "dark"):
            self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            problems += [f"{theme}: {finding}" for finding in axe(self.page, {"type": "tag", "values": TAGS})]
        self.complaints.take()
        # Whoever goes on reading puts it away; it comes back with the next page only as a reminder.
        self.page.keyboard.press("Escape")
        overlay.wait_for(state="detached")
        self.page.reload()
        self.page.locator(".fb-live-pill").wait_for()
        self.page.locator(".fb-live-pill").click()
        overlay.wait_for()
        self.write(self.text + "\nMended.\n")
        overlay.wait_for(state="detached")
        self.page.get_by_text("Mended.").wait_for(state="attached")
        self.write(self.text)
        self.page.get_by_text("Mended.").wait_for(state="detached")
        return problems

    def checks(self):
        self.open()
        self.write(self.text + "\nSee [nothing](no-such-file.md) in this sentence.\n")
        self.page.locator("main").get_by_text("in this sentence").wait_for(state="attached")
        overlay = self.page.locator(".fb-live")
        overlay.wait_for()
        told = overlay.text_content()
        self.write(self.text)
        overlay.wait_for(state="detached")
        return [] if "no-such-file.md" in told else [f"the link is not told: {told}"]

    def hidden(self):
        self.open()
        hide = """(state) => {
          Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
          document.dispatchEvent(new Event('visibilitychange'))
        }"""
        self.page.evaluate(hide, "hidden")
        self.write(self.text + "\nWritten behind a hidden tab.\n")
        self.page.wait_for_timeout(700)
        if not self.was_kept():
            return ["a hidden tab was loaded again"]
        self.page.evaluate(hide, "visible")
        self.page.get_by_text("behind a hidden tab").wait_for(state="attached")
        self.write(self.text)
        self.page.get_by_text("behind a hidden tab").wait_for(state="detached")
        return []

    def search(self):
        self.open()
        self.write(self.text + "\nThe word zymurgical stands nowhere else.\n")
        self.page.get_by_text("zymurgical").wait_for(state="attached")
        self.page.goto(self.address + "search/?q=zymurgical")
        self.page.locator("main").get_by_text("Kestrel").first.wait_for()
        self.write(self.text)
        return []

    def ends(self):
        self.open()
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(10)
        self.page.wait_for_timeout(300)
        # The browser itself notes that nobody answers any more.
        self.complaints.take()
        return [] if code == 130 and self.was_kept() else [f"left with {code}"]
