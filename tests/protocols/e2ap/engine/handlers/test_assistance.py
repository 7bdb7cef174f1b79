"""RIC Assistance, its Indications and its Halt."""

from collections.abc import Callable

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import AssistanceState
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.message import Message
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    RIC,
    Conversation,
    Row,
    check_fires,
    check_silent,
    names,
    operational,
    rid,
)

NAME = rid(60, 1)


def ask(updates: bool = True, limit: int | None = None) -> Message:
    """RICassistanceRequest."""
    return m.RICassistanceRequest(NAME, b"h", b"m", "true" if updates else None, limit)


ANSWER = m.RICassistanceResponse(NAME, b"h", b"o")
REFUSAL = m.RICassistanceFailure(NAME, CAUSE)
HALT = m.RICassistanceHalt(NAME)


def update(number: int, instance: int = 1) -> Message:
    """RICassistanceIndication."""
    return m.RICassistanceIndication(rid(60, instance), number, b"h", b"o")


def running(updates: bool = True, limit: int | None = None) -> Callable[[], Conversation]:
    """A conversation with an assistance that was granted."""

    def begin() -> Conversation:
        talk = operational()
        talk.node(ask(updates, limit))
        talk.ric(ANSWER)
        return talk

    return begin


def _halt_and(seconds: float) -> Callable[[Conversation], object]:
    def tell(talk: Conversation) -> None:
        talk.node(HALT)
        talk.wait(seconds)
        talk.ric(update(1))

    return tell


ROWS = [
    Row(
        Kind.ASSISTANCE_UNKNOWN,
        RIC,
        lambda talk: talk.ric(update(1, instance=2)),
        lambda talk: talk.ric(update(1)),
        begin=running(),
    ),
    Row(
        Kind.ASSISTANCE_UNKNOWN,
        RIC,
        lambda talk: (talk.node(ask()), talk.ric(REFUSAL, update(1))),
        lambda talk: (talk.node(ask()), talk.ric(update(1), ANSWER)),
        name="refused",
    ),
    Row(
        Kind.ASSISTANCE_UNASKED,
        RIC,
        lambda talk: talk.ric(update(1)),
        lambda talk: talk.node(HALT),
        begin=running(updates=False),
    ),
    Row(
        Kind.ASSISTANCE_TOO_MANY,
        RIC,
        lambda talk: talk.ric(update(1), update(2), update(3)),
        lambda talk: talk.ric(update(1), update(2)),
        begin=running(limit=2),
    ),
    Row(
        Kind.ASSISTANCE_SN_REPEATED,
        RIC,
        lambda talk: talk.ric(update(1), update(1)),
        lambda talk: talk.ric(update(5), update(3)),
        begin=running(),
    ),
    Row(Kind.ASSISTANCE_AFTER_HALT, RIC, _halt_and(61), _halt_and(1), begin=running()),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What an assistance breaks is noted against the RIC."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A right assistance is not; one update crossing the Halt is right."""
    check_silent(row)


def test_the_ids_of_both_ends_may_be_equal() -> None:
    """Ids are unique per initiating peer: the node's may equal one of the RIC's (E2AP 9.2.7)."""
    talk = operational()
    talk.node(ask(updates=False))
    talk.ric(m.RICcontrolRequest(NAME, 1, None, b"h", b"m"), ANSWER)
    talk.node(m.RICcontrolAcknowledge(NAME, 1))
    assert talk.found == []


def test_a_new_assistance_under_an_old_id_starts_its_numbers_anew() -> None:
    """Serial numbers are unique within one assistance."""
    talk = running()()
    talk.ric(update(1))
    talk.node(HALT, ask())
    talk.ric(ANSWER, update(1))
    assert talk.found == []
    assert talk.association.assistances[NAME].state is AssistanceState.UPDATING


def test_a_halt_for_nothing_is_ignored() -> None:
    """The RIC ignores it, and the node is not accused of it (E2AP 8.2.13.4)."""
    talk = operational()
    talk.node(HALT)
    assert talk.found == []
