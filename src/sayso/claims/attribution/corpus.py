"""Examples of attributions, answer first. The sentences are ours.

`CORPUS`: ((source, cue class, part of what is said, mode), …), text; an empty answer is a negative.
`COVERED`: source of the figure (its best name, None for the narrator), mode, figure, text.
`PASSED_ON`: source, names of those who pass it on, addressee, text.
"""

Answer = tuple[str | None, str | None, str, str]
Example = tuple[tuple[Answer, ...], str]

CORPUS: tuple[Example, ...] = (
    ((("Anna Berg", "say", "the bridge was open", "indirect"),), "Anna Berg said the bridge was open."),
    ((("Anna Berg", "say", "The bridge is open", "direct"),), "“The bridge is open,” said Anna Berg."),
    (
        (("Anna Berg", "deny", "that her troops had fired", "indirect"),),
        "Anna Berg denied that her troops had fired.",
    ),
    (
        (("officials", "confirm", "that the road was closed", "indirect"),),
        "The officials confirmed that the road was closed.",
    ),
    (
        (("Ministry of Defence", "claim", "that the town had fallen", "indirect"),),
        "The Ministry of Defence claimed that the town had fallen.",
    ),
    (
        (("witnesses", "say", "the market burned all night", "indirect"),),
        "According to witnesses, the market burned all night.",
    ),
    (
        (("Anna Berg", "warn", "that hunger would follow", "indirect"),),
        "Anna Berg warned that hunger would follow.",
    ),
    ((("government", "reject", "to back any deal", "indirect"),), "The government refused to back any deal."),
    ((("France", "demand", "an end to the siege", "indirect"),), "France demanded an end to the siege."),
    ((("Anna Berg", "criticise", "the raid", "indirect"),), "Anna Berg condemned the raid on the harbour."),
    (
        (("Anna Berg", "consider", "whether to call it a war crime", "indirect"),),
        "Anna Berg is weighing whether to call it a war crime.",
    ),
    ((("Peter Holm", "describe", "as “a joke”", "mixed"),), "Peter Holm described the talks as “a joke”."),
    ((), "The bridge was open all night."),
    ((), "Snow fell on the hills and the road was closed."),
    ((), "Six shells hit the “Red House” hotel."),
)

COVERED: tuple[tuple[str | None, str, str, str], ...] = (
    ("Anna Berg", "indirect", "40", "Anna Berg said 40 people had died in the fire."),
    ("Anna Berg", "direct", "40", "“We buried 40 people,” said Anna Berg."),
    (
        "Lakeside Hospital",
        "indirect",
        "nine",
        "Nine people were hurt in the blast, according to Lakeside Hospital.",
    ),
    (
        "officials",
        "indirect",
        "12",
        "At least 12 soldiers were killed in the ambush, officials said on Monday.",
    ),
    (
        "Anna Berg",
        "indirect",
        "seven",
        "Anna Berg said 40 people had died. She added that seven of them were children.",
    ),
    ("Anna Berg", "indirect", "11", "Anna Berg said 40 people had died. The dead included 11 children."),
    (
        "Syrian Observatory for Human Rights",
        "indirect",
        "19",
        "The Syrian Observatory for Human Rights said raids hit Aleppo. The monitor said 19 people died.",
    ),
    (
        "Northern Front",
        "indirect",
        "40",
        (
            "The Northern Front said in a statement that it held the pass. "
            "The claim, made on Monday, said 40 soldiers had been killed."
        ),
    ),
    ("John Kerry", "indirect", "600", "John Kerry flew to Paris. Mr Kerry said 600 fighters had been lost."),
    ("witnesses", "indirect", "30", "Witnesses told Reuters that 30 houses had burned."),
    ("ministry", "indirect", "26", "The ministry put the toll at 26 dead."),
    (
        "Anna Berg",
        "indirect",
        "600",
        "In the valley alone, Ms Anna Berg said, rebels – as the army likes to call them – lost 600 mules.",
    ),
    (None, "narrator", "40", "Some 40 people died in the fire. Anna Berg said the road was closed."),
    (None, "narrator", "28", "Anna Berg condemned the attack, which killed 28 people."),
    (None, "narrator", "40", "A fire killed 40 people in the old town."),
    (
        "monitor",
        "indirect",
        "13",
        "Mines kill 13 fighters in north: monitor. Rebels had laid them in May.",
    ),
    (None, "narrator", "two", "A baker, Tom Wood, appeared in court, charged with two counts of arson."),
    ("Anna Berg", "indirect", "40", "Anna Berg has accused the army of killing 40 people."),
    (
        None,
        "narrator",
        "60",
        "The militia, which claimed responsibility for the raids, in which 60 people died, holds the town.",
    ),
)

HEADLINES: tuple[tuple[str, str, str], ...] = (
    ("Anna Berg", "40", "40 dead in harbour fire, says Anna Berg"),
    ("Anna Berg", "40", "Harbour fire killed 40, claims Anna Berg"),
    ("Anna Berg", "40", "Anna Berg: 40 dead in harbour fire"),
    ("Red Cross", "40", "40 dead in harbour fire – Red Cross"),
)

PASSED_ON: tuple[tuple[str, tuple[str, ...], str | None, str], ...] = (
    ("Witnesses", ("Reuters",), "Reuters", "Witnesses told Reuters that 30 houses had burned."),
    ("Anna Berg", (), "parliament", "Anna Berg told parliament that 30 houses had burned."),
    ("officials", ("Reuters",), None, "Reuters reported 30 deaths, citing officials."),
    (
        "doctors",
        ("agency",),
        None,
        "The agency said 14 people were killed in Homs on Friday, citing doctors.",
    ),
)
