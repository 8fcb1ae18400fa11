"""Tries the site in a real browser.

usage: run.py <fieldbook> <this repository> [template or suite ...]
"""

import concurrent.futures
import multiprocessing
import os
import shutil
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import circumstances
import keyboard
import preview
import sites
import tasks
import templates
import validity
from browser import chromium, executable
from suite import Suite

# What one process does after another, each in a browser of its own; two of them share the machine.
PARTS = ["preview", "keyboard", "tasks", "circumstances", "validity"]


def part(name, layouts, folders, addresses, program, repository):
    """Runs one part of the tests; how many passed and failed."""
    for missing in set(sites.TEMPLATES) - set(layouts):
        del sites.TEMPLATES[missing]
    suite = Suite()
    if name == "validity":
        validity.check(suite, folders)
        return suite.passed, suite.failed
    with chromium() as browser:
        if name == "keyboard":
            keyboard.check(suite, browser, addresses)
        elif name == "tasks":
            tasks.check(suite, browser, addresses)
        elif name == "preview":
            preview.check(suite, browser, program, repository, os.path.dirname(folders["sample"]))
        elif name == "circumstances":
            circumstances.check(suite, browser, folders, addresses)
        else:
            templates.check(suite, browser, folders, addresses, name)
    return suite.passed, suite.failed


def main():
    """Builds, serves, tries; leaves with 1 when anything failed."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, repository, chosen = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3:]
    if not executable():
        sys.exit("No Chromium found: install it (Debian: chromium), or name it in CHROMIUM.")
    start = time.monotonic()
    suite = Suite()
    work = tempfile.mkdtemp(prefix="fieldbook-browser-")
    try:
        folders = sites.build(program, repository, work)
        themed = {name.removesuffix(".mustache") for name in os.listdir(os.path.join(repository, "site-theme/layouts"))}
        layouts = [name for name in sites.TEMPLATES if name in themed]
        suite.check("every layout of the theme is tried", sorted(themed - {"shell"} - set(layouts)))
        # Pages grow with what a workspace says of a record, and the build tells; the theme's own files must not.
        heavy = folders["sample findings"]
        for line in heavy:
            print(f"note: {line}", flush=True)
        suite.check("no stylesheet or script is heavier than it may be", [line for line in heavy if " assets/" in line])
        tried = [name for name in layouts if not chosen or name in chosen]
        # The slow ones lie far apart, so that each process gets some of them.
        parts = [tried[number::4] for number in range(4) if tried[number::4]]
        parts += [name for name in PARTS if not chosen or name in chosen]
        with sites.served(folders["sample"]) as sample, sites.served(folders["demo"]) as demo:
            addresses = {"sample": sample, "demo": demo}
            spawn = multiprocessing.get_context("spawn")
            with concurrent.futures.ProcessPoolExecutor(2, mp_context=spawn) as pool:
                answers = [pool.submit(part, name, layouts, folders, addresses, program, repository) for name in parts]
                for answer in answers:
                    passed, failed = answer.result()
                    suite.passed += passed
                    suite.failed += failed
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"tried in {time.monotonic() - start:.0f} s")
    print(f"{suite.passed} passed, {suite.failed} failed")
    sys.exit(1 if suite.failed else 0)


if __name__ == "__main__":
    main()
