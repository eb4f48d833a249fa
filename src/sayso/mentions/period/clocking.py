"""Times of day in words and digits."""

from sayso.mentions.period.shape import Hit


def clock_of(hit: Hit, start: int, end: int) -> str | None:
    """A time of day as "HH:MM": "5pm", "17:30", "8 o'clock", "8.30 p.m."."""
    tokens = hit.tokens
    first, number = tokens.words[start], None
    pieces = first.replace(".", ":").split(":") if tokens.name(start) == "clock" else [first]
    if not pieces[0].isdigit():
        number = sum(
            int(tokens.value(at)) for at in range(start, end) if tokens.name(at) in ("one", "teen", "tens")
        )
    hours, minutes = (
        number if number is not None else int(pieces[0]),
        int(pieces[1]) if len(pieces) > 1 else 0,
    )
    half = next((tokens.words[at][0] for at in range(start, end) if tokens.name(at) == "ampm"), "")
    if half == "p" and hours < 12:
        hours += 12
    if half == "a" and hours == 12:
        hours = 0
    return f"{hours:02}:{minutes:02}" if hours <= 24 and minutes < 60 else None
