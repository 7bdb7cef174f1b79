"""The finding that a SUT died, or answers no longer: it counts for the case in which that happened."""

from collections.abc import Sequence

from oran_harness.model import CaseDescription, Event, EventKind, Finding, Level

SUT_DIED = "SUT-DIED"
TITLE = "The SUT lives on after a case"
CLAUSE = "O-RAN.WG11.SecTests, robustness: whatever it is sent, the product goes on"
REQUIREMENT = "Whatever a SUT is sent, it lives on, and answers E2 Setup on a fresh association afterwards."
HINT = (
    "The history shows what the SUT was sent last, and what its process said. A core file or its log tells where it "
    "ended; oran-harness run with the id of the case shows it again."
)


def note_of(detail: str) -> str:
    """The note that a history gets when its SUT died; a replay finds it there."""
    return f"{SUT_DIED}: {detail}"


def deaths(case: CaseDescription, history: str, events: Sequence[Event]) -> tuple[Finding, ...]:
    """The finding for each such note; the event that shows it is the last that the SUT's process did before, if any."""
    found = []
    shown: Event | None = None
    for event in events:
        if event.kind is EventKind.PROCESS:
            shown = event
        elif event.kind is EventKind.NOTE and (event.message or "").startswith(note_of("")):
            detail = (event.message or "").removeprefix(note_of(""))
            found.append(_death(case, history, shown or event, detail))
    return tuple(found)


def _death(case: CaseDescription, history: str, shown: Event, detail: str) -> Finding:
    return Finding(
        rule=SUT_DIED,
        clause=CLAUSE,
        level=Level.MUST,
        blame=case.under_test.value,
        message=f"the {case.under_test} did not outlive the case: {detail}",
        expected="a SUT that answers on a fresh association after the case",
        actual=detail,
        hint=HINT,
        event=shown.n,
        case=case.id,
        history=f"{history}.jsonl",
    )
