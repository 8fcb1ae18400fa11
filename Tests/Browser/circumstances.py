"""The site under other circumstances: without scripts, from disk, with less motion, on paper."""

import os
import re

from browser import Complaints
from sites import TEMPLATES, path


def check(suite, browser, folders, addresses):
    """One line a circumstance."""

    def without_scripts():
        context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        problems = []
        for layout in TEMPLATES:
            site, place = path(folders, layout)
            page.goto(addresses[site] + place)
            if not page.locator("h1").is_visible() or not page.locator("nav#nav a").first.is_visible():
                problems.append(f"{place}: no heading or no navigation")
            dead = page.locator(".js-only:visible").count()
            if dead:
                problems.append(f"{place}: {dead} controls that do nothing without scripts")
        page.goto(addresses["sample"] + "deals/index.html")
        if page.locator("#open tbody tr").count() != 21 or not page.locator("#open tfoot").is_visible():
            problems.append("the table of deals is not whole")
        page.locator("#open tbody tr th a").first.click()
        if "/deals/" not in page.url:
            problems.append("a row does not lead to its deal")
        context.close()
        return problems

    def from_disk():
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        page = context.new_page()
        complaints = Complaints(page)
        problems = []
        for layout in TEMPLATES:
            site, place = path(folders, layout)
            if place == "404.html":
                continue  # Its links begin at the root of a host.
            page.goto("file://" + os.path.join(folders[site], place))
            problems += [f"{place}: {text}" for text in complaints.take()]
        page.goto("file://" + os.path.join(folders["sample"], "customers/index.html"))
        page.keyboard.press("j")
        page.keyboard.press("x")
        page.wait_for_selector(".peek:popover-open")
        page.keyboard.press("Control+k")
        page.keyboard.type("deals")
        page.keyboard.press("Enter")
        page.wait_for_url("**/deals/index.html")
        page.locator("#open select[aria-label=Owner]").select_option(index=1)
        if " of 21" not in page.locator("#open [role=status]").text_content():
            problems.append("filters do not work from disk")
        problems += complaints.take()
        context.close()
        return problems

    def with_less_motion():
        context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
        page = context.new_page()
        problems = []
        for layout in ("customer", "table", "document"):
            site, place = path(folders, layout)
            page.goto(addresses[site] + place)
            page.keyboard.press("Control+k")
            moving = page.evaluate(
                """() => [...document.querySelectorAll('*')].filter((element) => {
                  const style = getComputedStyle(element);
                  return [...style.transitionDuration.split(','), ...style.animationDuration.split(',')]
                    .some((time) => parseFloat(time) > 0);
                }).slice(0, 3).map((element) => element.outerHTML.slice(0, 60))""")
            problems += [f"{place}: moves: {element}" for element in moving]
            if page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") != "auto":
                problems.append(f"{place}: scrolls smoothly")
        context.close()
        return problems

    def on_paper():
        context = browser.new_context()
        page = context.new_page()
        problems = []
        sheets = {"toolkit/battlecards/wattline/": 1, "toolkit/battlecards/kilovane/": 1, "customers/kestrel-cold-chain/": 2}
        for place, most in sheets.items():
            page.goto(addresses["sample"] + place + "index.html")
            pdf = page.pdf(format="A4", print_background=False, prefer_css_page_size=False)
            count = len(re.findall(rb"/Type\s*/Page\b", pdf))
            if not 0 < count <= most:
                problems.append(f"{place} prints on {count} sheets instead of {most}")
        context.close()
        return problems

    def with_high_zoom():
        """400 % of 1280 px is 320 px: nothing may be cut off (WCAG 1.4.10)."""
        context = browser.new_context(viewport={"width": 320, "height": 640})
        page = context.new_page()
        problems = []
        for layout in TEMPLATES:
            site, place = path(folders, layout)
            page.goto(addresses[site] + place)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 320:
                problems.append(f"{place}: {width} px wide")
        context.close()
        return problems

    for action, name in (
        (without_scripts, "reads and navigates without scripts"), (from_disk, "works from disk"),
        (with_less_motion, "stands still for those who ask"), (on_paper, "battlecard and account fit their sheets"),
        (with_high_zoom, "fits at a zoom of 400 %"),
    ):
        suite.attempt(f"site: {name}", action)
