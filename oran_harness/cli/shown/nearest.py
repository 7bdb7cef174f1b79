"""What a person may have meant."""

import difflib
from collections.abc import Iterable

_MANY = 16


def nearest(word: str, known: Iterable[str]) -> str:
    """The second half of a sentence about an unknown word: the names nearest to it, or all where they are few."""
    names = list(known)
    folded = {name.casefold(): name for name in names}
    if word.casefold() in folded:
        return f"did you mean {folded[word.casefold()]}?"
    close = [folded[name] for name in difflib.get_close_matches(word.casefold(), folded, n=3, cutoff=0.55)]
    if close:
        return f"did you mean {' or '.join(close)}?"
    return f"choose one of {', '.join(names)}." if len(names) <= _MANY else "oran-harness list rules shows the rules."
