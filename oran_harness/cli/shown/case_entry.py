"""What a case means, for people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from oran_harness.cli.shown.entry import entry, part
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.steps.case import Case

if TYPE_CHECKING:
    from oran_harness.conformance.properties import Property

_INJECTED = " ! "


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
        return list(_case(screen, found))
    if word.casefold() == death.SUT_DIED.casefold():
        parts = [("Requirement", death.REQUIREMENT), ("Clause", death.CLAUSE), ("Level", "must"), ("Hint", death.HINT)]
        return list(entry(screen, f"{death.SUT_DIED}: {death.TITLE}", parts))
    return None


def _case(screen: Terminal, case: "Case | Property") -> Iterator[str]:
    from oran_harness.cli.shown.case_sheet import case_sheet

    sheet = case_sheet(case)
    said = sheet.description
    yield from entry(
        screen,
        f"{said.id}: {said.title}",
        [
            ("About", sheet.purpose),
            ("Clause", said.clause),
            ("Level", said.level.value),
            ("Roles", f"the SUT is the {said.under_test}, we play the {said.under_test.other}"),
            ("Suite", said.suite),
            *([("Tags", ", ".join(said.tags))] if said.tags else []),
            *(("Before it" if not number else "", text) for number, text in enumerate(sheet.preconditions)),
            *(("Passes when" if not number else "", text) for number, text in enumerate(sheet.passes)),
            ("Fails when", sheet.fails),
            *(
                ("Fails on" if not number else "", f"{flaw.id}: {flaw.title}")
                for number, flaw in enumerate(sheet.flaws)
            ),
        ],
    )
    if sheet.chart:
        yield ""
        yield from (f"  {line}" for line in sheet.chart)
        if any(_INJECTED in line for line in sheet.chart):
            yield "  ! marks what we say though nobody may."
        yield ""
    yield from part(screen, "Run it", f"oran-harness run --sut VENDOR:{said.under_test} {said.id}")
