"""What asn1tools' parser reads past in a schema without a word, so that octets would be others than X.691's."""

import re

from oran_harness.model.errors import InputError

PASSED_OVER = {
    "a set operation other than a union": r"\b(?:EXCEPT|INCLUDES)\b",
    "a union in parentheses of its own": r"\)\s*(?:\||UNION\b)\s*\(",
    "a union of a size with an alphabet": r"\b(?:SIZE|FROM)\s*\([^()]*\)\s*(?:\||UNION\b)\s*(?:SIZE|FROM)\b",
    "a second size or alphabet": r"\b(SIZE|FROM)\s*\([^()]*\)\s*(?:\)\s*\(|\||\^|UNION\b|INTERSECTION\b)\s*\1\b",
    "an alphabet with an end that is no character": r"\bFROM\s*\([^()]*\b(?:MIN|MAX)\b",
    "a default that is the name of a value": r"\bBOOLEAN\s+DEFAULT\s+(?!TRUE\b|FALSE\b)[\w-]+",
}
"""Regular expressions of schemas without comments and with empty texts, by what is said."""
LEFT_OUT = r'"[^"]*"|--.*?(?:--|$)|/\*.*?\*/'
"""Texts and comments."""


def refuse_passed_over(text: str) -> None:
    """Raises ``InputError`` if the text has what the parser would read past."""
    spaced = re.compile(LEFT_OUT, re.DOTALL | re.MULTILINE)
    plain = spaced.sub(lambda found: '""' if found[0].startswith('"') else " ", text)
    for said, expression in PASSED_OVER.items():
        found = re.search(expression, plain)
        if found is not None:
            shown = " ".join(found[0].split())
            raise InputError(f"the schema has {said}, which is not supported ({shown}); say it in a plainer form")
