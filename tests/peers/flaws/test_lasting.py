"""What a flawed peer keeps over its restart."""

import json

from oran_harness.model import Role
from oran_harness.peers.actor import Lasting
from oran_harness.peers.flaws.lasting import LastingActor
from oran_harness.protocols.e2ap.elements import RICrequestID
from tests.peers.flaws.rehearsal import reference

FIRST, SECOND = RICrequestID(1, 2), RICrequestID(1, 3)


def after(former: LastingActor | None = None) -> LastingActor:
    """An actor that has begun, behind another one."""
    actor = LastingActor(reference(Role.NEAR_RT_RIC))
    if former is not None:
        actor.kept = json.loads(json.dumps(former.kept))
    actor.begin(0.0)
    return actor


def test_lives_are_counted() -> None:
    """Only who is given what another one kept was restarted."""
    first = after()
    assert isinstance(first, Lasting)
    assert (first.life, first.restarted) == (1, False)
    assert (after(first).life, after(first).restarted) == (2, True)
    assert not after().restarted


def test_ids_from_before() -> None:
    """Those that were in use before the restart, until they are used again."""
    first = after()
    first.note_id(FIRST)
    assert not first.is_from_before(FIRST)
    assert not first.left_something
    second = after(first)
    assert second.left_something
    assert second.is_from_before(FIRST)
    assert not second.is_from_before(SECOND)
    assert not second.is_from_before(None)
    second.note_id(FIRST)
    assert not second.is_from_before(FIRST)
    assert not second.left_something
