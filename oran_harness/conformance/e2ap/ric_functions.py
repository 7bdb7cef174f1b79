"""RAN functions that our node offers beside the plain ones, and the account a RIC owes of each (E2AP 8.3.1, 8.3.4)."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, TypeVar, cast

from oran_harness.conformance.e2ap.ric_scenery import exchange, new_transaction, our_offer, unharmed
from oran_harness.protocols.e2ap.elements import RANfunction_Item, RANfunctionID_Item, RANfunctionIDcause_Item
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupResponse
from oran_harness.service_models.kpm.build import function_definition
from oran_harness.steps import Peer, check
from oran_harness.steps.offers import function_item, model_edition, setup_request

D = TypeVar("D")
_IDS_SHOWN = 12
_LONG = 200


def kpm_function(edition: str, *, id: int, revision: int = 1, further: int = 0) -> RANfunction_Item:
    """A function of E2SM-KPM that lists ``further`` measurements beside a plain one, in its first report style."""
    names = ("DRB.UEThpDl", *(f"Vendor.Measurement.{number:05d}" for number in range(further)))
    definition = function_definition(model_edition("kpm", edition), styles=(1,), measurements=names)
    return function_item("kpm", edition, id=id, revision=revision, definition=definition)


def foreign_function(id: int, revision: int = 1) -> RANfunction_Item:
    """A function of a service model that nobody knows: its OID is of the arc for examples."""
    return RANfunction_Item(id, b"\x00\x01\x02\x03", revision, "2.999.1.2.3")


def check_functions(
    asked: Collection[int],
    accepted: Iterable[RANfunctionID_Item] | None,
    rejected: Iterable[RANfunctionIDcause_Item] | None,
    *,
    answer: str,
) -> None:
    """Each RAN function of a request is in exactly one list of the answer, and no other is."""
    taken, refused = ids(accepted), ids(rejected)
    check(
        sorted(taken + refused) == sorted(asked),
        f"{answer} names each RAN function of the request once, as accepted or as rejected, and no other",
        expected=f"RAN functions {_text(asked)}, each once",
        actual=f"accepted {_text(taken)}; rejected {_text(refused)}",
    )


async def check_definition(node: Peer, model: str, definition: bytes, what: str) -> None:
    """The RIC answers the E2 Setup of another node that announces a service model's function so, and serves on.

    ``what`` names the definition for people.
    """
    bystander = node.here
    association = await node.open()
    offer = our_offer(node, sibling=1, definitions={model: definition})
    answer = await exchange(
        node,
        setup_request(offer, new_transaction(node)),
        E2setupResponse,
        E2setupFailure,
        association=association,
        requirement=f"The near-RT RIC answers the E2 Setup of a node with {what}: by a response, or a failure",
    )
    if isinstance(answer, E2setupResponse):
        asked = [each.ran_function_id for each in offer.functions]
        check_functions(asked, answer.ran_functions_accepted, answer.ran_functions_rejected, answer="E2 SETUP RESPONSE")
    await unharmed(node, bystander, what)


def with_long_names(described: D) -> D:
    """What describes report styles, with names of these that are longer than a RIC may have buffers for."""
    part: Any = described
    styles = tuple(
        replace(style, ric_report_style_name=style.ric_report_style_name.ljust(_LONG, "x"))
        for style in part.ric_report_style_list or ()
    )
    return cast(D, replace(part, ric_report_style_list=styles))


def ids(items: Iterable[Any] | None) -> list[int]:
    """The RAN Function IDs of a list that may be absent."""
    return [item.ran_function_id for item in items or ()]


def _text(ids: Collection[int]) -> str:
    shown = sorted(ids)
    if len(shown) > _IDS_SHOWN:
        return f"{shown[0]} to {shown[-1]} ({len(shown)} of them)"
    return ", ".join(map(str, shown)) or "none"
