"""How the shipped network was made: one command, from public data (`python -m training --help`).

To read it in order: `corpora` says what is learnt from and how often; its documents are read by `treebanks`,
`named`, `attributions` and `claims` into `documents`, where `naming` lets each corpus teach just the kinds of
names that it marks; `own` reads the reports that we annotated ourselves. `windows` cuts and disturbs them;
`network`, `encoder` and `losses` are what learns; `fit` is the first stage, `export` writes the int8
graphs, `second_stage` learns the names anew on them.
`measure` and `folds` only measure; `joins` and `lemmas` make the data files that stand beside the network.
"""
