"""Tries the site in a real browser.

usage: run.py <fieldbook> <this repository> [template or suite ...]
"""

import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True

import circumstances
import keyboard
import sites
import tasks
import templates
import validity
from browser import chromium, executable
from suite import Suite


def main():
    """Builds, serves, tries; leaves with 1 when anything failed."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, repository, chosen = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3:]
    if not executable():
        sys.exit("No Chromium found: install it (Debian: chromium), or name it in CHROMIUM.")
    suite = Suite()
    work = tempfile.mkdtemp(prefix="fieldbook-browser-")
    try:
        folders = sites.build(program, repository, work)
        layouts = {name.removesuffix(".mustache") for name in os.listdir(os.path.join(repository, "site-theme/layouts"))}
        untried = sorted(layouts - {"shell"} - set(sites.TEMPLATES))
        suite.check("every layout of the theme is tried", untried)
        suite.check("no page of the sample is heavier than its kind may be", folders["sample findings"])
        wants = lambda name: not chosen or name in chosen
        with chromium() as browser, sites.served(folders["sample"]) as sample, sites.served(folders["demo"]) as demo:
            addresses = {"sample": sample, "demo": demo}
            if wants("keyboard"):
                keyboard.check(suite, browser, addresses)
            if wants("tasks"):
                tasks.check(suite, browser, addresses)
            if wants("circumstances"):
                circumstances.check(suite, browser, folders, addresses)
            templates.check(suite, browser, folders, addresses, [name for name in sites.TEMPLATES if wants(name)])
        if wants("validity"):
            validity.check(suite, folders)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"{suite.passed} passed, {suite.failed} failed")
    sys.exit(1 if suite.failed else 0)


main()
