"""What a case means, for people."""

import inspect
from collections.abc import Iterator
from typing import TYPE_CHECKING

from oran_harness.cli.shown.terminal import Terminal
from oran_harness.steps.case import Case

if TYPE_CHECKING:
    from oran_harness.conformance.properties import Property

_INDENT = " " * 15


def case_ids() -> list[str]:
    """The ids of all cases, and of the finding that is none of a rule's."""
    # Imported here: whoever asks for a rule need not wait for the cases.
    from oran_harness.conformance import load, load_properties
    from oran_harness.runner.death import SUT_DIED

    return [*(case.id for case in load()), *(each.id for each in load_properties()), SUT_DIED]


def case_entry(screen: Terminal, word: str) -> list[str] | None:
    """What the case of that id is about, as lines; None if there is none. Capitals do not matter."""
    from oran_harness.conformance import load, load_properties
    from oran_harness.runner import death

    everything: list[Case | Property] = [*load(), *load_properties()]
    found = next((case for case in everything if case.id.casefold() == word.casefold()), None)
    if found is not None:
        return list(_lines(screen, _parts(found)))
    if word.casefold() == death.SUT_DIED.casefold():
        parts = [("Finding", f"{death.SUT_DIED}: {death.TITLE}"), ("Requirement", death.REQUIREMENT)]
        return list(_lines(screen, [*parts, ("Clause", death.CLAUSE), ("Level", "must"), ("Hint", death.HINT)]))
    return None


def _parts(case: "Case | Property") -> Iterator[tuple[str, str]]:
    said = case.description
    yield "Case", f"{said.id}: {said.title}"
    if doc := inspect.getdoc(case.body):
        yield "About", " ".join(doc.split())
    yield "Clause", said.clause
    yield "Level", said.level.value
    yield "SUT", said.under_test.value
    yield "Suite", said.suite
    if said.tags:
        yield "Tags", ", ".join(said.tags)
    if said.needs:
        yield "Needs", ", ".join(said.needs)
    yield "Run it", f"oran-harness run --sut VENDOR:{said.under_test} {said.id}"


def _lines(screen: Terminal, parts: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> Iterator[str]:
    (_, name), *rest = parts
    yield screen.paint(name, "bold")
    for heading, text in rest:
        lines = screen.wrapped(text, _INDENT)
        yield screen.paint(f"  {heading:<13}", "dim") + lines[0][len(_INDENT) :]
        yield from lines[1:]
