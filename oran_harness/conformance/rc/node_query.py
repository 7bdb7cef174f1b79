"""QUERY of RC with an E2 node under test (RC 7.8; E2AP 8.2.7)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import says, serving
from oran_harness.conformance.expectations import ask_echoed
from oran_harness.conformance.rc.node_function import (
    UNKNOWN_PARAMETER,
    UNKNOWN_STYLE,
    RanControl,
    outermost,
    ran_control,
)
from oran_harness.conformance.rc.node_scenery import NODE, QUERY_NEEDS, check_format, read, refused
from oran_harness.conformance.rc.node_ues import UE_QUERY, named_ues, repeatable, same_ue, ue_text
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICqueryFailure, RICqueryRequest, RICqueryResponse
from oran_harness.service_models import PayloadKind, content_of
from oran_harness.service_models.rc.parameters import parameters
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, check, inconclusive, unsupported

_CLAUSE = "O-RAN.WG3.E2AP 8.2.7"
_TAGS = ("RICquery", "positive")
_NEGATIVE = ("RICquery", "negative")
_NODE_QUERY = 1
_ANSWERED = "A RIC QUERY REQUEST is answered by either outcome (E2AP 8.2.7)"


@case(
    id="E2SM-RC-271",
    title="QUERY style 1 tells of the E2 node's cells",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2SM-RC 7.8.2",
    level=Level.MUST,
    under_test=NODE,
    needs=QUERY_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def tells_of_cells(ric: Peer) -> None:
    """All that the style declares; the outcome has format 1."""
    rc = ran_control(ric)
    await _outcome(ric, rc, _NODE_QUERY)


@case(
    id="E2SM-RC-272",
    title="QUERY style 2 tells of UEs, and of them what was asked",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2SM-RC 7.8.3",
    level=Level.MUST,
    under_test=NODE,
    needs=QUERY_NEEDS,
    tags=(*_TAGS, "F10"),
    suite="rc",
)
async def tells_of_ues(ric: Peer) -> None:
    """All that the style declares; the outcome has format 2."""
    rc = ran_control(ric)
    value = await _outcome(ric, rc, UE_QUERY)
    declared = {each.id for each in rc.style(Service.QUERY, UE_QUERY).parameters}
    told = {each.id for each in parameters(value) if each.path == str(each.id)}
    check(
        told <= declared,
        "The outcome of a query holds RAN parameters that were asked for (RC 9.2.1.10)",
        expected=f"RAN parameters of {sorted(declared)}",
        actual=f"RAN parameters {sorted(told)}",
    )


@case(
    id="E2SM-RC-273",
    title="A query of one UE tells of that one",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2SM-RC 9.2.1.9.1",
    level=Level.SHOULD,
    under_test=NODE,
    needs=QUERY_NEEDS,
    tags=(*_TAGS, "F11"),
    suite="rc",
)
async def tells_of_one(ric: Peer) -> None:
    """The first of those that the node tells of when asked for all."""
    rc = ran_control(ric)
    ues = list(filter(repeatable, named_ues(await _outcome(ric, rc, UE_QUERY))))
    if not ues:
        raise inconclusive("the E2 node tells of no UE")
    answer = await _asked(ric, rc.query(ric.new_request_id(), UE_QUERY, _declared(rc, UE_QUERY), ue=ues[0]))
    if isinstance(answer, RICqueryFailure):
        raise inconclusive(f"{says(answer)}: that UE may have gone")
    told = named_ues(read(PayloadKind.QUERY_OUTCOME, answer.ric_query_outcome, "A query outcome"))
    check(
        all(same_ue(each, ues[0]) for each in told),
        "The outcome of a query about one UE is about that one (RC 9.2.1.9.1)",
        expected=ue_text(ues[0]),
        actual=", ".join(map(ue_text, told)),
    )


@case(
    id="E2SM-RC-274",
    title="A query style that the E2 node does not know fails",
    clause=f"{_CLAUSE}.3; O-RAN.WG3.E2SM-RC 7.8.1",
    level=Level.MUST,
    under_test=NODE,
    needs=QUERY_NEEDS,
    tags=_NEGATIVE,
    suite="rc",
)
async def refuses_an_unknown_style(ric: Peer) -> None:
    """Style 200, which RC does not have, and the node does not announce: none of it is available."""
    rc = ran_control(ric)
    _, asked = _some_query(rc)
    if rc.announced.offered(Service.QUERY, UNKNOWN_STYLE):
        raise inconclusive(f"the E2 node announces query style {UNKNOWN_STYLE}")
    await _fails(ric, rc.query(ric.new_request_id(), UNKNOWN_STYLE, asked), "of an unknown style")


@case(
    id="E2SM-RC-275",
    title="A query of a RAN parameter that the E2 node does not declare makes nothing up",
    clause=f"{_CLAUSE}.3; O-RAN.WG3.E2SM-RC 9.2.1.10",
    level=Level.MUST,
    under_test=NODE,
    needs=QUERY_NEEDS,
    tags=(*_NEGATIVE, "F10"),
    suite="rc",
)
async def makes_nothing_up(ric: Peer) -> None:
    """It fails, or its outcome is without that parameter."""
    rc = ran_control(ric)
    number, _ = _some_query(rc)
    answer = await _asked(ric, rc.query(ric.new_request_id(), number, (UNKNOWN_PARAMETER,)), injected=True)
    if isinstance(answer, RICqueryResponse):
        value = read(PayloadKind.QUERY_OUTCOME, answer.ric_query_outcome, "A query outcome")
        check(
            UNKNOWN_PARAMETER not in {each.id for each in parameters(value)},
            "Nobody reports a RAN parameter that there is not (RC 9.2.1.10)",
            expected=f"{RICqueryFailure.NAME}, or an outcome without RAN parameter {UNKNOWN_PARAMETER}",
            actual=f"a value of RAN parameter {UNKNOWN_PARAMETER}",
        )


@case(
    id="E2SM-RC-276",
    title="A query of a UE that there is not makes none up",
    clause=f"{_CLAUSE}.3; O-RAN.WG3.E2SM-RC 9.2.1.9.1",
    level=Level.MUST,
    under_test=NODE,
    needs=QUERY_NEEDS,
    tags=_NEGATIVE,
    suite="rc",
)
async def makes_nobody_up(ric: Peer) -> None:
    """It fails, or its outcome does not name that UE."""
    rc = ran_control(ric)
    asked = _declared(rc, UE_QUERY)
    answer = await _asked(ric, rc.query(ric.new_request_id(), UE_QUERY, asked, ue=rc.nobody))
    if isinstance(answer, RICqueryResponse):
        value = read(PayloadKind.QUERY_OUTCOME, answer.ric_query_outcome, "A query outcome")
        check(
            not any(same_ue(each, rc.nobody) for each in named_ues(value)),
            "A query of a UE that there is not finds none (E2AP 8.2.7.3)",
            expected=f"{RICqueryFailure.NAME}, or an outcome without {ue_text(rc.nobody)}",
            actual=f"information about {ue_text(rc.nobody)}",
        )


@case(
    id="E2SM-RC-277",
    title="A query whose definition is cut short fails",
    clause=f"{_CLAUSE}.3; O-RAN.WG3.E2SM-RC 9.4",
    level=Level.MUST,
    under_test=NODE,
    needs=QUERY_NEEDS,
    tags=(*_NEGATIVE, "F29"),
    suite="rc",
)
async def refuses_a_cut_definition(ric: Peer) -> None:
    """Half of the octets are missing: nothing is asked for that could be available. The node serves on."""
    rc = ran_control(ric)
    whole = rc.query(ric.new_request_id(), *_some_query(rc))
    definition = (whole.ric_query_definition or b"")[: len(whole.ric_query_definition or b"") // 2]
    request = RICqueryRequest(whole.ric_request_id, whole.ran_function_id, whole.ric_query_header, definition)
    await _fails(ric, request, "whose definition is cut short")
    await serving(ric)


def _declared(rc: RanControl, number: int) -> tuple[int, ...]:
    """What a query style declares; ``unsupported`` without it."""
    found = outermost(rc.style(Service.QUERY, number).parameters)
    if not found:
        raise unsupported(f"query style {number} declares no RAN parameters that could be asked for")
    return found


def _some_query(rc: RanControl) -> tuple[int, Sequence[int]]:
    for style in rc.styles(Service.QUERY):
        if rc.queries and style.style in (UE_QUERY, _NODE_QUERY) and outermost(style.parameters):
            return style.style, outermost(style.parameters)
    raise unsupported(f"RAN function {rc.id} (E2SM-RC) announces no query style with RAN parameters")


async def _asked(ric: Peer, request: RICqueryRequest, *, injected: bool = False) -> RICqueryResponse | RICqueryFailure:
    answer: RICqueryResponse | RICqueryFailure = await ask_echoed(
        ric, request, RICqueryResponse, RICqueryFailure, requirement=_ANSWERED, injected=injected
    )
    return answer


async def _outcome(ric: Peer, rc: RanControl, number: int) -> Any:
    """The outcome of a query for all that a style declares, in the format of the style."""
    answer = await _asked(ric, rc.query(ric.new_request_id(), number, _declared(rc, number)))
    if isinstance(answer, RICqueryFailure):
        if not ric.claims.covers(QUERY_NEEDS):
            raise unsupported(f"the E2 node does not claim RIC Query of RC, and refuses: {says(answer)}")
        raise inconclusive(f"{says(answer)}: what is available at the time is the node's own affair")
    value = read(PayloadKind.QUERY_OUTCOME, answer.ric_query_outcome, "A query outcome")
    check_format(value, number, rc.style(Service.QUERY, number).formats.outcome, "A query outcome")
    if content_of(value) is None:
        raise inconclusive("the outcome is of an edition that is not known here")
    return value


async def _fails(ric: Peer, request: RICqueryRequest, what: str) -> None:
    requirement = f"A RIC QUERY REQUEST {what} is answered by a failure (E2AP 8.2.7.3)"
    await refused(ric, request, RICqueryFailure, requirement=requirement)
