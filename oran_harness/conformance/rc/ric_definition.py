"""RC function definitions that a near-RT RIC under test has to live with (RC 9.2.2)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_functions import check_definition, with_long_names
from oran_harness.conformance.e2ap.ric_scenery import RIC
from oran_harness.model import Level
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc.model import RC
from oran_harness.steps import Peer
from oran_harness.steps.offers import model_edition

_CLAUSE = "O-RAN.WG3.E2SM-RC 9.2.2; O-RAN.WG3.E2AP 8.3.1.2"
_NEEDS = ("service-model:RC",)
_TAGS = ("E2setup", "positive")
_NEWEST = "7.00"


@case(
    id="E2SM-RC-161",
    title="An RC definition of a newer edition is taken, its extensions are passed over",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=(*_TAGS, "F2"),
)
async def takes_a_newer_edition(node: Peer) -> None:
    """The query part came after 1.03, behind the extension marker; the OID is the same as ever."""
    await check_definition(node, "rc", rc.function_definition(_NEWEST), "an RC definition of a newer edition")


@case(
    id="E2SM-RC-162",
    title="An RC definition without any service does no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_an_empty_offer(node: Peer) -> None:
    """Every part is optional but the name."""
    edition = model_edition("rc", node.edition)
    await check_definition(
        node, "rc", rc.function_definition(edition, services=()), "an RC definition without any service"
    )


@case(
    id="E2SM-RC-163",
    title="Names of styles of more than 150 characters are taken",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM 6.2.2.1",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=(*_TAGS, "limits", "F26"),
)
async def takes_long_names(node: Peer) -> None:
    """Their sizes have room for extension, so that a longer one is legal, and written in another way."""
    await check_definition(node, "rc", _changed(node, _with_long_names), "names of more than 150 characters")


def _changed(node: Peer, change: Callable[[Any], Any]) -> bytes:
    edition = model_edition("rc", node.edition)
    value = RC.decode(PayloadKind.FUNCTION_DEFINITION, rc.function_definition(edition), edition).value
    return RC.encode(PayloadKind.FUNCTION_DEFINITION, change(value), edition)


def _with_long_names(value: Any) -> Any:
    return replace(value, ran_function_definition_report=with_long_names(value.ran_function_definition_report))
