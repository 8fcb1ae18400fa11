#!/usr/bin/env python3
"""Asks the labelled queries of a built site in a real browser, and asks Pagefind the same of the same pages.

Success at 1 and at 5 is the share of queries for which an acceptable page is the first, or among the first five. A first
query is one in a browser that knows nothing yet: all that is loaded between opening the index and having ten results
with their texts, compressed. Both sides run in the same browser, one after the other; Pagefind is left out, and said so,
when its program is not installed. With --gate the figures must reach the targets, or the run fails.
"""
import argparse
import functools
import gzip
import http.server
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
TARGETS = {"success@1": 0.9, "success@5": 0.98, "first_query_bytes": 40_000, "p95_ms": 30}
BLANK = ('<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="'
         "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'{trusted}\">"
         '<title>Query</title>{script}')


class Site(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and notes what each request came to when compressed."""

    noted = None

    def log_message(self, *_):
        pass

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self):
        path = self.translate_path(self.path)
        if Site.noted is not None and os.path.isfile(path):
            with open(path, "rb") as file:
                data = file.read()
            name = os.path.relpath(path, self.directory)
            # What is compressed already stays as it is.
            size = min(len(data), len(gzip.compress(data, 9, mtime=0)))
            Site.noted[name] = size
        super().do_GET()


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Site, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


OURS = """async ({ queries, limit }) => {
  const index = await fieldbookSearch.open("../");
  const lists = [];
  for (const query of queries) lists.push((await index.query(query, { limit })).map(({ url }) => url));
  return lists;
}"""
OURS_KEYS = """async ({ words }) => {
  const index = await fieldbookSearch.open("../");
  const times = [];
  for (const word of words) {
    for (let end = 1; end <= word.length; end++) {
      const start = performance.now();
      await index.query(word.slice(0, end), { limit: 10 });
      times.push(performance.now() - start);
    }
  }
  return times;
}"""
THEIRS = """async ({ queries, limit }) => {
  window.pagefind ||= await import("../pagefind/pagefind.js");
  const lists = [];
  for (const query of queries) {
    const found = await pagefind.search(query);
    const data = await Promise.all(found.results.slice(0, limit).map((result) => result.data()));
    lists.push(data.map(({ url }) => url));
  }
  return lists;
}"""
THEIRS_KEYS = """async ({ words }) => {
  window.pagefind ||= await import("../pagefind/pagefind.js");
  const times = [];
  for (const word of words) {
    for (let end = 1; end <= word.length; end++) {
      const start = performance.now();
      const found = await pagefind.search(word.slice(0, end));
      await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
      times.push(performance.now() - start);
    }
  }
  return times;
}"""


def address(url):
    """Site-absolute, without the file name: "/customers/acme/#deals"."""
    path, _, fragment = url.partition("#")
    for head in ("http://", "https://"):
        if path.startswith(head):
            path = "/" + path[len(head):].partition("/")[2]
    while path.startswith("../"):
        path = path[2:]
    path = path[: -len("index.html")] if path.endswith("index.html") else path
    return path, fragment


def measure(label, page_url, browser, labelled, script, keys_script, limit=10, headings=False):
    """One side: what it finds, what a first query weighs, how long a keystroke takes."""
    rows, weights = [], []
    context = browser.new_context()
    page = context.new_page()
    page.goto(page_url)
    lists = page.evaluate(script, {"queries": [entry["query"] for entry in labelled], "limit": limit})
    for entry, urls in zip(labelled, lists):
        found = [address(url) for url in urls]
        wanted = {address(url)[0] for url in entry["pages"]}
        place = next((number for number, (path, _) in enumerate(found, 1) if path in wanted), None)
        row = {**entry, "place": place, "found": [path + ("#" + anchor if anchor else "") for path, anchor in found[:5]]}
        if headings and place and any("#" in url for url in entry["pages"]):
            row["heading"] = row["found"][place - 1] in entry["pages"] if place <= 5 else False
        rows.append(row)
    times = page.evaluate(keys_script, {"words": [entry["query"] for entry in labelled]})
    context.close()
    for entry in labelled[:: max(1, len(labelled) // 24)]:
        context = browser.new_context()
        page = context.new_page()
        Site.noted = {}
        page.goto(page_url)
        page.evaluate(script, {"queries": [entry["query"]], "limit": limit})
        page.wait_for_timeout(50)
        weights.append(sum(size for name, size in Site.noted.items() if not name.startswith("fieldbook-query/")))
        Site.noted = None
        context.close()
    total = len(rows)
    result = {
        "side": label, "queries": total,
        "success@1": round(sum(row["place"] == 1 for row in rows) / total, 3),
        "success@5": round(sum(bool(row["place"]) and row["place"] <= 5 for row in rows) / total, 3),
        "first_query_bytes": round(statistics.median(weights)), "first_query_bytes_max": max(weights),
        "p50_ms": round(statistics.median(times), 2),
        "p95_ms": round(statistics.quantiles(times, n=20)[18], 2), "rows": rows,
    }
    with_heading = [row["heading"] for row in rows if "heading" in row]
    if with_heading:
        result["led_to_heading"] = f"{sum(with_heading)} of {len(with_heading)}"
    return result


def indexed_entries(site):
    """What our index leads to: titles and addresses, in a fixed order."""
    entries = []
    for name in os.listdir(os.path.join(site, "search")):
        if name.startswith("p-"):
            with open(os.path.join(site, "search", name), encoding="utf-8") as file:
                block = json.loads(file.read().partition(",")[2].rstrip().removesuffix(");"))
            entries += [(entry[2], entry[0]) for entry in block]
    return sorted(entries)


def indexed_pages(site):
    """Files of the pages that our index leads to."""
    return sorted({os.path.join(page.partition("#")[0].lstrip("/"), "index.html") for page, _ in indexed_entries(site)})


def titles(site, count=150):
    """Titles from all over a site as queries: each wants a page that is called so."""
    entries = indexed_entries(site)
    called = {}
    for page, title in entries:
        called.setdefault(title.casefold(), []).append(page)
    picked = {title.casefold(): title for _, title in entries[:: max(1, len(entries) // count)]}
    return [{"query": title, "kind": "title", "pages": called[key]} for key, title in picked.items()]


def pagefind(site, folder):
    """An index by Pagefind of the pages that ours leads to, no others; nothing when it is not installed."""
    if importlib.util.find_spec("pagefind") is None:
        return None
    pages = os.path.join(folder, "pages")
    for name in indexed_pages(site):
        os.makedirs(os.path.dirname(os.path.join(pages, name)) or pages, exist_ok=True)
        shutil.copy(os.path.join(site, name), os.path.join(pages, name))
    command = [sys.executable, "-m", "pagefind", "--site", pages, "--output-path", os.path.join(folder, "pagefind"),
               "--root-selector", "main", "--exclude-selectors", ".crumbs", "--quiet"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return os.path.join(folder, "pagefind")


def run(site, queries, browser, with_pagefind):
    """Both sides for one site; the site itself is not touched."""
    folder = tempfile.mkdtemp(prefix="fieldbook-search-")
    try:
        if queries:
            with open(queries, encoding="utf-8") as file:
                labelled = json.load(file)
        else:
            labelled = titles(site)
        missing = sorted({url for entry in labelled for url in entry["pages"]
                          if not os.path.isfile(os.path.join(site, address(url)[0].lstrip("/"), "index.html"))})
        if missing:
            sys.exit(f"{queries} names pages that {site} does not have: {', '.join(missing[:5])}")
        for name in ("search", "assets"):
            os.symlink(os.path.join(os.path.abspath(site), name), os.path.join(folder, name))
        os.mkdir(os.path.join(folder, "fieldbook-query"))
        for name, script, trusted in (("ours", '<script src="../assets/search.js"></script>',
                                       "; require-trusted-types-for 'script'"), ("theirs", "", "")):
            with open(os.path.join(folder, "fieldbook-query", name + ".html"), "w", encoding="utf-8") as file:
                file.write(BLANK.format(script=script, trusted=trusted))
        server, root = serve(folder)
        results = [measure("fieldbook", root + "fieldbook-query/ours.html", browser, labelled, OURS, OURS_KEYS,
                           headings=True)]
        if with_pagefind and pagefind(site, folder):
            results.append(
                measure("pagefind", root + "fieldbook-query/theirs.html", browser, labelled, THEIRS, THEIRS_KEYS))
        server.shutdown()
        return results
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def from_disk(site, browser):
    """Whether the page of results works when it is opened from disk, with nothing that the policy refuses."""
    context = browser.new_context()
    page = context.new_page()
    refused = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.goto("file://" + os.path.join(os.path.abspath(site), "search", "index.html") + "?q=pipeline")
    page.wait_for_selector(".result a", timeout=10_000)
    link = page.locator(".result a").first.get_attribute("href")
    context.close()
    return not refused and link.endswith("pipeline/index.html"), refused or [link]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", action="append", required=True, metavar="FOLDER[=QUERIES]",
                        help="a built site and the file with its labelled queries; without one, titles of its own pages")
    parser.add_argument("--no-pagefind", action="store_true")
    parser.add_argument("--gate", action="store_true", help="leave with 1 when a target is missed")
    parser.add_argument("--misses", action="store_true", help="print the queries that found nothing acceptable first")
    parser.add_argument("--json")
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    results, failures = [], []
    with sync_playwright() as playwright:
        # The browser of the system: the one of Playwright is a download of its own.
        program = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for pair in options.site:
            site, _, queries = pair.partition("=")
            works, details = from_disk(site, browser)
            if not works:
                failures.append(f"{site} from disk: {'; '.join(details)}")
            for result in run(site, queries, browser, not options.no_pagefind):
                results.append({"site": os.path.basename(os.path.normpath(site)), **result})
        browser.close()
    print(f"{'site':14} {'index':10} {'queries':>7} {'@1':>6} {'@5':>6} {'first query':>12} {'most':>9} {'p50 ms':>7} {'p95 ms':>7}  headings")
    for result in results:
        print(f"{result['site'][:14]:14} {result['side']:10} {result['queries']:7} {result['success@1']:6.3f} "
              f"{result['success@5']:6.3f} {result['first_query_bytes']:12,} {result['first_query_bytes_max']:9,} "
              f"{result['p50_ms']:7.1f} {result['p95_ms']:7.1f}  {result.get('led_to_heading', '')}")
    ours = [result for result in results if result["side"] == "fieldbook"]
    theirs = [result for result in results if result["side"] == "pagefind"]
    if not theirs and not options.no_pagefind:
        print("Pagefind is not installed (pip install pagefind pagefind-bin): no comparison.")
    if options.misses:
        for result in ours:
            for row in result["rows"]:
                if row["place"] != 1 or row.get("heading") is False:
                    print(f"  {result['site']}: {row['query']!r} wants {row['pages']}, place {row['place']}: {row['found'][:3]}")
    total = sum(result["queries"] for result in ours)
    for key in ("success@1", "success@5"):
        share = sum(result[key] * result["queries"] for result in ours) / total
        if share < TARGETS[key]:
            failures.append(f"{key} is {share:.3f}, the target {TARGETS[key]}")
    for result in ours:
        for key in ("first_query_bytes", "p95_ms"):
            if result[key] > TARGETS[key]:
                failures.append(f"{result['site']}: {key} is {result[key]}, the target {TARGETS[key]}")
    for mine, other in zip(ours, theirs):
        for key in ("success@1", "success@5"):
            if mine[key] < other[key]:
                failures.append(f"{mine['site']}: {key} is {mine[key]}, Pagefind's {other[key]}")
        if mine["first_query_bytes"] >= other["first_query_bytes"]:
            failures.append(f"{mine['site']}: a first query weighs no less than Pagefind's")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=2, ensure_ascii=False)
    for failure in failures:
        print(f"failed: {failure}", file=sys.stderr)
    sys.exit(1 if options.gate and failures else 0)


if __name__ == "__main__":
    main()
