"""What grammar says of a text: sentences, tokens, trees, names, quotation. Knows no conflict."""

from sayso.language.analyse import analyse, analyse_many, analyse_parts, analyse_tokens
from sayso.language.analysis import Analysis, Attribution, Links, Name, Sentence, Token

__all__ = [
    "Analysis",
    "Attribution",
    "Links",
    "Name",
    "Sentence",
    "Token",
    "analyse",
    "analyse_many",
    "analyse_parts",
    "analyse_tokens",
]
