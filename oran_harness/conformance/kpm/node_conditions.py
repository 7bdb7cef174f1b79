"""Conditions and UEs of KPM with an E2 node under test: nobody, too few, those who come and go (KPM 7.4.3 to 7.4.6)."""

from oran_harness.conformance.choices import PERIOD_MS
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, of, serving, unharmed
from oran_harness.conformance.kpm.node_census import nobody
from oran_harness.conformance.kpm.node_scenery import (
    COMMON_STYLE,
    MATCHING_STYLE,
    NEEDS,
    UE_STYLE,
    UES_STYLE,
    Told,
    attempt,
    measured,
    offer,
    open_to,
    patience,
    possible_report,
)
from oran_harness.conformance.periods import period_ms
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.service_models.common.build import ue_number
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.build.conditions import Condition
from oran_harness.steps import Peer, check, inconclusive

_CLAUSE = "O-RAN.WG3.E2SM-KPM 7.4"
_TAGS = ("RICsubscription", "RICindication", "KPM", "positive")
_NEGATIVE = ("RICsubscription", "KPM", "negative")
_NO_SLICE = kpm.condition("sNSSAI", "equal", b"\xfd\xfd\xfd\xfd")
"""Whom no network under test is likely to have: a UE of the slice SST 253, SD fdfdfd."""
_CONTRADICTION = (kpm.condition("rSRP", "greaterthan", 60), kpm.condition("rSRP", "lessthan", 60))
"""What nobody meets, in whatever unit: both have to hold."""
_STRANGERS = (4093, 4094)
_LOOKS = 8
_NOTICED_S = 5.0
_NO_SLICE_LABEL = kpm.slice_label(253, 0xFDFDFD)


@case(
    id="E2SM-KPM-261",
    title="Style 4 sends no report while no UE meets its condition",
    clause=f"{_CLAUSE}.5.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def reports_nobody(ric: Peer) -> None:
    """UEs of a slice that there is not; over several reporting periods."""
    await _quiet(ric, (_NO_SLICE,), "a condition that no UE meets")


@case(
    id="E2SM-KPM-262",
    title="Of several conditions of style 4 all have to hold",
    clause=f"{_CLAUSE}.5.4, 8.2.1.2.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def joins_conditions(ric: Peer) -> None:
    """Two that contradict each other, of one RSRP, without logical OR: nobody meets both."""
    await _quiet(ric, _CONTRADICTION, "two conditions that contradict each other")


@case(
    id="E2SM-KPM-263",
    title="Style 3 names no UE while none meets its condition",
    clause=f"{_CLAUSE}.4.4, 8.2.1.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def names_nobody(ric: Peer) -> None:
    """Whether it sends a report without UEs, or none, is open."""
    offered = offer(ric, MATCHING_STYLE)
    definition = offered.definition(conditions=(_NO_SLICE_LABEL,))
    request = await open_to(ric, offered.request(ric, definition), "a condition that no UE meets (report style 3)")
    told = await possible_report(ric, request, least_s=0.0)
    check(
        told is None or not told.ues,
        "A report of style 3 names UEs that meet the condition of the measurement (KPM 7.4.4.4)",
        expected="no UE, for the slice SST 253, SD fdfdfd is nobody's",
        actual=_counted(told),
    )


@case(
    id="E2SM-KPM-264",
    title="Style 2 about a UE that there is not is answered",
    clause="O-RAN.WG3.E2AP 8.2.1; O-RAN.WG3.E2SM-KPM 7.4.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_NEGATIVE, "F8"),
    suite="kpm",
)
async def answers_an_unknown_ue(ric: Peer) -> None:
    """Refused or admitted, and no harm; what is reported has no values."""
    offered = offer(ric, UE_STYLE)
    await _nothing_of(ric, offered.definition(ues=(nobody(ric),)), UE_STYLE, "a UE that there is not")


@case(
    id="E2SM-KPM-265",
    title="Style 5 about UEs that there are not is answered",
    clause="O-RAN.WG3.E2AP 8.2.1; O-RAN.WG3.E2SM-KPM 7.4.6",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_NEGATIVE, "F8"),
    suite="kpm",
)
async def answers_unknown_ues(ric: Peer) -> None:
    """Refused or admitted, and no harm; what is reported has no values."""
    offered = offer(ric, UES_STYLE)
    ues = tuple(nobody(ric, number) for number in _STRANGERS)
    await _nothing_of(ric, offered.definition(ues=ues), UES_STYLE, "UEs that there are not")


@case(
    id="E2SM-KPM-266",
    title="Style 5 with one UE twice is answered",
    clause="O-RAN.WG3.E2AP 8.2.1; O-RAN.WG3.E2SM-KPM 8.2.1.2.5",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_NEGATIVE, "F28"),
    suite="kpm",
)
async def answers_one_ue_twice(ric: Peer) -> None:
    """An action of style 5 names two UEs at least, and one twice is the least of RICs that have but one."""
    offered = offer(ric, UES_STYLE)
    await _nothing_of(ric, offered.definition(ues=(nobody(ric), nobody(ric))), UES_STYLE, "one UE twice")


@case(
    id="E2SM-KPM-267",
    title="Style 5 with many UEs is answered",
    clause="O-RAN.WG3.E2AP 8.2.1; O-RAN.WG3.E2SM-KPM 8.2.1.2.5",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_NEGATIVE, "bounds", "F26"),
    suite="kpm",
)
async def answers_many_ues(ric: Peer) -> None:
    """Of 1,000 UEs none is there: some 15,000 octets, refused or admitted, and no harm."""
    offered = offer(ric, UES_STYLE)
    ues = tuple(nobody(ric, 3000 + number) for number in range(1000))
    await _nothing_of(ric, offered.definition(ues=ues), UES_STYLE, "1,000 UEs", of_strangers=False)


@case(
    id="E2SM-KPM-268",
    title="Reports of style 4 name each UE once, while UEs come and go",
    clause=f"{_CLAUSE}.5.4, 8.2.1.4.3",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "slow"),
    suite="kpm",
)
async def follows_ues(ric: Peer) -> None:
    """Over some seconds; each report goes by who is there in its own period, and all rules look at each of them."""
    offered = offer(ric, COMMON_STYLE)
    definition = offered.definition(granularity_ms=500)
    request = await open_to(ric, offered.request(ric, definition, reporting_ms=500), "a usual condition")
    for number in range(_LOOKS):
        told = await possible_report(ric, request)
        if told is None:
            if number == 0:
                raise inconclusive("no UE of the E2 node meets the condition")
            return
        found = [identity(ue) for ue in told.ues]
        check(
            len(set(found)) == len(found),
            "A report of style 4 has one item for each UE that meets the condition (KPM 8.2.1.4.3)",
            expected=f"{len(set(found))} UEs, each once",
            actual=f"{len(found)} items for {len(set(found))} UEs",
        )


@case(
    id="E2SM-KPM-269",
    title="A UE that has left disappears from the reports",
    clause=f"{_CLAUSE}.5.4",
    level=Level.MUST,
    under_test=NODE,
    needs=(*NEEDS, "stimulus:ue-release"),
    tags=_TAGS,
    suite="kpm",
)
async def forgets_who_left(ric: Peer) -> None:
    """To the end of the period in which it left there may be noValue of it; after that it is not reported."""
    offered = offer(ric, COMMON_STYLE)
    request = await open_to(ric, offered.request(ric), "a usual condition")
    told = await possible_report(ric, request)
    if told is None:
        raise inconclusive("no UE of the E2 node meets the condition")
    before = {identity(ue): ue_number(ue) for ue in told.ues}
    done = await ric.stimulate("ue-release")
    left = {name for name, number in before.items() if number == done.details.get("ue")}
    # Reports of before may still be on their way; and how fast a node notices no clause says.
    looks = _LOOKS + round((_NOTICED_S + 2 * ric.slowest) * 1000 / (period_ms(request) or PERIOD_MS))
    for _ in range(looks):
        told = await possible_report(ric, request)
        if told is None or not (left or before.keys()) <= {identity(ue) for ue in told.ues}:
            return
    if not left:
        raise inconclusive("which UE has left was not told, and all that were reported before are reported still")
    check(
        False,
        "A UE that has left is not reported in the reporting periods after that (KPM 7.4.5.4)",
        expected=f"a report without UE {done.details.get('ue')}",
        actual=f"the UE in each of {looks} reports",
    )


async def _quiet(ric: Peer, conditions: tuple[Condition, ...], what: str) -> None:
    """A subscription of style 4 that nobody meets, if it is admitted, brings no report."""
    offered = offer(ric, COMMON_STYLE)
    request = await open_to(ric, offered.request(ric, offered.definition(conditions=conditions)), what)
    await ric.silence(
        RICindication,
        where=of(request),
        lasting=patience(request),
        requirement=f"With {what} the E2 node reports nothing (KPM 7.4.5.4)",
    )


async def _nothing_of(ric: Peer, definition: bytes, style: int, what: str, *, of_strangers: bool = True) -> None:
    """A subscription about UEs that there are not is answered either way, and reports no values of them."""
    offered = offer(ric, style)
    await serving(ric)
    found = await attempt(ric, offered.request(ric, definition), f"{what} (report style {style})")
    told = await possible_report(ric, found.request) if found.admitted and of_strangers else None
    values = [] if told is None else measured(told)
    check(
        not values,
        "Measurements of a UE are reported while the node has it (KPM 7.4.3, 7.4.6.4)",
        expected=f"no values of {what}",
        actual=", ".join(values),
    )
    await unharmed(ric, f"a subscription about {what}")


def _counted(told: Told | None) -> str:
    return "no report" if told is None else f"{len({identity(ue) for ue in told.ues})} UEs"
