"""Every template in both themes at three widths: accessibility, console, policy, width."""

import os

import axe_playwright_python

from browser import Complaints
from sites import TEMPLATES, path

WIDTHS = {360: 780, 768: 1024, 1280: 900}
COLOURS = ["color-contrast", "link-in-text-block"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

with open(os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js"), encoding="utf-8") as file:
    AXE = file.read()


def axe(page, rules):
    """What axe finds on the page as it stands, one line a rule and element."""
    page.evaluate(AXE + "; undefined")
    answer = page.evaluate(
        "(rules) => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })", rules)
    return [
        f"{rule['id']}: {node['target'][-1]} – {node['any'][0]['message'] if node['any'] else rule['help']}"
        for rule in answer["violations"] for node in rule["nodes"]
    ]


SIDEWAYS = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1
    && !element.closest('.table-scroll, .board-scroll, pre, .tabs, .hunk, .difference'))
  .slice(0, 3).map((element) => element.outerHTML.slice(0, 80)).concat(document.documentElement.scrollWidth)"""


def check(suite, browser, folders, addresses, layouts):
    """One line a layout; `addresses` holds where each site is served."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    complaints = Complaints(page)
    for layout in layouts:
        site, place = path(folders, layout)
        problems = []
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme="light", reduced_motion="reduce")
            page.goto(addresses[site] + place, wait_until="load")
            if not page.locator(TEMPLATES[layout][2]).count():
                problems.append(f"{place} does not look like this layout")
            problems += [f"{width} px, console: {text}" for text in complaints.take()]
            sideways = page.evaluate(SIDEWAYS)
            if sideways:
                problems.append(f"{width} px, scrolls sideways: {sideways}")
            problems += [f"{width} px, light: {finding}" for finding in axe(page, {"type": "tag", "values": TAGS})]
            # The same elements in other colours: only what depends on colours can differ.
            page.emulate_media(color_scheme="dark", reduced_motion="reduce")
            problems += [f"{width} px, dark: {finding}" for finding in axe(page, {"type": "rule", "values": COLOURS})]
            # axe probes the page in ways that its policy forbids; that says nothing about the page.
            complaints.take()
        suite.check(f"template {layout} is accessible, quiet and fits, in both themes at three widths", problems)
    context.close()
