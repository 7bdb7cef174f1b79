"""Entries for what is wrong and not listed yet, as a person begins with: the reasons are left for him to give."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from oran_harness.captures import whole_file
from oran_harness.model import CaseResult, Role
from oran_harness.runner.gathering import Gathered, gathered
from oran_harness.runner.known.verdicts import WRONG

_WIDTH = 118
_LONGEST = 600
"""Characters of what a comment tells; of a longer text the beginning is enough to know it by."""
_HEAD = """\
# Known verdicts: what is known to be wrong with this product, so that a run names what is new.
# Each entry needs a reason, in a sentence of a person; docs/known-verdicts.md tells all fields.
"""


def proposed(results: Iterable[CaseResult], role: Role) -> str:
    """Entries for verdicts that are wrong and not listed, those of one cause together; empty if there are none.

    The reason of each is empty, which no run accepts: comments tell what was seen.
    """
    unlisted = [result for result in results if result.known is None]
    causes = [cause for verdict in WRONG for cause in gathered(unlisted, verdict)]
    return "\n".join("\n".join(_entry(cause, role)) + "\n" for cause in causes)


def write_proposed(path: Path, entries: str) -> None:
    """Put entries behind what a file holds, or begin one; what people wrote in it stays as it is.

    Raises ``UsageError`` if it cannot be written.
    """
    before = path.read_text("utf-8") if path.exists() else _HEAD
    with whole_file(path) as file:
        file.write(f"{before.rstrip()}\n\n{entries}".encode())


def _entry(cause: Gathered, role: Role) -> Iterator[str]:
    first = cause.first
    seen = (cause.what, first.reason, first.expected and f"expected {first.expected}", first.actual)
    yield "[[known]]"
    yield from _comment("; ".join(dict.fromkeys(filter(None, seen))))
    yield from _ids([result.id for result in cause.results])
    yield f'role = "{role}"'
    yield f'verdict = "{cause.verdict}"'
    yield 'reason = ""'


def _comment(text: str) -> Iterator[str]:
    """A text that may hold what a SUT has sent, as lines of a comment."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in text[:_LONGEST])
    return (f"# {line}" for line in textwrap.wrap(plain, _WIDTH))


def _ids(ids: Sequence[str]) -> Iterator[str]:
    if len(ids) == 1:
        yield f"id = {json.dumps(ids[0])}"
        return
    yield "id = ["
    yield from textwrap.wrap(", ".join(map(json.dumps, ids)), _WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield "]"
