"""Examples of groups, answer first: (group, noun phrase); None is a negative. The phrases are ours."""

CORPUS: tuple[tuple[str | None, str], ...] = (
    ("civilians", "civilians"),
    ("women_and_children", "women and children"),
    ("children", "schoolgirls"),
    ("women", "pregnant women"),
    ("fighters", "Isis fighters"),
    ("soldiers", "government troops"),
    ("police", "police officers"),
    ("aid_workers", "aid workers"),
    ("people", "people"),
    ("prisoners", "inmates"),
    (None, "tanks"),
    (None, "square kilometres of territory"),
)
