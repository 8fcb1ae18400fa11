#!/usr/bin/env bash
# Tries the program with tools of others: the SARIF schema's own model, the pre-commit framework, a public tokenizer,
# and the public client of the Model Context Protocol.
# usage: acceptance.sh <fieldbook> <folder of a virtual environment> <this repository>
set -euo pipefail
binary=$(realpath "$1")
venv=$2
source=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
pass() { passed=$((passed + 1)); echo "ok: $1"; }
fail() { echo "failed: $1" >&2; echo "$passed passed, 1 failed"; exit 1; }

mkdir -p "$work/bin" "$work/repository/customers/acme/deals"
ln -s "$binary" "$work/bin/fieldbook"
cd "$work/repository"
export PATH="$work/bin:$PATH" PRE_COMMIT_HOME="$work/cache" GIT_CONFIG_GLOBAL=/dev/null
git init --quiet .
git config user.name Test && git config user.email test@example.org
printf 'name: Tools\n' >fieldbook.yaml
printf -- '---\nname: Acme\n---\n' >customers/acme/profile.md
printf 'contacts:\n  - {id: ann, name: "Ann Lée"}\n' >customers/acme/contacts.yaml
printf -- '---\nname: One\nstage: discovry\n---\n\nSee [é](nowhere.md).\n' >customers/acme/deals/one.md
git add --all

fieldbook check --worktree --format sarif >"$work/log.sarif" && fail "a faulty workspace must not pass" || true
"$venv/bin/python" "$source/Tests/Tools/validate_sarif.py" "$work/log.sarif" || fail "SARIF 2.1.0"
pass "the SARIF log is what the published schema asks for"

# The hook definition is taken from a copy, so that an uncommitted one counts as well.
git clone --quiet "$source" "$work/hooks"
cp "$source/.pre-commit-hooks.yaml" "$work/hooks/"
git -C "$work/hooks" -c user.name=Test -c user.email=test@example.org commit --quiet --allow-empty -am "Hooks"
printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks: [{id: fieldbook}]\n' \
  "$work/hooks" "$(git -C "$work/hooks" rev-parse HEAD)" >.pre-commit-config.yaml
git add --all
"$venv/bin/pre-commit" run >"$work/run.log" 2>&1 && fail "pre-commit let a faulty commit pass" || true
grep -q "customers/acme/deals/one.md:3:8" "$work/run.log" || { cat "$work/run.log"; fail "pre-commit shows no finding"; }
pass "pre-commit stops a faulty commit and shows where"

sed -i.bak -e 's/discovry/discovery/' -e 's/nowhere.md/..\/profile.md/' customers/acme/deals/one.md && rm customers/acme/deals/one.md.bak
git add --all
"$venv/bin/pre-commit" run >"$work/run.log" 2>&1 || { cat "$work/run.log"; fail "pre-commit stops a sound commit"; }
pass "pre-commit lets a sound commit pass"

# Every pack of the sample and of a generated workspace, counted by a tokenizer that is not ours.
fieldbook demo "$work/demo" --customers "${ACCEPTANCE_CUSTOMERS:-250}" >"$work/demo.log" 2>&1 \
  || { cat "$work/demo.log"; fail "demo workspace"; }
for workspace in "$source" "$work/demo"; do
  for tier in compact standard extended; do
    rm -rf "$work/packs"
    fieldbook context --all -C "$workspace" --tier "$tier" --output "$work/packs" --manifest --quiet >"$work/manifests.json" \
      || fail "$tier packs of $(basename "$workspace")"
    "$venv/bin/python" "$source/Tests/Tools/pack_tokens.py" "$work/packs" "$work/manifests.json" || fail "$tier budget"
  done
done
pass "no pack takes more tokens than estimated, nor more than its budget"
fieldbook context --all -C "$work/demo" --tier extended --output "$work/again" --quiet
diff -r "$work/packs" "$work/again" >/dev/null || fail "two runs give different packs"
pass "two runs give the same packs"

git clone --quiet "$source" "$work/served"
"$venv/bin/python" "$source/Tests/Tools/mcp_client.py" "$work/bin/fieldbook" "$work/served/content" || fail "MCP client"
pass "the public MCP client is answered in all its modes"

rm "$work/bin/fieldbook"
"$venv/bin/pre-commit" run >"$work/run.log" 2>&1 && fail "pre-commit passes without the program" || true
pass "pre-commit fails loudly when the program is missing"
echo "$passed passed, 0 failed"
