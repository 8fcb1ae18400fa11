#!/usr/bin/env python3
"""Times Fieldbook against its floors and peers, in pairs within one run.

Ratios are what counts: both sides of a pair run in turn (A B A B ...) on the same machine, so that a machine that
drifts drifts for both. Peers that are not installed are left out and said so.
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


def run(command, cwd=None, environment=None):
    """Runs a command to its end: wall seconds, CPU seconds, peak MB."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} left with {process.returncode}: {errors.decode(errors='replace')[-500:]}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak_mb": usage.ru_maxrss / 1024}


def medians(samples):
    return {key: round(statistics.median(sample[key] for sample in samples), 3) for key in samples[0]}


def pair(name, ours, reference, reference_name, runs, before=None):
    """Runs both sides in turn; `before` prepares each of our runs."""
    left, right = [], []
    for count in range(runs + 1):
        if before:
            before()
        first = run(*ours)
        second = run(*reference) if reference else None
        if count == 0:
            continue  # the first round warms the file cache
        left.append(first)
        if second:
            right.append(second)
    row = {"work": name, "ours": medians(left)}
    if right:
        row["reference"] = reference_name
        row["theirs"] = medians(right)
        row["ratio"] = round(statistics.median(a["wall"] / b["wall"] for a, b in zip(left, right)), 3)
    return row


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
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--customers", type=int, default=850)
    parser.add_argument("--commits", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--deals", type=int, default=10000, help="deals of the workspace that reports are timed on")
    parser.add_argument("--skip-builds", action="store_true", help="leave out the rows that build the whole site")
    parser.add_argument("--json")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    folder = tempfile.mkdtemp(prefix="fieldbook-bench-")
    rows = []
    try:
        workspace = os.path.join(folder, "workspace")
        made = run([binary, "demo", workspace, "--customers", str(options.customers), "--commits", str(options.commits)])
        rows.append({"work": "write the demo workspace", "ours": medians([made])})
        status = (["git", "status", "--porcelain"], workspace)
        log = (["git", "log", "--raw", "-M", "--format=%H"], workspace)
        rows.append(pair("check everything", ([binary, "check"], workspace), log, "git log --raw -M", options.runs))
        rows.append(
            pair("index the history, cold", ([binary, "history", "--no-cache", "--quiet"], workspace), log,
                 "git log --raw -M", options.runs))
        count = 0

        def commit():
            nonlocal count
            count += 1
            with open(os.path.join(workspace, "welcome.md"), "a", encoding="utf-8") as file:
                file.write(f"\nLine {count}.\n")
            subprocess.run(["git", "add", "welcome.md"], cwd=workspace, check=True)
            subprocess.run(
                ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org", "commit", "--quiet", "--message",
                 f"Change {count}"], cwd=workspace, check=True)

        run([binary, "history", "--quiet"], workspace)
        rows.append(
            pair("index one new commit", ([binary, "history", "--quiet"], workspace), status, "git status",
                 options.runs, before=commit))
        subprocess.run(["git", "reset", "--quiet", "--hard", f"HEAD~{count}"], cwd=workspace, check=True)
        target = next(
            os.path.join(root, name)
            for root, _, names in sorted(os.walk(os.path.join(workspace, "customers")))
            if root.endswith("interactions") for name in sorted(names))

        def stage():
            with open(target, "a", encoding="utf-8") as file:
                file.write("\nOne more sentence.\n")
            subprocess.run(["git", "add", target], cwd=workspace, check=True)

        rows.append(
            pair("check one staged file", ([binary, "check", "--staged"], workspace), status, "git status",
                 options.runs, before=stage))
        subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=workspace, check=True)
        site = os.path.join(folder, "site")
        build = [binary, "build", "--force", "--quiet", "--output", site]
        if not options.skip_builds:
            rows.append(
                pair("build everything, cold", (build, workspace), log, "git log --raw -M", options.runs,
                     before=lambda: shutil.rmtree(site, ignore_errors=True)))
            rows.append(pair("build again, nothing changed", (build, workspace), status, "git status", options.runs))
        shutil.rmtree(workspace, ignore_errors=True)
        if options.deals:
            # A generated customer has five deals in two.
            rows += numbers(binary, folder, options.deals * 2 // 5, options.deals * 3, options.runs)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{options.customers} customers, {options.commits} commits, {os.cpu_count()} processors, "
          f"{platform.machine()}, medians of {options.runs} runs\n")
    print(f"{'work':32} {'wall s':>8} {'cpu s':>8} {'peak MB':>8} {'ratio':>8}  reference")
    for row in rows:
        ours = row["ours"]
        cpu = f"{ours['cpu']:8.3f}" if "cpu" in ours else " " * 8
        peak = f"{ours['peak_mb']:8.0f}" if "peak_mb" in ours else " " * 8
        print(f"{row['work']:32} {ours['wall']:8.3f} {cpu} {peak} "
              f"{row.get('ratio', ''):>8}  {row.get('reference', '')}")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=2)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
