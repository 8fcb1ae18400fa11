"""Takes the pictures of the README from the sample workspace and a generated one.

usage: screenshots.py <fieldbook> <this repository>
"""

import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True

import sites
from browser import chromium

# Name, site, layout or address, theme, what happens before the picture is taken.
PICTURES = [
    ("customer", "sample", "customers/kestrel-cold-chain/index.html", "light", None),
    ("deals", "sample", "deals/index.html?open.group=Owner&open.sort=-Amount", "light", None),
    ("palette", "sample", "customers/index.html", "dark", "kestrel"),
    ("compare", "demo", None, "light", None),
]


def main():
    """Writes `.github/images/*.png`."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, repository = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    folder = os.path.join(repository, ".github", "images")
    os.makedirs(folder, exist_ok=True)
    work = tempfile.mkdtemp(prefix="fieldbook-pictures-")
    try:
        folders = sites.build(program, repository, work)
        with chromium() as browser, sites.served(folders["sample"]) as sample, sites.served(folders["demo"]) as demo:
            addresses = {"sample": sample, "demo": demo}
            for name, site, place, scheme, words in PICTURES:
                context = browser.new_context(
                    viewport={"width": 1280, "height": 720}, color_scheme=scheme, reduced_motion="reduce")
                page = context.new_page()
                page.goto(addresses[site] + (place or sites.path(folders, name)[1]))
                if words:
                    page.keyboard.press("Control+k")
                    page.wait_for_selector(".palette[open]")
                    page.keyboard.type(words)
                    page.wait_for_timeout(300)
                page.screenshot(path=os.path.join(folder, f"{name}.png"))
                context.close()
                print(f"wrote .github/images/{name}.png")
    finally:
        shutil.rmtree(work, ignore_errors=True)


main()
