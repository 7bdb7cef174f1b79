"""RIC Service Load Status and Load Update."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.engine import LoadState
from oran_harness.protocols.e2ap.message import Message
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Conversation,
    Row,
    check_fires,
    check_silent,
    names,
    operational,
)


def ask(kind: str, ric: int = 5, node: int | None = None, functions: tuple[int, ...] = (1,)) -> Message:
    """RICserviceLoadStatusRequest."""
    items = tuple(e.RANfunctionLoadRequest_Item(name, "true") for name in functions) or None
    return m.RICserviceLoadStatusRequest(ric, node, kind, items, "ms1000")


def tell(ric: int = 5, node: int = 8, functions: tuple[int, ...] = (1,)) -> Message:
    """RICserviceLoadStatusResponse."""
    return m.RICserviceLoadStatusResponse(
        ric, node, tuple(e.RANfunctionLoadConfirm_Item(name, "true") for name in functions)
    )


def update(ric: int = 5) -> Message:
    """RICserviceLoadUpdate."""
    return m.RICserviceLoadUpdate(ric, 8, (e.RANfunctionLoad_Item(1, e.RICloadInformation("notoverload")),))


def _running() -> Conversation:
    talk = operational()
    talk.ric(ask("start"))
    talk.node(tell())
    return talk


ROWS = [
    Row(
        Kind.LOAD_REQUEST_INCOMPLETE,
        RIC,
        lambda talk: talk.ric(ask("add")),
        lambda talk: talk.ric(ask("add", node=8)),
        begin=_running,
    ),
    Row(
        Kind.LOAD_REQUEST_INCOMPLETE,
        RIC,
        lambda talk: talk.ric(ask("start", functions=())),
        lambda talk: talk.ric(ask("start")),
        name="start",
    ),
    Row(
        Kind.LOAD_ANSWER_INCOMPLETE,
        NODE,
        lambda talk: (talk.ric(ask("start")), talk.node(m.RICserviceLoadStatusResponse(5, 8))),
        lambda talk: (talk.ric(ask("start")), talk.node(tell())),
    ),
    Row(
        Kind.LOAD_REQUEST_UNKNOWN,
        RIC,
        lambda talk: talk.ric(ask("stop", 6, 8)),
        lambda talk: talk.ric(ask("stop", 5, 8)),
        begin=_running,
    ),
    Row(
        Kind.LOAD_ID_DIFFERS,
        NODE,
        lambda talk: (talk.ric(ask("add", node=8)), talk.node(tell(node=9))),
        lambda talk: (talk.ric(ask("add", node=8)), talk.node(tell(node=8))),
        begin=_running,
    ),
    Row(
        Kind.LOAD_ITEM_NEVER_ASKED,
        NODE,
        lambda talk: (talk.ric(ask("start")), talk.node(tell(functions=(1, 2)))),
        lambda talk: (talk.ric(ask("start", functions=(1, 2))), talk.node(tell(functions=(1,)))),
    ),
    Row(
        Kind.LOAD_UPDATE_UNKNOWN,
        NODE,
        lambda talk: talk.node(update(6)),
        lambda talk: talk.node(update(5)),
        begin=_running,
    ),
    Row(
        Kind.LOAD_UPDATE_AFTER_STOP,
        NODE,
        lambda talk: (talk.ric(ask("stop", node=8)), talk.node(tell(), update())),
        lambda talk: (talk.ric(ask("stop", node=8)), talk.node(update(), tell())),
        begin=_running,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What load reports break is noted."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """Right load reports are not; confirming a part of what was asked is legal."""
    check_silent(row)


def test_reports_are_followed_from_start_to_stop() -> None:
    """The table of load reports is what the records hold (E2AP 8.2.8)."""
    talk = _running()
    reports = talk.association.load_reports[5]
    assert (reports.state, reports.node_id) == (LoadState.REPORTING, 8)
    talk.ric(ask("stop", node=8))
    talk.node(tell())
    assert talk.association.load_reports[5].state is LoadState.STOPPED
    assert talk.found == []


def test_a_node_that_does_not_know_the_procedure_may_be_silent() -> None:
    """The procedure's criticality is ignore: silence is no debt."""
    talk = operational()
    talk.ric(ask("start"))
    assert talk.association.overdue(1000, 1) == ()


def test_the_node_id_of_a_refused_start_is_open() -> None:
    """The failure must name a measurement id of the node that does not exist yet: any value will do."""
    talk = operational()
    talk.ric(ask("start"))
    talk.node(m.RICserviceLoadStatusFailure(5, 77, CAUSE))
    assert talk.found == []
    assert talk.association.load_reports[5].state is LoadState.ABSENT


def test_what_a_reset_does_to_load_reports_is_open() -> None:
    """Nobody is accused of reports after a Reset."""
    talk = _running()
    talk.ric(ask("stop", node=8))
    talk.node(tell())
    talk.ric(m.ResetRequest(1, CAUSE))
    talk.node(m.ResetResponse(1), update())
    assert talk.accused == []
