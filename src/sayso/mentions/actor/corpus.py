"""Examples of actors, answer first: (actors as (words, identifier or name), text); `()` is a negative.

Read without grammar. The sentences are ours.
"""

Example = tuple[tuple[tuple[str, str], ...], str]

CORPUS: tuple[Example, ...] = (
    ((("Isis", "islamic-state"),), "The town fell to Isis in spring."),
    ((("Daesh", "islamic-state"),), "Daesh has left the valley."),
    ((("Da'esh", "islamic-state"),), "A cell of Da'esh was found."),
    ((("الدولة الإسلامية", "islamic-state"),), "قال بيان إن الدولة الإسلامية انسحبت"),
    ((("The Observatory", "syrian-observatory"),), "The Observatory counted nine dead in Homs, Syria."),
    ((("The army", "syrian-army"),), "The army shelled a market in Aleppo, where Syrian families had fled."),
    ((("The army", "nigerian-army"),), "The army said it had killed nine in Borno, Nigeria."),
    ((("The coalition", "saudi-led-coalition"),), "The coalition denied it had struck a school in Yemen."),
    ((("The coalition", "us-led-coalition"),), "The coalition struck a depot in Iraq."),
    (
        (("Human Rights Watch", "human-rights-watch"), ("Reuters", "reuters")),
        "Human Rights Watch told Reuters so.",
    ),
    ((("Malian army", "malian-army"),), "A Malian army convoy was hit."),
    ((("health officials", "health officials"),), "Local papers were told by health officials of nine dead."),
    ((("US Secretary of State", "US Secretary of State"),), "The US Secretary of State spoke."),
    ((("Russia", "state-rus"),), "Russia denied the strike."),
    ((), "Snow fell in Russia."),
    ((), "It is what it is."),
    ((), "NO ONE SAW WHO WAS THERE, AND IT IS LATE"),
)

# (best name, mention as written, report)
NAMED: tuple[tuple[str, str, str], ...] = (
    ("John Kerry", "Mr Kerry", "John Kerry arrived in Geneva. Mr Kerry sounded tired."),
    ("John Kerry", "the Secretary of State", "John Kerry, the US Secretary of State, arrived."),
    (
        "Syrian Observatory for Human Rights",
        "the Observatory",
        "The Syrian Observatory for Human Rights counted 9.",
    ),
    ("Iraq Body Count", "IBC", "Iraq Body Count has a longer list."),
    ("John Kerry", "envoy John Kerry", "John Kerry slept. The envoy John Kerry woke."),
    (
        "Turkish army",
        "the army",
        "The Turkish army left. Turkish military trucks followed. Turkey said the army was home.",
    ),
    ("Iraqi military", "Iraqi military", "The Iraqi military waited; Iraqi Security Forces came."),
    (
        "Syrian Observatory for Human Rights",
        "a UK-based monitoring group",
        "The Syrian Observatory for Human Rights counted 9.",
    ),
    ("the baker", "the baker", "John Kerry arrived in Geneva."),
)
