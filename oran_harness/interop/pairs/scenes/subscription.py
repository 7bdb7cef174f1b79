"""What scenes with subscriptions have in common: whether they can be played, the request, its answer, the delete."""

from typing import Any

from oran_harness.interop.pairs.dialogue import Said
from oran_harness.interop.pairs.offer import offered
from oran_harness.interop.pairs.pair import Pair
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap import messages as m

NODE = Role.E2_NODE
RIC = Role.NEAR_RT_RIC


async def offering(pair: Pair, model: str, *styles: tuple[str, int]) -> None:
    """See to it that both are for a style: the node offers it, and the RIC claims the model if it claims anything.

    A node that claims what it does not offer has failed; else the scene is ``unsupported``.
    """
    setup = await pair.established()
    name = model.upper()
    claimed = [each for each in pair.ric.claims.service_models if each.name == name]
    if pair.ric.claims.made and not claimed:
        pair.over(Verdict.UNSUPPORTED, f"{pair.name(RIC)} claims no {name}")
    known = [each.styles for each in claimed if each.styles]
    for service, style in styles:
        if service == "report" and known and not any(style in each for each in known):
            pair.over(Verdict.UNSUPPORTED, f"{pair.name(RIC)} claims no {name} {service} style {style}")
    same = setup.association
    updates = pair.dialogue.all(m.RICserviceUpdate, setup.n, lambda said: said.association == same)
    offer = offered(setup.message, model, [each.message for each in updates])
    if offer is None:
        _not_offered(pair, name, f"no RAN function of {name}", any(each.name == name for each in _claims(pair)))
        return
    for service, style in styles:
        if offer.complete and (service, style) not in offer.styles:
            claims = any(each.name == name and service == "report" and style in each.styles for each in _claims(pair))
            _not_offered(pair, name, f"no {name} {service} style {style}", claims)


async def subscribe(pair: Pair, **what: Any) -> Said[m.RICsubscriptionRequest]:
    """The request that the RIC makes; the node has admitted all of its actions."""
    request = await pair.request(m.RICsubscriptionRequest, RIC, "subscribe", **what)
    answer = (await pair.answer(request)).message
    refused = getattr(answer, "ric_actions_not_admitted", None) or ()
    if refused:
        numbers = ", ".join(str(each.ric_action_id) for each in refused if each is not None)
        pair.fail(f"{pair.name(NODE)} does not admit the actions {numbers}", None, "all actions admitted", numbers)
    return request


async def delete(pair: Pair, request: Said[m.RICsubscriptionRequest]) -> Said[Any]:
    """The RIC deletes its latest subscription; the node's answer."""
    name = request.message.ric_request_id
    asked = await pair.request(m.RICsubscriptionDeleteRequest, RIC, "delete")
    if asked.message.ric_request_id != name:
        pair.remarks.append(f"{pair.name(RIC)} deleted another subscription than its latest")
    return await pair.answer(asked)


def _claims(pair: Pair) -> Any:
    return pair.node.claims.service_models


def _not_offered(pair: Pair, name: str, what: str, claimed: bool) -> None:
    if claimed:
        pair.fail(f"{pair.name(NODE)} claims {name} and offers {what}", NODE, f"what it claims of {name}", what)
    pair.over(Verdict.UNSUPPORTED, f"{pair.name(NODE)} offers {what}")
