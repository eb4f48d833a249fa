"""Speed, memory and accuracy, measured side by side with peers in one run.

`python -m benchmarks --data FOLDER` runs every section, prints what it measured, and with `--record`
writes `results.json`, from which README and docs quote. A section whose data or peers are absent is
skipped with a word. Machines are shared and noisy: medians of interleaved rounds, ratios beside peers.
"""
