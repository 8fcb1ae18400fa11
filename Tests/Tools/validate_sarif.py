#!/usr/bin/env python3
"""Validates SARIF logs: validate_sarif.py FILE..., or - for standard input.

No package on PyPI was found that carries the schema file itself. pydantic-sarif carries a model that was generated from
sarif-schema-2.1.0.json: unknown members are refused; types, required members, enumerations, patterns, lower bounds and
array lengths hold. What the generator leaves out (anyOf, uniqueItems) is checked by Tests/DiagnosticsTests/SARIFShape.swift.

    python3 -m venv .build/sarif && .build/sarif/bin/pip install pydantic-sarif==0.1.1 'pydantic>=2.1.1,<3'
"""

import sys

from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log


def problems(text):
    try:
        Log.model_validate_json(text, strict=True)
    except ValidationError as error:
        return [".".join(map(str, item["loc"])) + ": " + item["msg"] for item in error.errors()]
    return []


def main(names):
    if not names:
        print(__doc__, file=sys.stderr)
        return 2
    found = False
    for name in names:
        text = sys.stdin.buffer.read() if name == "-" else open(name, "rb").read()
        for problem in problems(text):
            found = True
            print(f"{name}: {problem}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
