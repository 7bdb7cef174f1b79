"""What rules see is complete."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from oran_harness.checkers.follow import Follower
from oran_harness.checkers.observation import (
    AssociationBegan,
    AssociationEnded,
    ComplaintObserved,
    HistoryEnded,
    IrregularityObserved,
    MessageObserved,
    NoteObserved,
    Observation,
    PayloadObserved,
    once,
)
from oran_harness.model import HistoryHeader, Role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models import PayloadKind
from tests.checkers.payloads_of import kpm_indication, kpm_subscribed
from tests.checkers.scene import CAUSE, EPOCH, NODE, RIC, Scene, indication


def observed(scene: Scene) -> Iterator[Observation]:
    """All observations of a scene, to the end of its history."""
    follower = Follower(HistoryHeader(EPOCH))
    for event in scene.events:
        yield from follower.follow(event)
    yield from follower.finish()


def test_the_order_of_observations() -> None:
    """A history begins and ends its associations, and tells each message before what is wrong with it."""
    scene = Scene().set_up().note("nothing").node(m.ResetResponse(7)).octets(NODE, b"\0").shut_down(RIC)
    assert [type(each) for each in observed(scene)] == [
        AssociationBegan,
        MessageObserved,
        MessageObserved,
        NoteObserved,
        MessageObserved,
        IrregularityObserved,
        MessageObserved,
        ComplaintObserved,
        AssociationEnded,
        HistoryEnded,
    ]


def test_a_message() -> None:
    """A message comes with who sent it, what it meant and what was before it."""
    scene = Scene().set_up().subscribed().node(indication(sn=7), indication(sn=9))
    seen = [each for each in observed(scene) if isinstance(each, MessageObserved)]
    assert [each.role for each in seen] == [NODE, RIC, RIC, NODE, NODE, NODE]
    assert [each.number for each in seen] == [1, 2, 3, 4, 5, 6]
    assert (seen[4].last_sn, seen[4].last_stream) == (None, None)
    assert (seen[5].last_sn, seen[5].last_stream) == (7, 1)
    assert seen[5].step is not None
    assert seen[5].step.action is not None
    assert isinstance(seen[5].message, m.RICindication)


def test_a_payload() -> None:
    """A payload comes with the definitions that it has to agree with, and its companions."""
    scene = kpm_subscribed(Scene()).node(kpm_indication())
    seen = [each for each in observed(scene) if isinstance(each, PayloadObserved)]
    kinds = [each.payload.kind for each in seen]
    assert kinds == [
        PayloadKind.FUNCTION_DEFINITION,
        PayloadKind.EVENT_TRIGGER_DEFINITION,
        PayloadKind.ACTION_DEFINITION,
        PayloadKind.INDICATION_HEADER,
        PayloadKind.INDICATION_MESSAGE,
    ]
    last = seen[-1]
    assert last.role is NODE
    assert last.action_definition is not None
    assert last.trigger is not None
    assert last.definition is not None
    assert last.other(PayloadKind.INDICATION_HEADER) is seen[-2].payload
    assert last.other(PayloadKind.CONTROL_HEADER) is None
    assert last.path == "RICindication.RICindicationMessage"
    assert scene.events[-1].octets is not None
    assert scene.events[-1].octets[last.offset :] == last.payload.octets


def test_a_question_is_worked_out_once_for_each_payload() -> None:
    """Rules that ask the same of a payload share the answer; another payload has its own."""
    asked: list[PayloadKind] = []

    @once
    def length(seen: PayloadObserved) -> int:
        """How long it is."""
        asked.append(seen.payload.kind)
        return len(seen.payload.octets)

    scene = kpm_subscribed(Scene()).node(kpm_indication())
    seen = [each for each in observed(scene) if isinstance(each, PayloadObserved)]
    assert [length(each) for each in seen] == [length(each) for each in seen]
    assert asked == [each.payload.kind for each in seen]
    assert length(replace(seen[0], payload=seen[1].payload)) == len(seen[1].payload.octets)


@pytest.mark.parametrize(("by", "how"), [(NODE, "abort"), (RIC, "shutdown")])
def test_the_end_of_an_association(by: Role, how: str) -> None:
    """An end tells who began it, how, and what was left."""
    scene = Scene().set_up().node(m.ResetRequest(7, CAUSE))
    scene = scene.abort(by) if how == "abort" else scene.shut_down(by)
    (ended,) = [each for each in observed(scene) if isinstance(each, AssociationEnded)]
    assert ended.by is not None
    assert (ended.by.role, ended.how, ended.aborted) == (by, how, how == "abort")
    assert len(ended.end.unanswered) == 1
    assert ended.last is not None
    assert isinstance(ended.last.message, m.ResetRequest)


def test_an_association_that_outlives_its_history() -> None:
    """Where the history ends first, nobody closed."""
    (ended,) = [each for each in observed(Scene().set_up()) if isinstance(each, AssociationEnded)]
    assert (ended.how, ended.by) == ("history ends", None)
