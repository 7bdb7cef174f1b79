"""UEs that a node under test is known to have: those that it reports itself, by a condition."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from oran_harness.conformance.choices import node_kind
from oran_harness.conformance.e2ap.node_scenery import of, released, says
from oran_harness.conformance.kpm.node_scenery import (
    COMMON_STYLE,
    MATCHING_STYLE,
    NEEDS,
    Offer,
    Told,
    attempt,
    possible_report,
    read,
)
from oran_harness.model import Verdict
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionRequest
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.kpm.definition import AnnouncedFunction
from oran_harness.steps import CaseOutcome, Peer, inconclusive, unsupported

_NOBODY = 4094
"""A number that no UE is likely to have: the largest but one of the shortest ids."""


@dataclass(frozen=True, slots=True)
class Census:
    """UEs of the node. ``seen`` tells that it reported them just now; else they are guessed."""

    ues: tuple[UEID, ...]
    seen: bool

    def several(self, ric: Peer) -> tuple[UEID, ...]:
        """Two UEs at least, the second one perhaps of nobody: an action of style 5 names no fewer."""
        return self.ues if len(self.ues) > 1 else (*self.ues, nobody(ric))


def nobody(ric: Peer, number: int = _NOBODY) -> UEID:
    """The UE-ID of a UE that there is not, in the variant of the node's kind."""
    return ue_id(node_kind(ric), number)


async def census(ric: Peer) -> Census:
    """The UEs that the node reports of its own accord, by style 4 or 3; the first two numbers where it has neither."""
    function = ric.function("KPM")
    announced = function.announced
    for number in (COMMON_STYLE, MATCHING_STYLE):
        style = announced.style(number) if isinstance(announced, AnnouncedFunction) else None
        if style is None or not style.names:
            continue
        offered = Offer(function.id, function.edition, style)
        found = await attempt(ric, offered.request(ric), "a usual condition")
        if not found.admitted:
            continue
        told = await possible_report(ric, found.request)
        await released(ric, found.request)
        ues = unique(told.ues) if told is not None else ()
        if ues:
            return Census(ues, True)
    return Census(tuple(ue_id(node_kind(ric), number) for number in (1, 2)), False)


def unique(ues: tuple[UEID, ...]) -> tuple[UEID, ...]:
    """UEs, each once."""
    return tuple({identity(one): one for one in ues}.values())


async def subscribed_to_ues(
    ric: Peer, people: Census, make: Callable[[], RICsubscriptionRequest], what: str
) -> RICsubscriptionRequest:
    """A subscription about UEs of the node, admitted.

    What a node does about a UE that it does not have is open: it is blamed for a refusal only if it reported the UE
    before and after.
    """
    found = await attempt(ric, make(), what)
    if found.admitted:
        return found.request
    await _still_there(ric, people, f"it admits no subscription with {what}: {says(found.answer)}")
    if not ric.claims.covers(NEEDS):
        raise unsupported(f"the E2 node admits no subscription with {what}: {says(found.answer)}")
    raise CaseOutcome(
        Verdict.FAIL,
        requirement="The E2 node admits a report that it declares, about a UE that it reports itself (E2AP 8.2.1.2)",
        expected="RIC SUBSCRIPTION RESPONSE, the action admitted",
        actual=says(found.answer),
    )


async def report_of_ues(ric: Peer, people: Census, request: RICsubscriptionRequest) -> Told:
    """The next report of a subscription about UEs; without one the node is blamed only if the UEs are there still."""
    told = await possible_report(ric, request)
    if told is not None:
        return told
    late = await ric.hear(RICindication, where=of(request))
    if late is not None:
        return read(late)
    await released(ric, request)
    await _still_there(ric, people, "it sends no report about them")
    raise CaseOutcome(
        Verdict.FAIL,
        requirement="A report that was admitted is sent while its UEs are connected (KPM 7.4.3.4, 7.4.6.4)",
        expected="RIC INDICATION",
        actual="no report in several reporting periods, though a report by condition names the UEs before and after",
    )


async def _still_there(ric: Peer, people: Census, otherwise: str) -> None:
    """The UEs that were seen are seen again; inconclusive else."""
    if not people.seen:
        raise inconclusive(f"which UEs the E2 node has is not known; {otherwise}")
    now: set[Any] = {identity(one) for one in (await census(ric)).ues}
    if not {identity(one) for one in people.ues} <= now:
        raise inconclusive(f"the UEs of the E2 node changed meanwhile; {otherwise}")
