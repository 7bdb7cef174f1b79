"""A small run to listen to."""

from collections.abc import Iterable

from oran_harness.model import (
    CaseDescription,
    CaseResult,
    Event,
    EventKind,
    Finding,
    HistoryHeader,
    Level,
    Role,
    Verdict,
)
from oran_harness.model.run_event import (
    CaseFinished,
    CaseStarted,
    EventRecorded,
    Listener,
    RunEvent,
    RunFinished,
    RunStarted,
    SutChanged,
    SutDescription,
)

HEADER = HistoryHeader(1_700_000_000.0, {"near-rt-ric": "near-rt-ric", "e2-node": "e2-node"}, 7)
FINDING = Finding(
    "E2AP-X", "clause", Level.MUST, "e2-node", "said wrongly", "right", "wrong", "mend it", case="E2AP-A-001"
)


def description(id: str = "E2AP-A-001", level: Level = Level.MUST) -> CaseDescription:
    return CaseDescription(id, f"Title of {id}", "E2AP 8.3.1", level, Role.E2_NODE, tags=("positive",))


def result(
    verdict: Verdict = Verdict.PASS, id: str = "E2AP-A-001", level: Level = Level.MUST, reason: str = "", **more: str
) -> CaseResult:
    case = description(id, level)
    return CaseResult(
        case.id, case.title, case.clause, level, "e2", "e2ap", case.tags, verdict, reason,
        duration_s=0.25, history=f"history/{id}.jsonl", **more,
    )  # fmt: skip


def started(*cases: CaseDescription) -> RunStarted:
    sut = SutDescription("alfa", "e2-node", "1.4.0", "tcp://127.0.0.1:1")
    return RunStarted("run-1", 1_700_000_000.0, "0.1.0", ("e2ap",), 7, sut, cases or (description(),))


def events(results: Iterable[CaseResult], findings: tuple[Finding, ...] = ()) -> list[RunEvent]:
    """A whole run: each case says one message in each direction."""
    told: list[RunEvent] = [started(), SutChanged(True, 0, "started")]
    for each in results:
        told.append(CaseStarted(description(each.id, each.level), f"history/{each.id}", HEADER))
        told.append(EventRecorded(each.id, Event(0, 0.0, EventKind.UP, "1", "e2-node", "near-rt-ric")))
        for n, (source, target, direction) in enumerate(
            (("e2-node", "near-rt-ric", "from-sut"), ("near-rt-ric", "e2-node", "to-sut")), 1
        ):
            message = Event(n, n / 10, EventKind.OCTETS, "1", source, target, 0, 70, b"\x00\x01\x02", "E2setupRequest")
            told.append(EventRecorded(each.id, message, "e2", "E2setup", direction))
        told.append(CaseFinished(each, findings))
    told.append(RunFinished(1.5, {}))
    return told


def tell(listener: Listener, told: Iterable[RunEvent]) -> None:
    for event in told:
        listener(event)
