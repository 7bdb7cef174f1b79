"""KPM's report styles with an E2 node under test, each in its own formats (KPM 7.4)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, admitted
from oran_harness.conformance.kpm.node_census import Census, census, nobody, report_of_ues, subscribed_to_ues
from oran_harness.conformance.kpm.node_scenery import (
    COMMON_STYLE,
    MATCHING_STYLE,
    NEEDS,
    NODE_STYLE,
    UE_STYLE,
    UES_STYLE,
    USUAL_SLICE,
    Told,
    attempt,
    check_format,
    offer,
    open_to,
    possible_report,
    report,
)
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap.messages import RICsubscriptionRequest
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.formats import content_of
from oran_harness.service_models.kpm.records import matched_values, record_lengths, reports
from oran_harness.steps import Peer, check, unsupported

_CLAUSE = "O-RAN.WG3.E2SM-KPM 7.4"
_TAGS = ("RICsubscription", "RICindication", "KPM", "positive")


@case(
    id="E2SM-KPM-211",
    title="Style 1 reports the node in message format 1",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F28"),
    suite="kpm",
)
async def reports_the_node(ric: Peer) -> None:
    """One measurement, one label: a value for it in each record."""
    offered = offer(ric, NODE_STYLE)
    request, _ = await admitted(ric, offered.request(ric))
    told = await report(ric, request)
    check_format(told, 1, NODE_STYLE)
    _one_value_each(told)


@case(
    id="E2SM-KPM-212",
    title="Style 2 reports one UE in message format 1",
    clause=f"{_CLAUSE}.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def reports_one_ue(ric: Peer) -> None:
    """The UE is one that the node reports itself by a condition, as far as it has such a style."""
    offered = offer(ric, UE_STYLE)
    people = await census(ric)
    one = Census(people.ues[:1], people.seen)

    def make() -> RICsubscriptionRequest:
        return offered.request(ric, offered.definition(ues=one.ues))

    request = await subscribed_to_ues(ric, one, make, "one UE (report style 2)")
    told = await report_of_ues(ric, one, request)
    check_format(told, 1, UE_STYLE)
    _one_value_each(told)


@case(
    id="E2SM-KPM-213",
    title="Style 3 reports the UEs of each measurement in message format 2",
    clause=f"{_CLAUSE}.4, 8.2.1.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F3"),
    suite="kpm",
)
async def reports_matching_ues(ric: Peer) -> None:
    """A record has one value for each UE that matched, measurement by measurement."""
    offered = offer(ric, MATCHING_STYLE)
    names = offered.measurements(2)
    found = await attempt(ric, offered.request(ric, offered.definition(measurements=names)), "labels as conditions")
    request = found.request
    if not found.admitted:
        definition = offered.definition(measurements=names, conditions=(USUAL_SLICE,))
        request = await open_to(ric, offered.request(ric, definition), "labels or a slice as conditions")
    told = await report(ric, request, otherwise=Verdict.INCONC)
    check_format(told, 2, MATCHING_STYLE)
    content = content_of(told.message)
    for number, length in enumerate(record_lengths(content)):
        wanted = matched_values(content, number)
        check(
            wanted is None or length == wanted,
            "A record of message format 2 has one value for each matched UE of each measurement (KPM 8.2.1.4.2)",
            expected=f"{wanted} values",
            actual=f"{length} values in record {number + 1}",
        )


@case(
    id="E2SM-KPM-214",
    title="Style 4 reports the UEs that meet a condition in message format 3",
    clause=f"{_CLAUSE}.5, 8.2.1.4.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F3", "F28"),
    suite="kpm",
)
async def reports_ues_by_condition(ric: Peer) -> None:
    """Those with a slice of SST 1, as most have; without any there is no report."""
    offered = offer(ric, COMMON_STYLE)
    request = await open_to(ric, offered.request(ric), "a slice as condition")
    told = await report(ric, request, otherwise=Verdict.INCONC)
    check_format(told, 3, COMMON_STYLE)
    _one_value_each(told)


@case(
    id="E2SM-KPM-215",
    title="Style 5 reports several UEs in message format 3",
    clause=f"{_CLAUSE}.6, 8.2.1.4.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F28"),
    suite="kpm",
)
async def reports_several_ues(ric: Peer) -> None:
    """Two UEs that the node reports itself, or one of these and one of nobody; only UEs of the action are reported."""
    offered = offer(ric, UES_STYLE)
    people = await census(ric)
    some = Census(people.ues[:2], people.seen)

    def make() -> RICsubscriptionRequest:
        return offered.request(ric, offered.definition(ues=some.several(ric)))

    request = await subscribed_to_ues(ric, some, make, "two UEs (report style 5)")
    told = await report_of_ues(ric, some, request)
    check_format(told, 3, UES_STYLE)
    _one_value_each(told)
    asked = {identity(ue) for ue in some.several(ric)}
    check(
        {identity(ue) for ue in told.ues} <= asked,
        "A report of style 5 is about UEs that its subscription names (KPM 7.4.6.4)",
        expected=f"UEs among {_names(asked)}",
        actual=f"UEs {_names({identity(ue) for ue in told.ues})}",
    )


@case(
    id="E2SM-KPM-216",
    title="Style 5 with a UE that is there and one that is not reports the first one",
    clause=f"{_CLAUSE}.6",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F8", "F28"),
    suite="kpm",
)
async def reports_the_ue_that_is_there(ric: Peer) -> None:
    """What is reported is about UEs that were subscribed and are available: the other one has no values."""
    offered = offer(ric, UES_STYLE)
    people = await census(ric)
    one = Census(people.ues[:1], people.seen)

    def make() -> RICsubscriptionRequest:
        return offered.request(ric, offered.definition(ues=(*one.ues, nobody(ric))))

    request = await subscribed_to_ues(ric, one, make, "a UE that is there and one that is not (report style 5)")
    told = await report_of_ues(ric, one, request)
    check_format(told, 3, UES_STYLE)
    stranger = identity(nobody(ric))
    found = [each for each in reports(told.message) if identity(each.ue_id) == stranger]
    values = [kind for each in found for item in each.content.meas_data for kind, _ in item.meas_record]
    check(
        set(values) <= {"noValue"},
        "A report of style 5 has data of UEs that are available in the system (KPM 7.4.6.4)",
        expected=f"no values of the UE {_names({stranger})}, which the node does not have",
        actual=f"{len(values)} values of it",
    )


@case(
    id="E2SM-KPM-217",
    title="Actions of different styles in one subscription report in the format of their own",
    clause=f"{_CLAUSE}, table 7.8-2; O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F28"),
    suite="kpm",
)
async def keeps_actions_apart(ric: Peer) -> None:
    """Action 1 of style 1 and action 2 of style 4. Whether a node admits both is its own choice."""
    node, ues = offer(ric, NODE_STYLE), offer(ric, COMMON_STYLE)
    what = "actions of two report styles"
    request = node.request(ric, node.definition(), ues.definition())
    found = await attempt(ric, request, what)
    if len(found.admitted) < 2:
        raise unsupported(f"the E2 node does not admit {what} in one subscription")
    check_format(await report(ric, found.request, action=1), 1, NODE_STYLE)
    told = await possible_report(ric, found.request, action=2)
    if told is not None:
        check_format(told, 3, COMMON_STYLE)


def _one_value_each(told: Told) -> None:
    """One measurement with one label has one value in each record, also where the report repeats no list."""
    lengths = sorted({len(record) for record in told.records})
    check(
        lengths == [1],
        "A record has one value for each label of each measurement (KPM 7.4.2.4)",
        expected="1 value in each record",
        actual=f"{' or '.join(map(str, lengths))} values",
    )


def _names(ues: set[tuple[object, ...] | None]) -> str:
    return "; ".join(sorted(" ".join(map(str, each or ("unreadable",))) for each in ues)) or "none"
