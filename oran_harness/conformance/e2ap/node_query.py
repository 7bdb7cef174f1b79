"""RIC Query, with an E2 node under test (E2AP 8.2.7, since 3.00)."""

from oran_harness.conformance.choices import missing_function
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, serving, unharmed
from oran_harness.conformance.expectations import ask_echoed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICqueryFailure, RICqueryRequest, RICqueryResponse
from oran_harness.service_models.rc.build import query
from oran_harness.service_models.rc.definition import AnnouncedFunction
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, check

_NAME = "RICquery"
_NEEDS = (f"procedure:{_NAME}", "e2ap:3.01")
_WITH_RC = (*_NEEDS, "service-model:RC")
_REFUSED = "O-RAN.WG3.E2AP 8.2.7.3"
_GARBAGE = b"\xff" * 17
_WITHOUT_QUERIES = ("1.03",)
"""Editions of E2SM-RC whose payloads cannot hold a query."""


@case(
    id="E2AP-QUERY-201",
    title="A query of what the RC function offers is answered",
    clause="O-RAN.WG3.E2AP 8.2.7.2, 8.2.7.3",
    level=Level.MUST,
    under_test=NODE,
    needs=_WITH_RC,
    tags=(_NAME, "positive"),
)
async def answers_a_query(ric: Peer) -> None:
    """With the information, or with the failure if none of it can be had; a node without queries has the failure."""
    function = ric.function("RC")
    asked = _offered(function.announced, function.edition)
    request = RICqueryRequest(ric.new_request_id(), function.id, *(asked or (_GARBAGE, _GARBAGE)))
    answer = await ask_echoed(
        ric,
        request,
        RICqueryResponse,
        RICqueryFailure,
        requirement="The E2 node answers RIC QUERY REQUEST",
        injected=asked is None,
    )
    check(
        asked is not None or isinstance(answer, RICqueryFailure),
        "What no query style offers is not available: the answer is RIC QUERY FAILURE",
        expected=RICqueryFailure.NAME,
        actual=answer.NAME,
    )


@case(
    id="E2AP-QUERY-202",
    title="A query to a RAN function that the node does not offer is refused",
    clause=_REFUSED,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=(_NAME, "negative"),
)
async def refuses_an_unknown_function(ric: Peer) -> None:
    """Whatever header and definition say."""
    await _refuses(ric, RICqueryRequest(ric.new_request_id(), missing_function(ric), b"\x00", b"\x00"))


@case(
    id="E2AP-QUERY-203",
    title="A query whose header and definition cannot be read is refused",
    clause=_REFUSED,
    level=Level.MUST,
    under_test=NODE,
    needs=_WITH_RC,
    tags=(_NAME, "negative"),
)
async def refuses_the_unreadable(ric: Peer) -> None:
    """Nothing of it can be available."""
    await serving(ric)
    await _refuses(ric, RICqueryRequest(ric.new_request_id(), ric.function("RC").id, _GARBAGE, _GARBAGE))
    await unharmed(ric, "a query that cannot be read")


@case(
    id="E2AP-QUERY-204",
    title="A query to the KPM function, which has no such service, is refused",
    clause=f"{_REFUSED}; O-RAN.WG3.E2SM-KPM 7",
    level=Level.MUST,
    under_test=NODE,
    needs=(*_NEEDS, "service-model:KPM"),
    tags=(_NAME, "negative"),
)
async def refuses_a_query_of_kpm(ric: Peer) -> None:
    """KPM has REPORT alone."""
    await _refuses(ric, RICqueryRequest(ric.new_request_id(), ric.function("KPM").id, b"\x00", b"\x00"))


async def _refuses(ric: Peer, request: RICqueryRequest) -> None:
    """The node answers with the failure; one that does not know the procedure, with an Error Indication."""
    await ask_echoed(
        ric,
        request,
        RICqueryFailure,
        requirement="The E2 node refuses the query with RIC QUERY FAILURE",
        injected=True,
    )


def _offered(announced: object, edition: str) -> tuple[bytes, bytes] | None:
    """Header and definition of a query that the node offers; None if it offers none, or none that we can write."""
    if not isinstance(announced, AnnouncedFunction) or edition in _WITHOUT_QUERIES:
        return None
    for style in announced.styles:
        outermost = tuple(dict.fromkeys(each.id for each in style.parameters if "." not in each.path))
        if style.service is Service.QUERY and outermost:
            return query(style.style, outermost, edition=edition)
    return None
