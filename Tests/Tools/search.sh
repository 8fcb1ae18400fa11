#!/usr/bin/env bash
# Builds the sample workspace and a generated one, and asks their search the labelled queries in a real browser.
# usage: search.sh <fieldbook> <folder of a virtual environment> <this repository> [options of search_quality.py]
set -euo pipefail
binary=$(realpath "$1")
venv=$2
source=$(realpath "$3")
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$binary" build -C "$source/content" --theme "$source/site-theme" --output "$work/sample" --force --quiet
"$binary" demo "$work/workspace" >"$work/log"
"$binary" build -C "$work/workspace" --theme "$source/site-theme" --output "$work/demo" --force --quiet
"$venv/bin/python" "$source/Tests/Tools/search_quality.py" \
  --site "$work/sample=$source/Tests/Tools/search/queries-sample.json" \
  --site "$work/demo=$source/Tests/Tools/search/queries-demo.json" "$@"
