"""Reads an ``expected.toml`` and says all that is wrong with it at once."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from oran_harness.adapters.fields import Check, Fields, like, one_of
from oran_harness.adapters.role_reader import SCHEMES
from oran_harness.adapters.toml_file import read_toml, refuse
from oran_harness.model import CaseDescription, Known, Role, Verdict
from oran_harness.runner.known.entry import Entry
from oran_harness.runner.known.verdicts import KnownVerdicts

FILE_NAME = "expected.toml"
TABLE = "known"
"""The list of tables that such a file holds."""
_TOLD = "told"
_SCHEMES = tuple(scheme for schemes in SCHEMES.values() for scheme in schemes)
_LINK = like(r"https?://\S+", "an address such as https://tracker.example.com/1234")


def read_known(
    path: Path, cases: Iterable[CaseDescription], rules: Iterable[str], editions: Iterable[str]
) -> KnownVerdicts:
    """The known verdicts in a file; ``cases``, ``rules`` and ``editions`` (of E2AP) are those that there are.

    Raises ``InputError``, one sentence with everything that is wrong: each line and field, and what was expected of it.
    """
    described = {case.id: case for case in cases}
    file = read_toml(
        path, "file of known verdicts", "oran-harness run with --write-expected writes one, and an empty one will do"
    )
    problems: list[str] = []
    top = Fields(file.document, "", problems, file.lines)
    reader = _Reader(described, frozenset(rules), tuple(editions), file.lines)
    entries = [reader.entry(fields) for fields in top.inners(TABLE)]
    top.done()
    problems += _clashes(entries)
    refuse(path, problems)
    return KnownVerdicts(path, tuple(entries), tuple(described.values()))


class _Reader:
    """Knows what there is, and reads entries."""

    def __init__(
        self,
        cases: Mapping[str, CaseDescription],
        rules: frozenset[str],
        editions: tuple[str, ...],
        lines: Mapping[str, int],
    ) -> None:
        self._cases = cases
        self._rules = rules
        self._editions = editions
        self._lines = lines

    def entry(self, fields: Fields) -> Entry:
        """One entry; what is wrong is among the problems of the fields."""
        reason = fields.table.get("reason")
        if isinstance(reason, str) and not reason.strip():
            fields.wrong("reason", "is empty; say in a sentence why that verdict is known")
            fields.table = {**fields.table, "reason": _TOLD}
        ids = _one_or_more(fields, "id", self._id)
        verdicts = tuple(Verdict(word) for word in _one_or_more(fields, "verdict", one_of(Verdict)))
        if verdicts == (Verdict.PASS,):
            fields.wrong("verdict", "is pass, which needs no entry; expected another, or several of which one is pass")
        role = fields.text("role", check=one_of(Role))
        entry = Entry(
            ids,
            Known(verdicts, (fields.text("reason", required=True) or "").strip(), fields.text("link", check=_LINK)),
            Role(role) if role is not None else None,
            fields.texts("e2ap", check=one_of(self._editions)) or (),
            fields.texts("transport", check=one_of(_SCHEMES)) or (),
            self._lines.get(fields.path, 0),
        )
        for id in ids if entry.role is not None else ():
            case = self._cases.get(id)
            if case is not None and case.under_test is not entry.role:
                fields.wrong("role", f"is {entry.role}, and {id} is a case for {case.under_test}; expected that")
        fields.done()
        return entry

    def _id(self, text: str) -> str | None:
        if text in self._cases or text in self._rules:
            return None
        near = difflib.get_close_matches(text, [*self._cases, *self._rules], n=2)
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        return f"the id of a case or rule ({hint}what is no more has to be taken out)"


def _one_or_more(fields: Fields, name: str, check: Check) -> tuple[str, ...]:
    """A text, or a list of some."""
    if isinstance(fields.table.get(name), str):
        text = fields.text(name, check=check)
        return (text,) if text is not None else ()
    return fields.texts(name, check=check, required=True) or ()


def _clashes(entries: Iterable[Entry]) -> Iterator[str]:
    """What stands twice, or contradicts itself."""
    by_id: dict[str, list[Entry]] = {}
    for entry in entries:
        for id in entry.ids:
            by_id.setdefault(id, []).append(entry)
    for id, several in by_id.items():
        for first, second in combinations(several, 2):
            if first is second or not first.meets(second):
                continue
            where = f"line {second.line}: {id} stands in line {first.line} as well"
            if set(first.known.verdicts) == set(second.known.verdicts):
                yield f"{where}, with the same verdicts; expected it once"
            else:
                yield f"{where}, with other verdicts for the same runs; expected one entry that lists all of them"
