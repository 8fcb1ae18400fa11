#!/usr/bin/env python3
"""Times Fieldbook against its floors and peers, in pairs within one run.

Ratios are what counts: both sides of a pair run in turn (A B A B ...) on the same machine, so that a machine that
drifts drifts for both; beside the wall clock stands what all processors spent, which a busy machine disturbs less.
Peers that are not installed are left out and said so: `pip install -r Tests/Tools/bench-requirements.txt`.
"""
import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import many_interactions
from bench_peers import peers


def run(command, cwd=None, environment=None):
    """Runs a command to its end: wall seconds, CPU seconds, peak MB."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ((0, 1) if "check" in command else (0,)):
        sys.exit(f"{' '.join(command)} left with {process.returncode}: {errors.decode(errors='replace')[-500:]}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak_mb": usage.ru_maxrss / 1024,
            "errors": errors.decode(errors="replace")}


def medians(samples):
    return {key: round(statistics.median(sample[key] for sample in samples), 3) for key in samples[0] if key != "errors"}


def written(folder):
    """Files and megabytes below a folder."""
    sizes = [os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk(folder) for name in names]
    return {"files": len(sizes), "written_mb": round(sum(sizes) / 1e6, 1)}


def pair(name, ours, reference, reference_name, runs, before=None, before_reference=None, outputs=(None, None)):
    """Runs both sides in turn; `before` and `before_reference` prepare each run."""
    left, right = [], []
    for count in range(runs + 1):
        if before:
            before()
        first = run(*ours)
        if reference and before_reference:
            before_reference()
        second = run(*reference) if reference else None
        if count == 0 and runs > 1:
            continue  # the first round warms the file cache
        left.append(first)
        if second:
            right.append(second)
        if runs == 1:
            break
    row = {"work": name, "runs": len(left), "ours": medians(left)}
    if outputs[0]:
        row["ours"].update(written(outputs[0]))
    if right:
        row["reference"] = reference_name
        row["theirs"] = medians(right)
        if outputs[1]:
            row["theirs"].update(written(outputs[1]))
        for key, ratio in (("wall", "ratio"), ("cpu", "cpu_ratio")):
            row[ratio] = round(statistics.median(a[key] / max(b[key], 0.001) for a, b in zip(left, right)), 3)
    print_row(row)
    return row


def print_row(row):
    ours, theirs = row["ours"], row.get("theirs", {})
    cpu = f"{ours['cpu']:8.2f}" if "cpu" in ours else " " * 8
    peak = f"{ours['peak_mb']:7.0f}" if "peak_mb" in ours else " " * 7
    print(f"{row['work']:36} {ours['wall']:8.2f} {cpu} {peak} "
          f"{ours.get('written_mb', ''):>8} | {theirs.get('wall', ''):>8} {theirs.get('cpu', ''):>8} "
          f"{theirs.get('written_mb', ''):>8} | {row.get('ratio', ''):>7} {row.get('cpu_ratio', ''):>7}  "
          f"{row.get('reference', '')}", flush=True)


class Desk:
    """A workspace that is measured, and the commits that rows make in it."""

    def __init__(self, binary, folder, customers, commits):
        self.binary, self.customers, self.commits = binary, customers, commits
        self.workspace = os.path.join(folder, "workspace")
        self.site = os.path.join(folder, "site")
        self.count = 0
        self.made = run([binary, "demo", self.workspace, "--customers", str(customers), "--commits", str(commits)])
        self.note = os.path.join(self.workspace, "welcome.md")
        self.interaction = next(
            os.path.join(root, name)
            for root, _, names in sorted(os.walk(os.path.join(self.workspace, "customers")))
            if root.endswith("interactions") for name in sorted(names))

    def git(self, *arguments):
        subprocess.run(
            ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org", *arguments], cwd=self.workspace,
            check=True, capture_output=True)

    def append(self, file):
        self.count += 1
        with open(file, "a", encoding="utf-8") as output:
            output.write(f"\nLine {self.count}.\n")
        self.git("add", file)

    def commit(self, file):
        self.append(file)
        self.git("commit", "--quiet", "--message", f"Change {self.count}")

    def stage(self):
        self.git("reset", "--quiet", "--hard")
        self.append(self.interaction)

    def clear(self):
        shutil.rmtree(self.site, ignore_errors=True)


def rows_of(desk, folder, options):
    """All rows of one workspace."""
    binary, workspace, runs = desk.binary, desk.workspace, options.runs
    status, log = (["git", "status", "--porcelain"], workspace), (
        ["git", "log", "--raw", "-M", "--format=%H"], workspace)
    files = subprocess.run(["git", "ls-files"], cwd=workspace, capture_output=True, text=True, check=True)
    records = len(files.stdout.splitlines())
    print(f"\n{records} files, {desk.customers} customers, {desk.commits} commits\n")
    print(f"{'work':36} {'wall s':>8} {'cpu s':>8} {'peak MB':>7} {'MB out':>8} | {'wall s':>8} {'cpu s':>8} "
          f"{'MB out':>8} | {'ratio':>7} {'cpu':>7}  reference")
    rows = [{"work": "write the demo workspace", "ours": medians([desk.made])}]
    print_row(rows[0])
    check, history = ([binary, "check"], workspace), [binary, "history", "--quiet"]
    found, missing = peers(workspace, folder) if options.peers else ([], [])
    found = [peer for peer in found if not any(word in peer.name for word in options.without)]
    hugo = next((peer for peer in found if peer.name == "Hugo"), None)

    def against(peer):
        """A peer as the other side of a pair."""
        return {"reference": (peer.command, peer.folder, peer.environment), "reference_name": peer.name,
                "before_reference": peer.clear} if peer else {"reference": log, "reference_name": "git log --raw -M"}

    rows.append(pair("check everything", check, runs=runs, **against(hugo)))
    rows.append(pair("index the history, cold", (history + ["--no-cache"], workspace), log, "git log --raw -M", runs))
    run(history, workspace)
    rows.append(pair("index one new commit", (history, workspace), status, "git status", runs,
                     before=lambda: desk.commit(desk.note)))
    rows.append(pair("check one staged file", ([binary, "check", "--staged"], workspace), runs=runs,
                     before=desk.stage, **against(hugo)))
    desk.git("reset", "--quiet", "--hard")
    if options.skip_builds:
        return records, rows, found, missing
    build = ([binary, "build", "--force", "--quiet", "--output", desk.site], workspace)
    cold = ([*build[0], "--no-cache"], workspace)
    for peer in found:
        rows.append(pair("build everything, cold", cold, runs=1 if peer.is_slow else runs, before=desk.clear,
                         outputs=(desk.site, peer.output), **against(peer)))
    if not found:
        rows.append(pair("build everything, cold", cold, log, "git log --raw -M", runs, before=desk.clear,
                         outputs=(desk.site, None)))
    rows.append(pair("build again, nothing changed", build, runs=runs, **against(hugo)))
    rows.append(pair("build again, one interaction edited", build, runs=runs,
                     before=lambda: desk.commit(desk.interaction), **against(hugo)))
    return records, rows, found, missing


def numbers(binary, folder, customers, commits, runs):
    """What reports cost beyond the reading of files and history, on a workspace of many deals: one row a report."""
    workspace = os.path.join(folder, "deals")
    run([binary, "demo", workspace, "--customers", str(customers), "--commits", str(commits - 1)])
    # A generated workspace has no definitions of reports; those of the sample are as good as any.
    sample = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "content", "reporting")
    for name in ("team", "pulse"):
        for file in sorted(os.listdir(os.path.join(sample, name))):
            if file.endswith(".md"):
                os.makedirs(os.path.join(workspace, "reporting", name), exist_ok=True)
                shutil.copy(os.path.join(sample, name, file), os.path.join(workspace, "reporting", name, file))
    subprocess.run(["git", "add", "reporting"], cwd=workspace, check=True)
    subprocess.run(
        ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org", "commit", "--quiet", "--message",
         "Define the reports"], cwd=workspace, check=True)
    rows = []
    for report in ("vp-sales-weekly", "cro-monthly", "cfo-monthly", "sales-ops-weekly"):
        seconds = []
        for count in range(runs + 1):
            process = subprocess.run(
                [binary, "report", report, "--timings"], cwd=workspace, capture_output=True, text=True, check=False)
            lines = [line.split() for line in process.stderr.splitlines() if line.endswith("work out numbers")]
            if process.returncode != 0 or not lines:
                sys.exit(f"report {report} left with {process.returncode}: {process.stderr[-500:]}")
            if count > 0:
                seconds.append({"wall": int(lines[0][0]) / 1000})
        rows.append({"work": f"numbers of {report}", "ours": medians(seconds)})
        print_row(rows[-1])
    return rows


def trigger_rows(binary, folder, count, runs):
    """Ten rules over many interactions: the first look, and the look after one more came in."""
    workspace = os.path.join(folder, "many")
    many_interactions.write(workspace, count)
    clock = {"SOURCE_DATE_EPOCH": "1795413600"}
    look = [binary, "triggers", "run", "--quiet", "--timings"]
    rows = []

    def timed(name, arguments):
        sample = run(look + arguments, workspace, clock)
        step = next((line for line in sample["errors"].splitlines() if line.endswith("evaluate rules")), "0 ms")
        rows.append({"work": name, "ours": {key: round(sample[key], 3) for key in ("wall", "cpu", "peak_mb")}})
        rows.append({"work": "  of which evaluating", "ours": {"wall": int(step.split()[0]) / 1000}})
        for row in rows[-2:]:
            print_row(row)

    timed(f"ten rules, {count} interactions", ["--dry-run"])
    run(look, workspace, clock)
    for number in range(runs):
        many_interactions.add_one(workspace, f"new{number}")
        timed("after one more", [])
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--customers", type=int, nargs="+", default=[85, 850],
                        help="sizes to measure, about twelve files a customer: 85 850 8500 is 1k, 10k and 100k")
    parser.add_argument("--commits-per-customer", type=int, default=6)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--deals", type=int, default=10000, help="deals of the workspace that reports are timed on")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="leave out other site generators")
    parser.add_argument("--without", nargs="*", default=[], metavar="PEER", help="leave out peers with this in the name")
    parser.add_argument("--skip-builds", action="store_true", help="leave out the rows that build the whole site")
    parser.add_argument("--interactions", type=int, help="time ten rules over so many interactions as well: 200000")
    parser.add_argument("--json")
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    results = []
    print(f"{os.cpu_count()} processors, {platform.machine()}, medians of {options.runs} runs; ours, theirs, ratios")
    for customers in options.customers:
        folder = tempfile.mkdtemp(prefix="fieldbook-bench-")
        try:
            desk = Desk(options.binary, folder, customers, customers * options.commits_per_customer)
            records, rows, found, missing = rows_of(desk, folder, options)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        if missing and customers == options.customers[0]:
            print(f"\nnot installed, so left out: {', '.join(missing)}")
        results.append({
            "files": records, "customers": customers, "commits": desk.commits, "rows": rows,
            "peers": {peer.name: peer.version for peer in found}, "missing": missing})
    reports = []
    if options.deals:
        print(f"\n{options.deals} deals\n")
        folder = tempfile.mkdtemp(prefix="fieldbook-bench-")
        try:
            # A generated customer has five deals in two.
            reports = numbers(options.binary, folder, options.deals * 2 // 5, options.deals * 3, options.runs)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    rules = []
    if options.interactions:
        print(f"\nrules over {options.interactions} interactions\n")
        folder = tempfile.mkdtemp(prefix="fieldbook-bench-")
        try:
            rules = trigger_rows(options.binary, folder, options.interactions, min(options.runs, 3))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        machine = {"processors": os.cpu_count(), "machine": platform.machine(), "system": platform.platform()}
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"machine": machine, "runs": options.runs, "workspaces": results, "reports": reports, "rules": rules}, file, indent=2)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
