"""Counts the tokens of packs with a public tokenizer and holds them against our estimates.

usage: pack_tokens.py <folder of packs> <manifests.json>

The tokenizer is the one that came with the Python package `anthropic` up to 0.38, vocabulary included. It is older than
the models that packs are made for, so it is no exact count, but it is one that we had no hand in.
"""

import importlib.util
import json
import pathlib
import sys

from tokenizers import Tokenizer

# The package itself need not be imported: only its vocabulary is wanted.
home = pathlib.Path(importlib.util.find_spec("anthropic").origin).parent
tokenizer = Tokenizer.from_file(str(home / "tokenizer.json"))
folder, manifests = pathlib.Path(sys.argv[1]), json.load(open(sys.argv[2], encoding="utf-8"))
ratios = []
for customer, manifest in manifests.items():
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((folder / customer).iterdir()))
    real = len(tokenizer.encode(text).ids)
    estimate, budget = manifest["estimated_tokens"], manifest["budget_tokens"]
    assert real <= estimate <= budget, (customer, real, estimate, budget)
    ratios.append(estimate / real)
print(f"{len(ratios)} packs, estimate / real {min(ratios):.2f} to {max(ratios):.2f}, mean {sum(ratios) / len(ratios):.2f}")
