"""The quality gate: development cases, scored through the same commands that users run.

`python -m evaluation --data FOLDER` scores every task of `tasks.py` and compares each figure with the
floor recorded in `floors.json`. A figure below its floor fails the gate. `--record` raises floors that
were passed; nothing here lowers one: that takes an edit by hand, visible in the history. The floors
remember the SHA-256 of the corpus they were measured on, and a corpus that changed fails too.
"""
